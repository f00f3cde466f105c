"""Tables without rules: rows of figures that stand one below the other, or of cells below a bold head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from precis.reading.forms.pdf.blocks import begins_item
from precis.reading.forms.pdf.cells import FIGURES, TableRow
from precis.reading.forms.pdf.rows import Piece, Row, row_of

__all__ = ["with_aligned_tables"]

_SAME = 1.5
"""Points within which cells of a column begin or end at one place."""
_GAP = 0.17
"""Parts of the size between two cells, at least: less than a blank, so that their places must tell the rest."""
_WIDE = 1.2
"""A gap so wide, in parts of the size, parts two cells whatever stands in them."""
_FARTHEST = 2.8
"""Rows of a table are no farther apart, in parts of their size."""
_BEFORE = 8
"""So many rows above one may show the columns in which it has no cell."""
_TIGHT = 1.34
"""Lines of one cell are no farther apart, in parts of their size."""
_PASSES = 12
"""So many words in a row may stand over no column."""
_LABEL = 0.4
"""The first cell takes no more than this part of the width of the page."""
_SENTENCE = re.compile(r"[.:;]$")


def with_aligned_tables(rows: Sequence[Row | TableRow], width: float) -> list[Row | TableRow]:
    """The rows of a page in their order, those of tables without rules as such. `width` is that of the page."""
    out: list[Row | TableRow] = []
    at = 0
    while at < len(rows):
        body = _figure_rows(rows, at, width) or _rows_below_head(rows, at)
        spans = _spans(body) if body else []
        above = out[-1] if out else None
        head = above if body and isinstance(above, Row) and _is_head(above, body, spans) else None
        # One row may be the last of its page, below a head that is sure.
        if not body or (len(body) == 1 and not (head is not None and head.bold)):
            out.append(rows[at])
            at += 1
            continue
        headed = head is not None or body[0].row.bold
        if head is not None:
            out.pop()
            body.insert(0, _Line(head, [], _taken_above(out, head, spans)))
        for number, (row, _, more) in enumerate(body):
            label, *others = _parted(row, spans)
            whole = (*more, *label) if row is head else (*label, *more)
            out.append(TableRow(row.page, (whole, *others), number == 0, number == 0 and headed))
        at += sum(1 + len(line.more) for line in body if line.row is not head)
    return out


def _taken_above(out: list[Row | TableRow], head: Row, spans: Sequence[_Cell]) -> list[Row]:
    """The line above a head with which its first cell begins, as cells of several lines do; taken from the rows."""
    above = out[-1] if out else None
    if not isinstance(above, Row) or not _beside(above, head, spans) or above.bold != head.bold:
        return []
    before = out[-2] if len(out) > 1 else None
    if isinstance(before, Row) and before.base - above.base <= above.base - head.base + _SAME:
        return []
    if _SENTENCE.search(above.text):
        return []
    out.pop()
    return [above]


def _beside(row: Row, other: Row, spans: Sequence[_Cell]) -> bool:
    """Whether a row is a further line of the first cell of the other, above or below it."""
    tight = 0 < abs(other.base - row.base) <= _TIGHT * max(row.size, other.size)
    inside = abs(row.left - spans[0][0]) < _SAME and row.right <= spans[1][0]
    return row.page == other.page and tight and inside and len(row.cells()) == 1


_Cell = tuple[float, float]


class _Line(NamedTuple):
    """A row of a table: where its cells begin and end, and the further lines of the first of them."""

    row: Row
    cells: list[_Cell]
    more: list[Row]


_Body = list[_Line]


def _figure_rows(rows: Sequence[Row | TableRow], at: int, width: float) -> _Body:
    """The rows from one on that end in figures in the same columns, one below the other."""
    body: _Body = []
    for row in rows[at:]:
        cells = _label_and_figures(row, width) if isinstance(row, Row) else []
        if isinstance(row, Row) and body and not cells and _goes_on_below(body[-1], row):
            body[-1].more.append(row)
            continue
        if not isinstance(row, Row) or len(cells) < 2 or (body and not _goes_on(body, row, cells)):
            break
        body.append(_Line(row, cells, []))
    return body


def _goes_on_below(line: _Line, row: Row) -> bool:
    """Whether a row goes on with the label of the one above it: closely, in small letters."""
    above = line.more[-1] if line.more else line.row
    return row.text[:1].islower() and _beside(row, above, line.cells) and not _SENTENCE.search(row.text)


def _label_and_figures(row: Row, width: float) -> list[_Cell]:
    """Where the cells of a row stand that ends in figures: what is before them is one cell."""
    if not FIGURES.fullmatch(row.pieces[-1].text.strip()):
        return []
    figures: list[Piece] = []
    pieces = list(row.pieces)
    while len(pieces) > 1 and FIGURES.fullmatch(pieces[-1].text.strip()) and not pieces[-1].raised:
        if pieces[-1].left - pieces[-2].right < _GAP * row.size:
            break
        figures.insert(0, pieces.pop())
    label = row_of(row.page, pieces)
    wide = label.right - label.left > _LABEL * width
    if not figures or wide or begins_item(row.text) or _SENTENCE.search(label.text) or label.pieces[0].raised:
        return []
    if len(figures) == 1 and figures[0].left - label.right < _WIDE * row.size:
        return []
    return [(label.left, label.right), *((piece.left, piece.right) for piece in figures)]


def _rows_below_head(rows: Sequence[Row | TableRow], at: int) -> _Body:
    """The rows from one on that have as many cells far apart, the first of them bold; three at least."""
    body: _Body = []
    for row in rows[at:]:
        if not isinstance(row, Row) or row.bold == bool(body):
            break
        cells = [(cell.left, cell.right) for cell in row.cells()]
        other = body and (len(cells) != len(body[-1].cells) or not _goes_on(body, row, cells))
        if len(cells) < 2 or begins_item(row.text) or other:
            break
        body.append(_Line(row, cells, []))
    return body if len(body) > 2 else []


def _goes_on(body: _Body, row: Row, cells: list[_Cell]) -> bool:
    """Whether a row stands below others in the same columns, and near them. It may have no cell in some of them."""
    before = (body[-1].more or [body[-1].row])[-1]
    near = before.page == row.page and 0 < before.base - row.base <= _FARTHEST * max(before.size, row.size)
    return near and _in_columns(cells, max((line.cells for line in body[-_BEFORE:]), key=len))


def _in_columns(cells: list[_Cell], columns: list[_Cell]) -> bool:
    """Whether the cells of the row that has fewer stand in columns of the other, in their order."""
    few, many = sorted((cells, columns), key=len)
    left = iter(many)
    return all(any(_aligned(one, other) for other in left) for one in few)


def _aligned(one: _Cell, other: _Cell) -> bool:
    middle = abs(sum(one) - sum(other)) < 2 * _SAME
    return abs(one[0] - other[0]) < _SAME or abs(one[1] - other[1]) < _SAME or middle


def _spans(body: _Body) -> list[_Cell]:
    """Where each column begins and ends."""
    columns = [[cell] for cell in max((line.cells for line in body), key=len)]
    for line in body:
        left = iter(columns)
        for cell in line.cells:
            column = next((each for each in left if _aligned(cell, each[0])), None)
            if column is not None:
                column.append(cell)
    return [(min(left for left, _ in column), max(right for _, right in column)) for column in columns]


def _is_head(row: Row, body: _Body, spans: Sequence[_Cell]) -> bool:
    """Whether a row above the first is the head of a table: it has a cell above each column of figures."""
    first = body[0].row
    near = row.page == first.page and 0 < row.base - first.base <= _FARTHEST * max(row.size, first.size)
    if not near or first.bold or begins_item(row.text) or _SENTENCE.search(row.text):
        return False
    parts = _parted(row, spans)
    label = parts[0][0] if parts[0] else None
    begins = label is None or label.left >= spans[0][0] - _SAME or _aligned((label.left, label.right), spans[0])
    return all(parts[1:]) and begins


def _parted(row: Row, spans: Sequence[_Cell]) -> tuple[tuple[Row, ...], ...]:
    """The cells of a row by columns. A word that stands over none goes with the one beside it that is nearer."""
    own = [_column(piece, spans) for piece in row.pieces]
    gaps = [after.left - before.right for before, after in pairwise(row.pieces)]
    for at in sorted(range(len(gaps)), key=gaps.__getitem__) * (min(len(own), _PASSES) if None in own else 0):
        one, other = own[at], own[at + 1]
        if one is None or other is None:
            own[at] = own[at + 1] = one if other is None else other
    columns: list[list[Piece]] = [[] for _ in spans]
    for piece, column in zip(row.pieces, own, strict=True):
        columns[column or 0].append(piece)
    return tuple((row_of(row.page, pieces),) if pieces else () for pieces in columns)


def _column(piece: Piece, spans: Sequence[_Cell]) -> int | None:
    """The column that a piece stands over, for the most part."""
    over = [min(piece.right, right) - max(piece.left, left) for left, right in spans]
    most = max(over)
    return over.index(most) if most > 0 else None
