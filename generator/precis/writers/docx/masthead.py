"""The masthead: a table that floats at the head of page 1 (docs/conventions.md §1.3; ECMA-376 clause 17.4.57)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from precis.writers.docx.inline import PLAIN, Look, pieces_of
from precis.writers.docx.markup import w
from precis.writers.docx.vocabulary import by_class
from precis.writers.docx.writer import Writer
from precis.writers.fit import fitted_treaty, is_wide

__all__ = ["masthead_table"]

_LINES = ("united-nations", "symbol", "emblem", "treaty", "distribution", "issued", "language")


def masthead_table(header: Any, writer: Writer) -> str:
    """The masthead in its order: United Nations, symbol; emblem, treaty, distribution with date and language."""
    masthead = writer.style.masthead
    lines = by_class(header, _LINES)
    first, second, third, fourth = masthead["columns"]
    top, bottom = masthead["rule_top"], masthead["rule_bottom"]
    name, symbol = _united_nations(lines["united-nations"], writer), _symbol(lines["symbol"], writer)
    wide = is_wide(_text_of(lines["united-nations"]), writer.style)
    upper = (
        _cell(first, _all([], writer, ""), below=top, low=True),
        _cell(second + third if wide else second, name, span=2 if wide else 1, below=top, low=True),
        _cell(fourth if wide else third + fourth, symbol, span=1 if wide else 2, below=top, low=True),
    )
    lower = (
        _cell(first, _emblem(lines["emblem"], writer), above=top, below=bottom),
        _cell(second + third, _treaty(lines["treaty"], writer), span=2, above=top, below=bottom),
        _cell(fourth, _particulars(lines, writer), above=top, below=bottom),
    )
    rows = (
        w("tr", w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact")), *cells)
        for height, cells in zip(masthead["heights"], (upper, lower), strict=True)
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in masthead["columns"]))
    return w("tbl", _properties(writer), grid, *rows)


def _properties(writer: Writer) -> str:
    masthead = writer.style.masthead
    place = w(
        "tblpPr",
        leftFromText=masthead["wrap"],
        rightFromText=masthead["wrap"],
        vertAnchor="page",
        horzAnchor="page",
        tblpX=masthead["x"],
        tblpY=masthead["y"],
    )
    return w(
        "tblPr",
        place,
        w("tblOverlap", val="never"),
        w("bidiVisual") if writer.style.rtl else "",
        w("tblW", w=sum(masthead["columns"]), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
    )


def _cell(width: int, content: str, *, span: int = 1, above: int = 0, below: int, low: bool = False) -> str:
    rules = "".join(
        w(side, val="single", sz=thickness, space=0, color="auto")
        for side, thickness in (("top", above), ("bottom", below))
        if thickness
    )
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else "",
        w("tcBorders", rules),
        w("vAlign", val="bottom") if low else "",
    )
    return w("tc", properties, content)


def _paragraph(element: Any, writer: Writer, properties: str, look: Look = PLAIN) -> str:
    style = writer.paragraph_style("MastheadG")
    runs = "" if element is None else writer.runs(pieces_of(element, look), writer.main)
    return w("p", w("pPr", style, writer.direction(element), properties), runs)


def _united_nations(lines: list[Any], writer: Writer) -> str:
    size, line, after = writer.style.masthead["united_nations"]
    spacing = w("spacing", after=after, line=line, lineRule="exact")
    return _all(lines, writer, spacing, Look(size=size))


def _symbol(lines: list[Any], writer: Writer) -> str:
    # At the end of its line, where that is not where its letters begin.
    return _all(lines, writer, "" if writer.style.rtl else w("jc", val="right"))


def _emblem(lines: list[Any], writer: Writer) -> str:
    return _all(lines, writer, w("spacing", before=writer.style.masthead["emblem_before"]))


def _text_of(lines: list[Any]) -> str:
    """The words of some lines; "\n" is a line break."""
    return "".join("\n" if piece.kind == "break" else piece.text for line in lines for piece in pieces_of(line))


def _treaty(lines: list[Any], writer: Writer) -> str:
    masthead = writer.style.masthead
    size, line = fitted_treaty(_text_of(lines), writer.style)
    spacing = w("spacing", before=masthead["treaty_before"], line=line, lineRule="exact")
    return _all(lines, writer, spacing, Look(bold=True, size=size))


def _particulars(lines: Mapping[str, list[Any]], writer: Writer) -> str:
    """Distribution and date; below them, after a blank line, the language or languages."""
    masthead = writer.style.masthead
    exact = {"line": masthead["line"], "lineRule": "exact"}
    spaced = w("spacing", before=masthead["lines_before"], **exact)
    close = w("spacing", **exact)
    groups = (lines["distribution"] + lines["issued"], lines["language"])
    paragraphs = (
        _paragraph(element, writer, spaced if index == 0 else close)
        for group in groups
        for index, element in enumerate(group)
    )
    return "".join(paragraphs) or _paragraph(None, writer, close)


def _all(lines: list[Any], writer: Writer, properties: str, look: Look = PLAIN) -> str:
    """The paragraphs of a cell; a cell without text holds an empty one, since Word wants one in each."""
    return "".join(_paragraph(line, writer, properties, look) for line in lines or [None])
