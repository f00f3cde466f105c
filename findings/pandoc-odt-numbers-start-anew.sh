#!/usr/bin/env bash
# OpenDocument gives the first number of a list at its item (text:start-value), or says that the list goes on
# (text:continue-numbering, text:continue-list). pandoc's reader leaves the first and the third unread, so that
# paragraphs 12 and 13 come out as 1 and 2; and a first list that "goes on" counts from 0. LibreOffice gives 12 and 1.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17).
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17

python - <<'END'
import opendocument
import pypandoc
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "Which numbers have paragraphs whose list starts with 12, goes on after another list, or goes on from nothing?",
    "12 and 13; 3; 1 and 2: what LibreOffice shows",
)


def numbers(body):
    opendocument.write("record.odt", body)
    text = pypandoc.convert_file("record.odt", "plain")
    return [line.split()[0] for line in text.splitlines() if line.strip()]


item, listed = opendocument.item, opendocument.listed
seen("starts with 12", numbers(listed(item("a", ' text:start-value="12"') + item("b"))), ["1.", "2."])
seen("goes on after another list",
     numbers(listed(item("a") + item("b"), ' xml:id="one"') + "<text:p>text</text:p>"
             + listed(item("c"), ' xml:id="two"') + "<text:p>text</text:p>"
             + listed(item("d"), ' xml:id="three" text:continue-list="one"')),
     ["1.", "2.", "text", "1.", "text", "1."])
seen("goes on from nothing", numbers(listed(item("a") + item("b"), ' text:continue-numbering="true"')), ["0.", "1."])
END
