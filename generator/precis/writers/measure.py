"""How high a sheet is, reckoned from the house style and the widths of letters, without setting it.

A document that must fit its pages chooses what it holds by this, before any writer is loaded and for all of them alike.
Lengths are points; where a name says so, twips.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from precis.writers.lines import Words, height_of_lines, line_count, words_of
from precis.writers.style import HouseStyle, ParagraphStyle, TableStyle

__all__ = ["cell_style", "inner_width", "sheet_height", "sheet_heights", "sheet_room"]

_BALANCED = 24.0
"""Points kept free below columns of one width: LibreOffice finds their height by trial, and leaves some room."""

_OF_SCRIPT = 0.94
"""The part of a page that is filled where a script has fonts of its own: beside Latin letters they open the lines."""

SPARE = 10.0
"""Points of a page that are kept free, for what a writer does otherwise than reckoned."""


def sheet_room(style: HouseStyle, *, first: bool) -> float:
    """The height that a sheet may fill on its page; the first begins higher."""
    top = style.page["first_top" if first else "top"]
    room = (style.page["height"] - top - style.page["bottom"]) / 20 - SPARE
    return room * _OF_SCRIPT if style.script else room


def inner_width(element: Any, style: HouseStyle) -> int:
    """The width in twips of the column, box or sheet that an element of a sheet stands in."""
    parent = element.getparent()
    if parent is None or parent.get("class") == "sheet":
        return style.text_width
    if parent.get("class") == "column":
        widths = style.arrangements[parent.getparent().get("data-arrangement")]
        return widths[list(parent.getparent()).index(parent)]
    inset = 2 * style.box["inset"] if parent.get("class") == "box" else 0
    return inner_width(parent, style) - inset


def sheet_height(sheet: Any, style: HouseStyle, step: int = 0) -> float:
    """The height of what a sheet holds, with its leading `step` steps wider than usual."""
    return next(sheet_heights(sheet, style, (step,)))


def sheet_heights(sheet: Any, style: HouseStyle, steps: Iterable[int]) -> Iterator[float]:
    """The heights of a sheet with each of these leadings; what its blocks say is gathered once."""
    known: dict[Any, Words] = {}
    return (_Leading(style, step, known).flow(sheet, style.text_width / 20) for step in steps)


@dataclass(frozen=True, slots=True)
class _Leading:
    """A sheet set with some leading; `known` are the words of the blocks that were asked for."""

    style: HouseStyle
    step: int
    known: dict[Any, Words]

    def flow(self, blocks: Iterable[Any], width: float) -> float:
        """The height of blocks below each other. The first has nothing above it."""
        height = 0.0
        for number, block in enumerate(blocks):
            before, inside, after = self.block(block, width)
            height += (before if number else 0.0) + inside + after
        return height

    def block(self, block: Any, width: float) -> tuple[float, float, float]:
        """The space above a block, its height, and the space below it."""
        style = self.style
        if block.tag == "table":
            kind = style.tables[block.get("class", "plain")]
            return kind.before / 20, self.table(block, kind), kind.after / 20
        if block.get("class") == "columns":
            return self.columns(block)
        if block.get("class") == "box":
            box = style.box
            inside = self.flow(block, width - box["inset"] / 10)
            return box["before"] / 20, inside + (box["above"] + box["below"]) / 20, 0.0
        if block.tag in ("ul", "blockquote"):
            own = [self.block(child, width) for child in block] or [(0.0, 0.0, 0.0)]
            between = sum(before + after for before, _, after in own) - own[0][0] - own[-1][2]
            return own[0][0], sum(inside for _, inside, _ in own) + between, own[-1][2]
        return self.paragraph(block, width)

    def columns(self, block: Any) -> tuple[float, float, float]:
        """The same of columns side by side."""
        style = self.style
        widths = style.arrangements[block.get("data-arrangement")]
        heights = (self.flow(child, own / 20) for child, own in zip(block, widths, strict=True))
        below = _BALANCED if len(widths) > 1 and max(widths) - min(widths) <= 1 and block.getnext() is not None else 0.0
        return style.columns["before"] / 20, max(heights), style.columns["after"] / 20 + below

    def paragraph(self, block: Any, width: float) -> tuple[float, float, float]:
        """The same of a paragraph."""
        own = self.style.classes[block.get("class")].style.led(self.step)
        count = line_count(self.words(block, own), width - (own.left + own.right) / 20)
        rules = sum(rule.width / 8 + rule.gap / 20 for rule in (own.rule_above, own.rule_below) if rule)
        return own.before / 20, height_of_lines(count, own) + rules, own.after / 20

    def table(self, table: Any, kind: TableStyle) -> float:
        """The height of a table."""
        widths = [int(width) for width in table.get("data-widths").split()]
        rows = list(table.iter("tr"))
        heads = sum(row.getparent().tag == "thead" for row in rows)
        rules = (kind.rule_head if heads else 0) + kind.rule_row * max(0, len(rows) - heads - 1) + kind.rule_bottom
        return float(sum(self.row(row, widths, kind) for row in rows) + rules / 8)

    def row(self, row: Any, widths: list[int], kind: TableStyle) -> float:
        """The height of a row."""
        height, at = 0.0, 0
        for cell in row:
            own = cell_style(cell, kind).led(self.step)
            span = int(cell.get("colspan", 1))
            gutter = kind.gutter if at + span < len(widths) else kind.inset
            room = (sum(widths[at : at + span]) - gutter) / 20
            lines = height_of_lines(line_count(self.words(cell, own), room), own)
            height = max(height, lines + (own.before + own.after) / 20)
            at += span
        return height

    def words(self, block: Any, own: ParagraphStyle) -> Words:
        """The words of a block, which are the same in each leading."""
        found = self.known.get(block)
        if found is None:
            found = self.known[block] = words_of(block, own, self.style)
        return found


def cell_style(cell: Any, kind: TableStyle) -> ParagraphStyle:
    """The style that a cell of a table is set in."""
    if cell.getparent().getparent().tag == "thead":
        return kind.head
    return kind.label if cell.tag == "th" else kind.cell
