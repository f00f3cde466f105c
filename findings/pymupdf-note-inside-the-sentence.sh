#!/usr/bin/env bash
# PyMuPDF opens Word files. It puts the words of a footnote where its call stands, with no mark, no number and no blank
# behind them, in the same letters: the note is read as words of the speaker, and a full stop stands twice.
# Seen on 30 November 2026 with PyMuPDF 2.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages PyMuPDF==2.0

python - <<'END'
import pymupdf
import word
from finding import question, seen

question(
    "Where does the text of a footnote come out?",
    "at the foot of the page or at the end, as the other readers of Word files give it, or at least told apart",
)
word.write(
    "record.docx",
    word.paragraph(word.run("The State party had not") + word.call(1) + word.run(" ratified the Convention.")),
    word.note(1, "It has since."),
)
with pymupdf.open("record.docx") as file:
    seen("text", [" ".join(page.get_text().split()) for page in file],
         ["The State party had not It has since. ratified the Convention."])
    spans = [span for block in file[0].get_text("dict")["blocks"] for line in block["lines"] for span in line["spans"]]
    seen("sizes of letters", len({span["size"] for span in spans}), 1)
END
