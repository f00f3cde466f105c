#!/usr/bin/env bash
# pandoc reads a Word file as with all changes accepted. Of a numbered paragraph that was deleted whole the words go,
# and the number stays: an empty paragraph that counts. Every later paragraph of the record has a wrong number.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17).
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17

python - <<'END'
import pypandoc
import word
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "Which number has the paragraph after a deleted one, when the changes are accepted?",
    "2, as in Word: accept, the default, is documented to take in deletions as well as insertions",
)
word.write(
    "record.docx",
    word.paragraph(word.run("The Chair spoke."), 1)
    + word.paragraph(word.change("del", word.run("Ms. Ba spoke.")), 1, mark="del")
    + word.paragraph(word.run("Mr. Sy agreed."), 1)
    + word.paragraph(word.run("The meeting rose.")),
)
read = pypandoc.convert_file("record.docx", "plain", extra_args=["--track-changes=accept"])
seen("lines", [line.rstrip() for line in read.splitlines() if line.strip()],
     ["1.  The Chair spoke.", "2.", "3.  Mr. Sy agreed.", "The meeting rose."])

word.write(
    "proposal.docx",
    word.paragraph(word.run("The Chair spoke."), 1)
    + word.paragraph(word.change("ins", word.run("Ms. Ba spoke.")), 1, mark="ins")
    + word.paragraph(word.run("Mr. Sy agreed."), 1),
)
read = pypandoc.convert_file("proposal.docx", "plain", extra_args=["--track-changes=reject"])
seen("lines with an insertion rejected", [line.rstrip() for line in read.splitlines() if line.strip()],
     ["1.  The Chair spoke.", "2.", "3.  Mr. Sy agreed."])
END
