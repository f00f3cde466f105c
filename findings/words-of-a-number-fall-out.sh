#!/usr/bin/env bash
# Word may number paragraphs with words: "Rule 5.", "4 bis.". They are not in the text but in the label of the list.
# pandoc, mammoth and docx2python keep the bare figure, or count anew: paragraph 4 bis is then a second paragraph 4, or
# 1, and "Rule 5" is 5. What is cited changes.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17), mammoth 1.13.0 and docx2python 3.7.1.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17 mammoth==1.13.0 docx2python==3.7.1

python - <<'END'
import mammoth
import pypandoc
import word
from docx2python import docx2python
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "Paragraphs are labelled 4., 4 bis. and Rule 5. by their lists; which labels are read?",
    "these, or a warning that a label is not known",
)
word.write(
    "record.docx",
    "".join(word.paragraph(word.run(f"Text {number}"), number) for number in (1, 2, 3)),
    labels=(("%1.", 4), ("%1 bis.", 4), ("Rule %1.", 5)),
)
read = pypandoc.convert_file("record.docx", "plain")
seen("pandoc", [" ".join(line.split()) for line in read.splitlines() if line], ["4. Text 1", "4. Text 2", "5. Text 3"])
with open("record.docx", "rb") as file:
    html = mammoth.convert_to_html(file)
seen("mammoth", html.value, "<ol><li>Text 1</li><li>Text 2</li><li>Text 3</li></ol>")
seen("messages of mammoth", html.messages, [])
with docx2python("record.docx") as file:
    seen("docx2python", file.text.split("\n\n")[:3], ["4)\tText 1", "4)\tText 2", "5)\tText 3"])
END
