"""The masthead: columns of a table that is ruled, not tagged (docs/conventions.md §1.3), read one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from precis.reading.forms.pdf.blocks import Block, blocks_of
from precis.reading.forms.pdf.drawing import Rule
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.rows import Row, row_of

__all__ = ["masthead_blocks"]

_PART = 0.65
"""A rule of the masthead is longer than this part of the page's width."""
_LOWEST = 0.55
"""Part of the page's height above which the masthead ends."""
_SAME = 6
_FARTHEST = 160
"""Points between two rules of one masthead, at most."""


def masthead_blocks(
    rows: Sequence[Row], rules: Sequence[Rule], width: float, height: float, measure: Measure
) -> tuple[list[Block], list[Row]]:
    """The paragraphs of the masthead of page 1, and the rows below it. Without its rules it cannot be told apart."""
    long = [rule for rule in rules if rule.length > _PART * width and rule.base > _LOWEST * height]
    if not long:
        return [], list(rows)
    end = min(rule.base for rule in long)
    inside = [row for row in rows if row.base > end]
    upper = [rule.base for rule in long if end + 1 < rule.base <= end + _FARTHEST]
    head = max(upper, default=end)
    cells = [cell for row in inside if row.base > head for cell in row.cells()]
    blocks = [Block([cell]) for cell in sorted(cells, key=lambda cell: cell.left)]
    for column in _columns([row for row in inside if row.base <= head]):
        # The last column is as wide as the rules let it be.
        right = max(rule.right for rule in long) if column[0].left > width / 2 else None
        blocks.extend(blocks_of(column, measure, right))
    return blocks, [row for row in rows if row.base <= end]


def _columns(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows by the places where they begin, from left to right. What is farther right in a row goes with its column."""
    begins: list[float] = []
    cells = [cell for row in rows for cell in row.cells()]
    for cell in sorted(cells, key=lambda cell: cell.left):
        if not begins or cell.left - begins[-1] > _SAME:
            begins.append(cell.left)
    columns: dict[float, list[Row]] = {begin: [] for begin in begins}
    for cell in cells:
        columns[max(begin for begin in begins if begin <= cell.left)].append(row_of(cell.page, cell.pieces))
    return list(columns.values())
