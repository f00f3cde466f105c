"""Tables: rows between level rules of one length, with columns that no letter crosses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.model import Run, joined
from precis.readers.line import LineLook, TextLine, cut
from precis.readers.pdf.blocks import Measure, inlines_of, unstyled
from precis.readers.pdf.drawing import Rule
from precis.readers.pdf.rows import Piece, Row, row_of

__all__ = ["TableRow", "with_tables"]

_SHORTEST = 100
"""A table is at least so wide, in points."""
_SAME = 4
_WIDE = 0.6
"""A line so wide, in parts of the table, that has no second cell is no row of one."""
_MOST = 500
"""Rules of a page that are looked at."""
_APART = 3
"""Points between the cells of two columns, at least."""


@dataclass(frozen=True)
class TableRow:
    """A row of a table: the rows of print in each of its cells. `begins` marks the first of a table."""

    page: int
    cells: tuple[tuple[Row, ...], ...]
    begins: bool

    def line(self) -> TextLine:
        """The row as a line."""
        # The head of a table is bold or italic by its style.
        told = (unstyled(inlines_of(cell), cell) if self.begins else inlines_of(cell) for cell in self.cells)
        cells = tuple(cut(cell, 0) for cell in told)
        words = joined(item for cell in cells for item in (*cell, Run(" ")))
        return TextLine(words, self.page, LineLook.ROW, cells=cells, begins=self.begins)


def with_tables(rows: Sequence[Row], rules: Sequence[Rule], measure: Measure) -> list[Row | TableRow]:
    """The rows of a page in their order, those of tables as such."""
    out: list[Row | TableRow] = []
    rest = list(rows)
    for bands in _tables(rows, rules):
        begin, end = rest.index(bands[0][0]), rest.index(bands[-1][-1]) + 1
        # A row that stands on a rule belongs to neither side: what has one is no table to be sure of.
        whole = sum(len(band) for band in bands) == end - begin
        out.extend(rest[:begin])
        out.extend(_table(bands, measure) if whole else rest[begin:end])
        rest = rest[end:]
    return [*out, *rest]


def _tables(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[list[list[Row]]]:
    """The rows of each table by its bands: what stands between two of its rules."""
    bands: list[list[Row]] = []
    low = float("inf")
    for above, below in _pairs(rules):
        if above.base > low:
            continue  # it stands in a table that has wider rules
        inside = [row for row in rows if below.base < row.base < above.base]
        if bands and any(above.base < row.base < bands[-1][-1].base for row in rows):
            yield bands
            bands = []
        if not inside:
            continue
        if _tabular(inside, above):
            bands.append(inside)
            low = below.base
        elif bands:
            yield bands
            bands = []
    if bands:
        yield bands


def _pairs(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Rules of one length, one above the other, with none between them but what is shorter: it parts a head."""
    wide = [rule for rule in rules if rule.length >= _SHORTEST][:_MOST]
    for number, above in enumerate(wide):
        for below in wide[number + 1 :]:
            if abs(above.left - below.left) < _SAME and abs(above.right - below.right) < _SAME:
                yield above, below
            if below.left < above.left + _SAME and below.right > above.right - _SAME:
                break


def _tabular(rows: Sequence[Row], rule: Rule) -> bool:
    """Whether rows stand in columns: some have several cells, and none is a line of a paragraph."""
    within = all(rule.left - _SAME <= row.left and row.right <= rule.right + _SAME for row in rows)
    single = [row for row in rows if len(_cells(row.pieces)) == 1]
    long = any(row.right - row.left > _WIDE * rule.length for row in single)
    return within and not long and 2 * len(single) <= len(rows)


def _cells(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Where the cells of a row begin and end: pieces that nearly touch are in one."""
    out: list[tuple[float, float]] = []
    for piece in pieces:
        if out and piece.left - out[-1][1] < _APART:
            out[-1] = (out[-1][0], max(out[-1][1], piece.right))
        else:
            out.append((piece.left, piece.right))
    return out


def _table(bands: Sequence[Sequence[Row]], measure: Measure) -> Iterator[TableRow]:
    edges = _edges([row for band in bands for row in band])
    begins = True
    for band in bands:
        for group in _groups(band, measure):
            cells: list[list[Row]] = [[] for _ in range(len(edges) + 1)]
            for row in group:
                for column, pieces in enumerate(_parted(row, edges)):
                    if pieces:
                        cells[column].append(row_of(row.page, pieces))
            yield TableRow(group[0].page, tuple(tuple(cell) for cell in cells), begins)
            begins = False


def _edges(rows: Sequence[Row]) -> list[float]:
    """The places between the columns: where no row that has the most cells has a letter."""
    most = max(len(_cells(row.pieces)) for row in rows)
    spans = sorted(span for row in rows if len(_cells(row.pieces)) == most for span in _cells(row.pieces))
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


def _groups(band: Sequence[Row], measure: Measure) -> list[list[Row]]:
    """The rows of print of each row of a table: those that follow closely go on with the one above."""
    groups: list[list[Row]] = []
    for row in band:
        above = groups[-1][-1] if groups else None
        if above is not None and above.base - row.base <= measure.tight * max(above.size, row.size):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _parted(row: Row, edges: Sequence[float]) -> list[list[Piece]]:
    """The pieces of a row by columns. One that goes over several is in that where most of it stands."""
    columns: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    for piece in row.pieces:
        middle = (piece.left + piece.right) / 2
        columns[sum(edge < middle for edge in edges)].append(piece)
    return columns
