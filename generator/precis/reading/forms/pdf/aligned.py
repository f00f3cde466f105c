"""Tables without rules: rows of figures that stand one below the other, or of cells below a bold head."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_LABEL = 0.4
"""The first cell takes no more than this part of the width of the page."""
_SENTENCE = re.compile(r"[.:;]$")


def with_aligned_tables(rows: Sequence[Row | TableRow], width: float) -> list[Row | TableRow]:
    """The rows of a page in their order, those of tables without rules as such. `width` is that of the page."""
    out: list[Row | TableRow] = []
    at = 0
    while at < len(rows):
        body = _figure_rows(rows, at, width) or _rows_below_head(rows, at)
        if not body:
            out.append(rows[at])
            at += 1
            continue
        spans = _spans(body)
        above = out[-1] if out else None
        head = above if isinstance(above, Row) and _is_head(above, body, spans) else None
        if head is not None:
            out.pop()
        table = ([head] if head is not None else []) + [row for row, _ in body]
        headed = head is not None or body[0][0].bold
        for number, row in enumerate(table):
            out.append(TableRow(row.page, _parted(row, spans), number == 0, number == 0 and headed))
        at += len(body)
    return out


_Cell = tuple[float, float]
_Body = list[tuple[Row, list[_Cell]]]
"""Rows, each with where its cells begin and end."""


def _figure_rows(rows: Sequence[Row | TableRow], at: int, width: float) -> _Body:
    """The rows from one on that end in as many figures, one below the other; two at least."""
    body: _Body = []
    for row in rows[at:]:
        cells = _label_and_figures(row, width) if isinstance(row, Row) else []
        if not isinstance(row, Row) or len(cells) < 2 or (body and not _goes_on(body, row, cells)):
            break
        body.append((row, cells))
    return body if len(body) > 1 else []


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
        if len(cells) < 2 or begins_item(row.text) or (body and not _goes_on(body, row, cells)):
            break
        body.append((row, cells))
    return body if len(body) > 2 else []


def _goes_on(body: _Body, row: Row, cells: list[_Cell]) -> bool:
    """Whether a row stands below others in the same columns, and near them. It may have no cell in some of them."""
    before, _ = body[-1]
    near = before.page == row.page and 0 < before.base - row.base <= _FARTHEST * max(before.size, row.size)
    return near and _in_columns(cells, max((columns for _, columns in body[-_BEFORE:]), key=len))


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
    columns = [[cell] for cell in max((cells for _, cells in body), key=len)]
    for _, cells in body:
        left = iter(columns)
        for cell in cells:
            column = next((each for each in left if _aligned(cell, each[0])), None)
            if column is not None:
                column.append(cell)
    return [(min(left for left, _ in column), max(right for _, right in column)) for column in columns]


def _is_head(row: Row, body: _Body, spans: Sequence[_Cell]) -> bool:
    """Whether a row above the first is the head of a table: it has a cell above each column of figures."""
    first, _ = body[0]
    near = row.page == first.page and 0 < row.base - first.base <= _FARTHEST * max(row.size, first.size)
    if not near or first.bold or begins_item(row.text) or _SENTENCE.search(row.text):
        return False
    parts = _parted(row, spans)
    return all(parts[1:]) and all(piece.left >= body[0][1][0][0] - _SAME for piece in row.pieces)


def _parted(row: Row, spans: Sequence[_Cell]) -> tuple[tuple[Row, ...], ...]:
    """The cells of a row by columns. A word that stands over none goes with the nearest beside it."""
    own = [_column(piece, spans) for piece in row.pieces]
    columns: list[list[Piece]] = [[] for _ in spans]
    for at, piece in enumerate(row.pieces):
        near = sorted(
            (abs(other.left - piece.left), column)
            for other, column in zip(row.pieces, own, strict=True)
            if column is not None
        )
        found = own[at]
        columns[found if found is not None else near[0][1] if near else 0].append(piece)
    return tuple((row_of(row.page, pieces),) if pieces else () for pieces in columns)


def _column(piece: Piece, spans: Sequence[_Cell]) -> int | None:
    """The column that a piece stands over, for the most part."""
    over = [min(piece.right, right) - max(piece.left, left) for left, right in spans]
    most = max(over)
    return over.index(most) if most > 0 else None
