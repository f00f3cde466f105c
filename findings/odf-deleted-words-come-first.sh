#!/usr/bin/env bash
# In OpenDocument the words that a tracked change deleted are kept at the head of the text, under text:tracked-changes.
# odfpy and odfdo count them among the paragraphs; odfpy's extractText also prints who deleted them and when. A reader
# gets deleted words as the first words of the record, the newest deletion above the title.
# Seen on 30 November 2026 with odfpy 1.4.1 and odfdo 3.27.3.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages odfpy==1.4.1 odfdo==3.27.3

python - <<'END'
import odfdo
import opendocument
from finding import question, seen
from odf import teletype
from odf.opendocument import load
from odf.text import P

question(
    "A sentence was deleted with changes tracked; which paragraphs has the text?",
    "the two that are left, since deleted content is no part of the text that is shown",
)
opendocument.write(
    "record.odt",
    '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info>'
    "<dc:creator>Editor</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
    "<text:p>Withdrawn words.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    '<text:p>The Chair spoke.<text:change text:change-id="c1"/></text:p><text:p>The meeting rose.</text:p>',
)
file = load("record.odt")
seen("odfpy, paragraphs", [teletype.extractText(part) for part in file.getElementsByType(P)],
     ["Withdrawn words.", "The Chair spoke.", "The meeting rose."])
seen("odfpy, text", teletype.extractText(file.text),
     "Editor2024-01-01T00:00:00Withdrawn words.The Chair spoke.The meeting rose.")
seen("odfdo, paragraphs", [part.text_recursive for part in odfdo.Document("record.odt").body.get_paragraphs()],
     ["Withdrawn words.", "The Chair spoke.", "The meeting rose."])
END
