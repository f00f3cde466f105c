#!/usr/bin/env bash
# docxtpl fills footnotes. Of a paragraph with a note inside a loop, the paragraph is copied and the note is
# not: every copy calls the one note, which is filled outside the loop, where the loop's variable is empty. All
# speakers share one note with a hole in it, and nothing is said (an attribute of the variable would raise an error).
# Seen on 30 November 2026 with docxtpl 0.20.2.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages docxtpl==0.20.2 python-docx==1.2.0

python - <<'END'
import re
import zipfile
import word
from docxtpl import DocxTemplate
from finding import question, seen

question(
    "Two speakers are printed by a loop over a paragraph that has a note; what do their notes say?",
    "a note for each speaker with the speaker's symbol, or an error",
)
word.write(
    "template.docx",
    word.paragraph(word.run("{%p for name, paper in speakers %}"))
    + word.paragraph(word.run("{{ name }} spoke") + word.call(1) + word.run("."))
    + word.paragraph(word.run("{%p endfor %}")),
    word.note(1, "See {{ paper }} of {{ body }}."),
)
template = DocxTemplate("template.docx")
template.render(
    {"body": "CMW", "speakers": [("Ms. Ba", "CMW/C/5"), ("Mr. Sy", "CMW/C/6")]},
    autoescape=True,
)
template.save("record.docx")
with zipfile.ZipFile("record.docx") as file:
    body = file.read("word/document.xml").decode()
    notes = file.read("word/footnotes.xml").decode()
words = re.findall(r"<w:t[^>]*>([^<]+)", body)
seen("paragraphs", words, ["Ms. Ba spoke", ".", "Mr. Sy spoke", "."])
seen("notes that they call", re.findall(r'footnoteReference w:id="(\d+)"', body), ["1", "1"])
seen("notes", re.findall(r"<w:t[^>]*>([^<]+)", notes), [" See  of CMW."])
END
