#!/usr/bin/env bash
# A heading has a footnote (float: footnote). The text of the note is rightly kept out of the running head, the outline
# of the PDF and cross-references, but WeasyPrint puts the figure of its call there: "Opening of the meeting1". Set
# small and high in the heading, it is an ordinary figure behind the words elsewhere: "Item 61", "session of 20191".
# Seen on 30 November 2026 with WeasyPrint 70.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages weasyprint==70.0 pypdf==7.1.1

python - <<'END'
import re
import weasyprint
from finding import question, seen
from pypdf import PdfReader

question(
    "A heading, Agenda item 6, has a note; what do running head, outline and cross-reference call it?",
    "Agenda item 6: CSS has the call as the pseudo-element ::footnote-call, and content(text) takes none of those",
)
weasyprint.HTML(
    string="<style>@page { size: A5; @top-left { content: string(title) } } .note { float: footnote }"
    "h1 { string-set: title content(text) } a::after { content: target-text(attr(href), content) }</style>"
    '<h1 id="six">Agenda item 6<span class="note">As amended.</span></h1><p>See <a href="#six"></a>.</p>'
).write_pdf("record.pdf")
reader = PdfReader("record.pdf")
text = reader.pages[0].extract_text()
seen("running head and heading", re.findall(r"(?<!See )Agenda item \d+", text), ["Agenda item 61"] * 2)
seen("cross-reference", re.findall(r"See Agenda item \d+", text), ["See Agenda item 61"])
seen("outline", [entry.title for entry in reader.outline], ["Agenda item 61"])
END
