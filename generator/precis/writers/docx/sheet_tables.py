"""The tables of sheets in WordprocessingML: columns of natural widths, rules between rows, cells of other looks."""

from __future__ import annotations

from typing import Any

from precis.writers.docx.inline import PLAIN, Look, pieces_of
from precis.writers.docx.markup import half_points, w
from precis.writers.docx.styles import paragraph_spacing
from precis.writers.docx.writer import Writer
from precis.writers.measure import cell_style
from precis.writers.style import CellLook, HouseStyle, TableStyle

__all__ = ["sheet_table"]

_THIN = 20
"""Twips of the paragraph that Word wants between tables; it shows nothing."""


def sheet_table(element: Any, writer: Writer) -> str:
    """A table of a class of the house style; in a box it stands on the tint, as wide as the box."""
    style = writer.style
    kind = style.tables[element.get("class", "plain")]
    widths = [int(int(width) * writer.part_of_width) for width in element.get("data-widths").split()]
    inset = style.box["inset"] if writer.boxed else 0
    widths[0] += inset
    widths[-1] += inset
    if any(style.cells[name].frame for name in _looks(element, style)):
        widths[-1] -= _THIN  # the frame of a last cell is drawn on its edge, and must be inside the column
    rows = list(element.iter("tr"))
    properties = w(
        "tblPr",
        w("bidiVisual") if style.rtl else "",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblBorders", *_rules(kind, style)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=kind.gutter, type="dxa")),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    content = "".join(_row(row, widths, kind, writer) for row in rows)
    below = w("p", w("pPr", w("spacing", before=0, after=0, line=max(_THIN, kind.after), lineRule="exact")))
    above = w("p", w("pPr", w("spacing", before=0, after=0, line=kind.before, lineRule="exact"))) if kind.before else ""
    return above + w("tbl", properties, grid, content) + below


def _looks(element: Any, style: HouseStyle) -> set[str]:
    """The looks of their own that cells of a table have."""
    return {name for cell in element.iter("td") if (name := cell.get("class")) in style.cells}


def _rules(kind: TableStyle, style: HouseStyle) -> list[str]:
    rules = []
    if kind.rule_bottom:
        rules.append(_rule("bottom", kind.rule_bottom, style.colour("")))
    if kind.rule_row:
        rules.append(_rule("insideH", kind.rule_row, style.colour("blue")))
    return rules


def _rule(side: str, thickness: int, colour: str) -> str:
    return w(side, val="single", sz=thickness, space=0, color=colour)


def _row(row: Any, widths: list[int], kind: TableStyle, writer: Writer) -> str:
    head = row.getparent().tag == "thead"
    cells, at = [], 0
    for cell in row:
        span = int(cell.get("colspan", 1))
        cells.append(_cell(cell, sum(widths[at : at + span]), kind, writer))
        at += span
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader") if head else ""), *cells)


def _cell(cell: Any, width: int, kind: TableStyle, writer: Writer) -> str:
    style, name = writer.style, cell.get("class", "")
    look = style.cells.get(name, CellLook())
    own = cell_style(cell, kind)
    span = int(cell.get("colspan", 1))
    ground = style.colour(look.ground) if look.ground else style.colour("tint") if writer.boxed else ""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else "",
        w("tcBorders", inside) if (inside := _borders(cell, look, kind, style)) else "",
        w("shd", val="clear", color="auto", fill=ground) if ground else "",
        _margins(cell, name in style.cells, kind, writer),
        w("vAlign", val="bottom") if cell.getparent().getparent().tag == "thead" else "",
    )
    led = own.led(writer.step)
    align = w("jc", val="right") if name == "figure" else ""
    keep = w("keepNext") if cell.getparent().get("class") == "group" else ""
    spacing = paragraph_spacing(led) if led is not own else ""
    paragraph = w("pPr", writer.paragraph_style(own.id), keep, spacing, align)
    runs = writer.runs(pieces_of(cell, _look(cell, name, look, style)), writer.main)
    return w("tc", properties, w("p", paragraph, writer.anchored(cell, runs)))


def _look(cell: Any, name: str, look: CellLook, style: HouseStyle) -> Look:
    colour = style.colour("blue") if name == "reference" else style.colour(look.ink) if look.ink else ""
    bold = cell.getparent().get("class") in ("group", "total")
    return Look(bold=bold or PLAIN.bold, colour=colour, in_cell=half_points(style.reference["superscript_in_cell"]))


def _borders(cell: Any, look: CellLook, kind: TableStyle, style: HouseStyle) -> str:
    """The rules about a cell, in the order of the schema: top, left, bottom, right."""
    row = cell.getparent().get("class")
    if cell.getparent().getparent().tag == "thead":
        return _rule("bottom", kind.rule_head, style.colour("")) if kind.rule_head else ""
    if row == "group":
        return _rule("bottom", 4, style.colour(""))
    if row == "total":
        return _rule("top", 4, style.colour(""))
    if look.frame:
        frame = look.frame
        return "".join(
            _rule(side, frame.width, style.colour(frame.colour)) for side in ("top", "left", "bottom", "right")
        )
    if look.ground:
        # A line of paper parts it from its neighbours.
        paper = {side: _rule(side, 8, style.colour("white")) for side in ("top", "left", "bottom", "right")}
        if look.edge:
            paper["left"] = _rule("left", look.edge.width, style.colour(look.edge.colour))
        return "".join(paper.values())
    return ""


def _margins(cell: Any, looks: bool, kind: TableStyle, writer: Writer) -> str:
    """The room inside a cell at its sides, where it is not that of the table."""
    box = writer.style.box
    inset = box["inset"] if writer.boxed else 0
    first = cell.getprevious() is None and inset
    last = cell.getnext() is None
    left = box["cell"] if looks else first or (kind.inset if last else 0)
    sides = (w("left", w=left, type="dxa") if left else "") + (w("right", w=inset, type="dxa") if last else "")
    return w("tcMar", sides) if sides else ""
