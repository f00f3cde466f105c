"""The cells of a table: its columns, the lines that are one row, and heads of several storeys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from precis.model import Run, joined, plain
from precis.reading.forms.pdf.blocks import inlines_of, unstyled
from precis.reading.forms.pdf.drawing import Rule
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.notes import with_calls
from precis.reading.forms.pdf.rows import Piece, Row, row_of
from precis.reading.line import LineLook, TextLine, cut
from precis.reading.search.letters import letters

__all__ = ["FIGURES", "TableRow", "cells_of", "join_tables", "table_rows"]

_APART = 3
"""Points between the cells of two columns, at least."""
_WORD = 0.4
"""The same in parts of the size, where each word is a piece of its own and a blank may be so wide."""
FIGURES = re.compile(r"[\d\s.,()%+-]*\d[\d\s.,()%+-]*|[–-]")
"""A cell that holds a figure, or the dash for none."""

_Cells = tuple[tuple[Row, ...], ...]


@dataclass(frozen=True)
class TableRow:
    """A row of a table: the rows of print in each of its cells. `begins` marks the first, `head` those of the head."""

    page: int
    cells: _Cells
    begins: bool
    head: bool

    def line(self, labels: set[str]) -> TextLine:
        """The row as a line. `labels` are those of the notes that it may call."""
        # The head of a table is bold or italic by its style.
        styled = self.begins or self.head
        told = (unstyled(inlines_of(cell), cell) if styled else inlines_of(cell) for cell in self.cells)
        cells = tuple(cut(with_calls(cell, labels), 0) for cell in told)
        words = joined(item for cell in cells for item in (*cell, Run(" ")))
        return TextLine(words, self.page, LineLook.ROW, cells=cells, begins=self.begins)

    @property
    def text(self) -> str:
        """Its words, cell by cell."""
        return " ".join(plain(inlines_of(cell)).strip() for cell in self.cells if cell)


def join_tables(
    before: Sequence[Row | TableRow], rows: Sequence[Row | TableRow]
) -> tuple[list[Row | TableRow], list[TableRow]]:
    """The rows of a page without the head of the table that goes on from those `before`; and the rows of that head."""
    last, first = (before[-1] if before else None), (rows[0] if rows else None)
    if not isinstance(last, TableRow) or not isinstance(first, TableRow) or len(last.cells) != len(first.cells):
        return list(rows), []
    begin = max(at for at, row in enumerate(before) if isinstance(row, TableRow) and row.begins)
    head = [row for row in before[begin:] if isinstance(row, TableRow) and row.head]
    again = [row for row in rows[: len(head)] if isinstance(row, TableRow)]
    if [letters(row.text) for row in head] != [letters(row.text) for row in again]:
        again = []
    rest = list(rows[len(again) :])
    if rest and isinstance(rest[0], TableRow):
        rest[0] = replace(rest[0], begins=False, head=False)
    return rest, again


def cells_of(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Where the cells of a row begin and end: pieces that nearly touch are in one, and the mark of a note with it."""
    out: list[tuple[float, float]] = []
    apart = _APART if any(" " in piece.text.strip() for piece in pieces) else max(_APART, _WORD * pieces[0].size)
    for at, piece in enumerate(pieces):
        if out and (piece.left - out[-1][1] < apart or (at == 1 and pieces[0].raised)):
            out[-1] = (out[-1][0], max(out[-1][1], piece.right))
        else:
            out.append((piece.left, piece.right))
    return out


def table_rows(bands: Sequence[Sequence[Row]], between: Sequence[Rule], measure: Measure) -> Iterator[TableRow]:
    """The rows of a table from its bands, the first of which is its head if there are several.

    `between` are the shorter rules in the first band.
    """
    edges = _edges([row for band in bands for row in band])
    begins = True
    for number, band in enumerate(bands):
        head = number == 0 and len(bands) > 1
        for cells in _storeys(band, between, edges) if head and between else _body(band, edges, measure):
            yield TableRow(band[0].page, cells, begins, head)
            begins = False


def _edges(rows: Sequence[Row]) -> list[float]:
    """The places between the columns: where no row that has the most cells has a letter."""
    cells = [cells_of(row.pieces) for row in rows]
    most = max(map(len, cells))
    spans = sorted(span for found in cells if len(found) == most for span in found)
    edges: list[float] = []
    end = spans[0][1]
    for left, right in spans[1:]:
        if left - end >= _APART:
            edges.append(_edge(end, left, rows))
        end = max(end, right)
    return edges


def _edge(end: float, left: float, rows: Sequence[Row]) -> float:
    """The place between two columns that the fewest letters of heads cross, in the middle if there are several."""
    places = [end + (left - end) * step / 10 for step in range(1, 10)]
    pieces = [piece for row in rows for piece in row.pieces]

    def crossed(place: float) -> tuple[int, float]:
        across = sum(piece.left < place < piece.right for piece in pieces)
        return across, abs(place - (end + left) / 2)

    return min(places, key=crossed)


def _body(band: Sequence[Row], edges: Sequence[float], measure: Measure) -> Iterator[_Cells]:
    """The rows of a band: a line that follows closely goes on with the one above, unless its figures are new ones."""
    group: list[list[Row]] = []
    above: Row | None = None
    for row in band:
        parted = _parted(row, edges)
        close = above is not None and above.base - row.base <= measure.tight * max(above.size, row.size)
        if group and not (close and not _figures_again(group, parted)):
            yield tuple(map(tuple, group))
            group = []
        group = [[*cell, *more] for cell, more in zip(group, parted, strict=True)] if group else parted
        above = row
    if group:
        yield tuple(map(tuple, group))


def _figures_again(group: Sequence[Sequence[Row]], parted: Sequence[Sequence[Row]]) -> bool:
    """Whether a line has a figure where the row that it may belong to has one: figures are not broken over lines."""
    return any(
        FIGURES.fullmatch(row.text) and any(FIGURES.fullmatch(above.text) for above in cell)
        for cell, more in zip(group, parted, strict=True)
        for row in more
    )


def _storeys(band: Sequence[Row], rules: Sequence[Rule], edges: Sequence[float]) -> list[_Cells]:
    """The rows of a head that rules part in storeys: a cell that no rule parts stands in the storey where it begins."""
    columns = len(edges) + 1
    out: list[list[list[Row]]] = [[[] for _ in range(columns)] for _ in range(len(rules) + 1)]
    for row in band:
        for column, cell in enumerate(_parted(row, edges)):
            for part in cell:
                above = [at for at, rule in enumerate(rules) if rule.base > part.base and _covers(rule, part)]
                storey = max(above) + 1 if above else 0
                out[storey][_first_column(part, column, band, rules, edges)].append(part)
    return [tuple(map(tuple, storey)) for storey in out if any(storey)]


def _covers(rule: Rule, part: Row) -> bool:
    return rule.left <= (part.left + part.right) / 2 <= rule.right


def _first_column(part: Row, column: int, band: Sequence[Row], rules: Sequence[Rule], edges: Sequence[float]) -> int:
    """The column of a part of a head: the first below its rule if nothing else stands above that rule."""
    below = [rule for rule in rules if rule.base < part.base and _covers(rule, part)]
    if not below:
        return column
    nearest = max(below, key=lambda rule: rule.base)
    top = min((rule.base for rule in rules if rule.base > part.base and _covers(rule, part)), default=float("inf"))
    beside = [
        cell
        for row in band
        if nearest.base < row.base < top
        for cell in cells_of(row.pieces)
        if nearest.left <= (cell[0] + cell[1]) / 2 <= nearest.right
    ]
    if len(beside) > 1:
        return column
    under = [piece for row in band if row.base < nearest.base for piece in row.pieces if piece.right > nearest.left]
    return min((_column(piece, edges) for piece in under if piece.left < nearest.right), default=column)


def _parted(row: Row, edges: Sequence[float]) -> list[list[Row]]:
    """The parts of a row by columns. A piece that goes over several is in that where most of it stands."""
    columns: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    for piece in row.pieces:
        columns[_column(piece, edges)].append(piece)
    return [[row_of(row.page, pieces)] if pieces else [] for pieces in columns]


def _column(piece: Piece, edges: Sequence[float]) -> int:
    middle = (piece.left + piece.right) / 2
    return sum(edge < middle for edge in edges)
