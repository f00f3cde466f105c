#!/usr/bin/env bash
# In Word a note with a mark of its own (the star at the title of a United Nations document) is outside the count: the
# next note is 1. pandoc drops the star and numbers the note; mammoth prints number and star. All later numbers are
# one too high, and "see note 1" leads to another note.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17) and mammoth 1.13.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17 mammoth==1.13.0

python - <<'END'
import re
import mammoth
import pypandoc
import word
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "A title has a note marked with a star; which number has the first numbered note?",
    "1: w:customMarkFollows says that the mark in the text stands instead of the number",
)
word.write(
    "record.docx",
    word.paragraph(word.run("Summary record") + word.call(1, "*"))
    + word.paragraph(word.run("The Chair spoke") + word.call(2) + word.run(".")),
    word.note(1, "No summary records were issued for two meetings.", "*") + word.note(2, "See paragraph 4."),
)
read = pypandoc.convert_file("record.docx", "markdown", extra_args=["--wrap=none"])
seen("pandoc", [line for line in read.splitlines() if line],
     ["Summary record[^1]", "The Chair spoke[^2].",
      "[^1]: \\* No summary records were issued for two meetings.", "[^2]: See paragraph 4."])
with open("record.docx", "rb") as file:
    html = mammoth.convert_to_html(file)
seen("mammoth", re.findall(r"\[\d+\](?:</a></sup>)?\*?", html.value), ["[1]</a></sup>*", "[2]</a></sup>"])
seen("messages of mammoth", html.messages, [])
END
