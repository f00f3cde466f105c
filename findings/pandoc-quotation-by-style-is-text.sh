#!/usr/bin/env bash
# A quotation in a record is a paragraph set in from both sides. Where the paragraph itself says so, pandoc reads a
# block quotation. Where its style says so, as house styles do, pandoc reads a paragraph of the text: the same page, and
# the words of a treaty become words of the speaker. A paragraph set in from the left alone is a quotation to it, too.
# Seen on 30 November 2026 with pandoc 3.9 (pypandoc_binary 1.17) and python-docx 1.2.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages pypandoc_binary==1.17 python-docx==1.2.0

python - <<'END'
import json

import docx
import pypandoc
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from finding import question, seen

seen("version of pandoc", str(pypandoc.get_pandoc_version()), "3.9")
question(
    "Is a paragraph that its style sets in from both sides a quotation?",
    "yes, as one that is set in by itself: the two look the same",
)
file = docx.Document()
style = file.styles.add_style("Quoted text", WD_STYLE_TYPE.PARAGRAPH)
style.paragraph_format.left_indent = style.paragraph_format.right_indent = Pt(36)
file.add_paragraph("The Chair read out two articles:")
file.add_paragraph("States Parties shall act.", style="Quoted text")
itself = file.add_paragraph("States Parties shall report.").paragraph_format
itself.left_indent = itself.right_indent = Pt(36)
file.add_paragraph("Mr. Sy agreed.")
file.add_paragraph("He would come back to it.").paragraph_format.left_indent = Pt(36)
file.save("record.docx")

blocks = json.loads(pypandoc.convert_file("record.docx", "json"))["blocks"]
seen("blocks", [block["t"] for block in blocks], ["Para", "Para", "BlockQuote", "Para", "BlockQuote"])

pypandoc.convert_file("record.docx", "docx", outputfile="again.docx")
again = docx.Document("again.docx").paragraphs
seen("styles of the quotations, written again", [again[place].style.name for place in (1, 2)], ["Body Text", "Block Text"])
END
