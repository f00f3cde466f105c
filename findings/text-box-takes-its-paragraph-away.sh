#!/usr/bin/env bash
# A text box of a Word file (a masthead, a stamp, a margin note) is anchored in a paragraph, which may be any paragraph
# of the text. pandoc gives the words of the box in place of the paragraph: what stands before and behind the anchor
# is gone. docx2python and PyMuPDF keep the paragraph and give the box twice, once for each form that Word writes.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17), docx2python 3.7.1 and PyMuPDF 2.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17 docx2python==3.7.1 PyMuPDF==2.0

python - <<'END'
import pymupdf
import pypandoc
import word
from docx2python import docx2python
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "A text box stands beside a paragraph of the text; which words are read?",
    "those of the paragraph and those of the box, once each",
)
word.write(
    "record.docx",
    word.paragraph(word.run("The Chair spoke.") + word.text_box("Advance version") + word.run(" Ms. Ba agreed."))
    + word.paragraph(word.run("The meeting rose.")),
)
seen("pandoc", pypandoc.convert_file("record.docx", "plain").split("\n\n"), ["Advance version", "The meeting rose.\n"])
with docx2python("record.docx") as file:
    seen("docx2python", file.text.split("\n\n")[:4],
         ["Advance version", "Advance version", "The Chair spoke. Ms. Ba agreed.", "The meeting rose."])
with pymupdf.open("record.docx") as file:
    seen("PyMuPDF", file[0].get_text().count("Advance version"), 2)
END
