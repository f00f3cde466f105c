#!/usr/bin/env bash
# An Arabic record is set from the right: the first column of a page in two columns is the right one. WeasyPrint turns
# tables, columns and flexible boxes round for direction: rtl, but not a grid: its first column stays on the left, where
# its words stand at the right edge. And what floats to the left in a paragraph from the right is set outside of the
# paragraph, in the margin; what floats to the right in one from the left stands within.
# Seen on 30 November 2026 with WeasyPrint 70.0.
. "$(dirname "${BASH_SOURCE[0]}")/lib/begin.sh"
python_packages weasyprint==70.0 pypdfium2==5.15.2

python - <<'END'
import pypdfium2
import weasyprint
from finding import question, seen

PAGE = "@page { size: 400pt 200pt; margin: 0 } body { margin: 0; font: 10pt serif } p { margin: 0 100pt }"


def order(rules: str, body: str) -> list[str]:
    """The words of a page that are looked for, from the left; the edges of its paragraph are called margins."""
    weasyprint.HTML(string=f"<style>{PAGE} {rules}</style>{body}").write_pdf("record.pdf")
    text = pypdfium2.PdfDocument("record.pdf")[0].get_textpage()
    words = text.get_text_range()
    places = {word: text.get_charbox(words.index(word))[0] for word in ("First", "Second", "Float") if word in words}
    places |= {"margin": 99.0} if "Float" in words else {}
    return sorted(places, key=places.__getitem__)


BOXES = {
    "table": ("table { width: 400pt; table-layout: fixed }", "<table dir={}><tr><td>First<td>Second</table>"),
    "columns": (".c { columns: 2 } h2 { break-before: column }", "<div class=c dir={}><h2>First</h2><h2>Second</h2></div>"),
    "flex": (".f { display: flex } .f * { width: 200pt }", "<div class=f dir={}><b>First</b><b>Second</b></div>"),
    "grid": (".g { display: grid; grid-template-columns: 1fr 3fr }", "<div class=g dir={}><b>First</b><b>Second</b></div>"),
}
question("Where is the first of two columns, if the text runs from the right?", "on the right, in all of them")
for name, (rules, body) in BOXES.items():
    seen(f"{name}, from the left", order(rules, body.format("ltr")), ["First", "Second"])
    turned = ["First", "Second"] if name == "grid" else ["Second", "First"]
    seen(f"{name}, from the right", order(rules, body.format("rtl")), turned)

question("Where is what floats to the far edge of a paragraph?", "within the paragraph")
seen("to the right, from the left", order("b { float: right }", "<p dir=ltr>Text <b>Float</b></p>"), ["margin", "Float"])
seen("to the left, from the right", order("b { float: left }", "<p dir=rtl>Text <b>Float</b></p>"), ["Float", "margin"])
END
