"""Running heads and feet, and the foot of page 1 (docs/conventions.md §1.5; ECMA-376 clause 17.10)."""

from __future__ import annotations

from typing import Any

from precis.writers.docx.inline import Look, pieces_of
from precis.writers.docx.markup import document, text, w
from precis.writers.docx.styles import paragraph_spacing
from precis.writers.docx.vocabulary import by_class
from precis.writers.docx.writer import Writer

__all__ = ["first_foot", "foot", "head", "sheet_foot", "sheet_head"]


def head(symbol: str, side: str, writer: Writer) -> bytes:
    """The head of the pages of a side: the symbol over a rule on the `left` or `right`; on the `first` page nothing."""
    style = writer.paragraph_style("Header")
    if side == "first":
        border = w("pBdr", w("bottom", val="none", sz=0, space=0, color="auto"))
        return document("hdr", w("p", w("pPr", style, border)))
    align = w("jc", val="right") if side == "right" else ""
    return document("hdr", w("p", w("pPr", style, align), w("r", text(symbol))))


def foot(notice: str, side: str, writer: Writer) -> bytes:
    """The foot of the pages of a side: the page's number (of how many) on the outer side, a notice in the middle."""
    number = w("fldSimple", w("r", _page_number(writer), text("1")), instr=" PAGE ")
    if writer.style.heads.get("pages"):
        number += w("r", _page_number(writer), text("/"))
        number += w("fldSimple", w("r", _page_number(writer), text("1")), instr=" NUMPAGES ")
    middle = w("r", w("tab"), text(notice)) if notice else w("r", w("tab"))
    content = number + middle if side == "left" else middle + w("r", w("tab")) + number
    return document("ftr", _foot_line(content, writer))


def _page_number(writer: Writer) -> str:
    return w("rPr", w("rStyle", val=writer.sheet.ids["PageNumber"]))


def _foot_line(content: str, writer: Writer, spacing: str = "") -> str:
    width = writer.style.text_width
    # The line of page 1, with the job number and the code, is the same in all languages.
    turned = w("bidi", val=0) if spacing and writer.style.rtl else ""
    tabs = w("tabs", w("tab", val="center", pos=width // 2), w("tab", val="right", pos=width))
    return w("p", w("pPr", writer.paragraph_style("Footer"), tabs, turned, spacing), content)


def first_foot(footer: Any, notice: str, writer: Writer) -> bytes:
    """The foot of page 1: the corrections, and below them a line with the job number, the notice and the QR code."""
    parts = by_class([] if footer is None else footer, ("corrections", "job-number", "qr"))
    corrections = _corrections(parts["corrections"], writer)
    size = Look(size=writer.style.styles["Normal"].size)
    number = "".join(writer.runs(pieces_of(job, size), writer.first_foot) for job in parts["job-number"])
    pictures = writer.bar_code(writer.first_foot)
    pictures += "".join(writer.image(code, writer.first_foot) for code in parts["qr"])
    middle = w("r", w("tab"), text(notice)) if notice else ""
    above = _room_above(writer) if corrections else _raised(writer)
    return document("ftr", corrections, _foot_line(number + middle + pictures, writer, above))


def _corrections(paragraphs: list[Any], writer: Writer) -> str:
    page_class = writer.style.classes["corrections"]
    style = writer.paragraph_style(page_class.style.id)
    spaced = paragraph_spacing(page_class.style, before=writer.style.first_foot["corrections_gap"])
    return "".join(
        w("p", w("pPr", style, "" if index else spaced), writer.runs(pieces_of(element), writer.first_foot))
        for index, element in enumerate(paragraphs)
    )


def _raised(writer: Writer) -> str:
    raised = writer.style.first_foot.get("job_raised", 0)
    return w("spacing", after=raised) if raised else ""


def _room_above(writer: Writer) -> str:
    """The corrections end where the text of other pages ends, the job number where their foot ends."""
    style = writer.style
    between = style.page["bottom"] - style.page["footer"] - style.styles["Normal"].line
    raised = style.first_foot.get("job_raised", 0)
    before = max(0, between - style.classes["corrections"].style.after)
    return w("spacing", before=before, **({"after": raised} if raised else {}))


def sheet_head(words: str, notice: str, writer: Writer) -> bytes:
    """The running head of sheets: what they are, and at the other end the notice; without words, no head."""
    style = writer.paragraph_style("Header")
    if not words:
        border = w("pBdr", w("bottom", val="none", sz=0, space=0, color="auto"))
        return document("hdr", w("p", w("pPr", style, border)))
    line = w("r", text(words)) + w("r", w("tab")) + w("r", text(notice))
    return document("hdr", w("p", w("pPr", style, _end_tab(writer)), line))


def sheet_foot(words: str, writer: Writer) -> bytes:
    """The foot of sheets: its words, and at the other end the page's number of how many."""
    page, pages = (
        w("fldSimple", w("r", _page_number(writer), text("1")), instr=f" {name} ") for name in ("PAGE", "NUMPAGES")
    )
    number = page + w("r", _page_number(writer), text(" / ")) + pages
    line = w("r", text(words)) + w("r", w("tab")) + number
    return document("ftr", w("p", w("pPr", writer.paragraph_style("Footer"), _end_tab(writer)), line))


def _end_tab(writer: Writer) -> str:
    return w("tabs", w("tab", val="right", pos=writer.style.text_width))
