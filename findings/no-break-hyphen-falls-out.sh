#!/usr/bin/env bash
# Word writes the hyphen that keeps a line together (Ctrl+Shift+hyphen) as an element, not as a letter. docx2python and
# PyMuPDF drop it without a blank: years and co-sponsors run together, "the session of 2010-2012" ends as 20102012.
# Seen on 30 November 2026 with docx2python 3.7.1 and PyMuPDF 2.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages docx2python==3.7.1 PyMuPDF==2.0 python-docx==1.2.0

python - <<'END'
import docx
import pymupdf
import word
from docx2python import docx2python
from finding import question, seen

question(
    "What becomes of the no-break hyphens of a sentence?",
    "hyphens, as python-docx gives them: w:noBreakHyphen is a hyphen that is printed on every line",
)
hyphen = "<w:r><w:noBreakHyphen/></w:r>"
word.write(
    "record.docx",
    word.paragraph(word.run("In 2010") + hyphen + word.run("2012 the Vice") + hyphen + word.run("Chair re")
                   + hyphen + word.run("presented it.")),
)
seen("python-docx", docx.Document("record.docx").paragraphs[0].text, "In 2010-2012 the Vice-Chair re-presented it.")
with docx2python("record.docx") as file:
    seen("docx2python", file.text.strip(), "In 20102012 the ViceChair represented it.")
with pymupdf.open("record.docx") as file:
    seen("PyMuPDF", " ".join(file[0].get_text().split()), "In 20102012 the ViceChair represented it.")
END
