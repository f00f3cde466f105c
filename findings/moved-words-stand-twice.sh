#!/usr/bin/env bash
# Words that an editor moved with changes tracked are in a Word file twice: as w:moveFrom and as w:moveTo. docx2python
# and PyMuPDF leave deleted words out, so one takes their text for the record with all changes accepted; but moved
# words stand in both places, and a note whose call was deleted is still among the notes of docx2python.
# Seen on 30 November 2026 with docx2python 3.7.1 and PyMuPDF 2.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages docx2python==3.7.1 PyMuPDF==2.0

python - <<'END'
import pymupdf
import word
from docx2python import docx2python
from finding import question, seen

question(
    "A sentence was moved from paragraph 1 to paragraph 2, another one deleted: how often does each stand in the text?",
    "once and never: both leave a deletion out, and the place that words were moved from is one",
)
word.write(
    "record.docx",
    word.paragraph(word.run("The Chair spoke.") + word.change("moveFrom", word.run(" It was so decided."), 1))
    + word.paragraph(word.run("Ms. Ba agreed.") + word.change("moveTo", word.run(" It was so decided."), 2))
    + word.paragraph(word.run("They left.") + word.change("del", word.run(" They returned.") + word.call(1), 3)),
    word.note(1, "At 6 p.m."),
)
with docx2python("record.docx") as file:
    text = file.text
seen("docx2python, moved", text.count("It was so decided."), 2)
seen("docx2python, deleted", text.count("They returned."), 0)
seen("docx2python, note whose call was deleted", text.count("At 6 p.m."), 1)
with pymupdf.open("record.docx") as file:
    text = " ".join(page.get_text() for page in file)
seen("PyMuPDF, moved", text.count("It was so decided."), 2)
seen("PyMuPDF, deleted", text.count("They returned."), 0)
END
