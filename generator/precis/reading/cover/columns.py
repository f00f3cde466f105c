"""Mastheads whose columns a converter set side by side, read one column after the other (docs/conventions.md §1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from precis.reading.line import LineLook, TextLine

__all__ = ["by_columns"]

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LEFTMOST = 30
"""No column but the first begins before this character of a line."""

_NEAR = 4
"""A cell begins where its column does, or so many characters before."""

_FARTHEST = 3
"""So many lines may stand between two that have columns, and belong to one of these."""


def by_columns(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a cover, with the cells of tables, and what wide gaps set apart, one column after the other.

    A gap after a colon stands between a label and what it labels, and stays.
    """
    out: list[TextLine] = []
    at = 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        out.extend(_columns(lines[at:end]) if end > at else [lines[at]])
        at = max(end, at + 1)
    return out


def _end_of_table(lines: Sequence[TextLine], start: int) -> int:
    """Where the lines with columns end that begin at `start`: `start` itself if that one has none."""
    end = at = start
    while at < len(lines) and at - end <= (_FARTHEST if end > start else 0):
        if len(_cells(lines[at])) > 1:
            end = at + 1
        at += 1
    return end


def _cells(line: TextLine) -> Sequence[TextLine]:
    """The cells of a line, each with the place where it begins."""
    if line.look is LineLook.ROW:
        return [replace(line, inlines=cell, look=LineLook.TEXT, cells=()) for cell in line.cells]
    gaps = [gap for gap in _GAP.finditer(line.text) if line.left + gap.end() >= _LEFTMOST]
    if not gaps or any(line.text[: gap.start()].rstrip().endswith(":") for gap in gaps):
        return [line]
    edges = zip((0, *(gap.end() for gap in gaps)), (*(gap.start() for gap in gaps), len(line.text)), strict=True)
    cells = [replace(line.part(start, end), left=line.left + start) for start, end in edges]
    return cells if all(re.search(r"[^\W\d_]", cell.text) for cell in cells) else [line]


def _columns(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The cells of the lines, by columns. A line of one cell is in the column that begins where it does."""
    rows = [_cells(line) for line in lines]
    split = min((row[1].left for row in rows if len(row) > 1), default=0)
    placed = [(None, *row) if len(row) == 1 and row[0].left + _NEAR >= split > 0 else row for row in rows]
    for column in zip_longest(*placed):
        yield from (cell for cell in column if cell is not None and cell.text.strip())
