#!/usr/bin/env bash
# WeasyPrint sets notes at the foot of the page (float: footnote). A note called from a running element, or from a box
# that is placed absolutely, as mastheads are, is lost: its call is printed (a 0 in a running element), its number is
# used up, and its text is nowhere. Nothing is logged.
# Seen on 30 November 2026 with WeasyPrint 70.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages weasyprint==70.0 pypdf==7.1.1

python - <<'END'
import logging
import re
import weasyprint
from finding import question, seen
from pypdf import PdfReader

warnings = []
logger = logging.getLogger("weasyprint")
logger.handlers = [logging.Handler()]
logger.handlers[0].emit = warnings.append

question(
    "A masthead and the text have a note each; what is printed?",
    "two calls and two notes, wherever the masthead stands, or a warning",
)
STYLE = "@page { size: A5; @top-left { content: element(masthead) } } .note { float: footnote }"
for place, printed in {
    "static": ["Of the masthead", "Of the text", "Symbol1", "Text2"],
    "absolute; top: 0": ["Of the text", "Symbol1", "Text2"],
    "running(masthead)": ["Of the text", "Symbol0", "Text2"],
}.items():
    weasyprint.HTML(
        string=f'<style>{STYLE}</style>'
        f'<div style="position: {place}">Symbol<span class="note">Of the masthead.</span></div>'
        '<p>Text<span class="note">Of the text.</span></p>'
    ).write_pdf("record.pdf")
    text = PdfReader("record.pdf").pages[0].extract_text()
    seen(place, sorted(re.findall(r"Symbol\d|Text\d|Of the \w+", text)), printed)
seen("warnings", [record.getMessage() for record in warnings], [])
END
