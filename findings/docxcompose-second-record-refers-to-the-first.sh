#!/usr/bin/env bash
# docxcompose joins the Word files of a session into one. It gives notes and lists of the second file new numbers, and
# leaves the names of bookmarks and the numbers of comments. Both files then have the bookmark _Ref100: when fields are
# updated, "see paragraph 5" of the second record tells the paragraph of the first. And an editor's comment on the
# first record is shown on the second too, whose own comment is gone.
# Seen on 30 November 2026 with docxcompose 2.2.0 and python-docx 1.2.0; LibreOffice shows the first record's words.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages docxcompose==2.2.0 python-docx==1.2.0

python - <<'END'
import re
import zipfile
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docxcompose.composer import Composer
from finding import question, seen

question(
    "Two files with a bookmark of one name, a reference to it and a comment each are joined; what do they hold?",
    "two bookmarks of different names, each with its reference, and two comments",
)
for name in ("First", "Second"):
    file = docx.Document()
    decision = file.add_paragraph()
    decision._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="_Ref100"/>'))
    decision.add_run(f"{name} decision")
    decision._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="1"/>'))
    reference = file.add_paragraph("See ")
    told = f"<w:r><w:t>{name} decision</w:t></w:r>"
    reference._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" REF _Ref100 ">{told}</w:fldSimple>'))
    file.add_comment(reference.runs, text=f"Comment on the {name.lower()}", author="Editor")
    file.save(f"{name}.docx")

composer = Composer(docx.Document("First.docx"))
composer.append(docx.Document("Second.docx"))
composer.save("session.docx")
with zipfile.ZipFile("session.docx") as file:
    text = file.read("word/document.xml").decode()
    comments = file.read("word/comments.xml").decode()
seen("bookmarks", re.findall(r'bookmarkStart[^>]*w:name="([^"]+)"', text), ["_Ref100", "_Ref100"])
seen("references", re.findall(r'instr=" REF ([^ ]+)', text), ["_Ref100", "_Ref100"])
seen("comments called", re.findall(r'commentReference w:id="(\d+)"', text), ["0", "0"])
seen("comments", re.findall(r"Comment on the \w+", comments), ["Comment on the first"])
END
