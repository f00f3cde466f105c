"""Text in two columns: read down the first, then down the second, section by section between lines that cross both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from precis.reading.forms.pdf.drawing import Rule
from precis.reading.forms.pdf.rows import Row, row_of

__all__ = ["by_columns"]

_FEWEST = 4
"""Lines of each column, at least."""
_PROSE = 24
"""Letters of its lines in the middle; a table has shorter cells, a column of numbers too."""
_GAP = 0.8
"""Points between the columns, in parts of the size, at least."""
_FROM, _TO = 0.3, 0.7
"""Parts of the page's width between which the second column begins."""
_SAME = 1.5
_STEP = 1.0
"""Points by which lines may be farther apart than any above them in their column."""


def by_columns(rows: Sequence[Row], rules: Sequence[Rule], width: float) -> list[Row]:
    """The rows of a page in reading order. Those of a second column are set where the first one stands."""
    begin = _second_column(rows, width)
    if begin is None:
        return list(rows)
    out: list[Row] = []
    section: list[tuple[Row | None, Row | None]] = []
    for row in rows:
        sides = _sides(row, begin)
        if sides is None:
            out += [*_read(section, rules, begin), row]
            section = []
        else:
            section.append(sides)
    return [*out, *_read(section, rules, begin)]


def _second_column(rows: Sequence[Row], width: float) -> float | None:
    """Where many lines begin a second time, about the middle of a page."""
    starts: Counter[int] = Counter()
    for row in rows:
        if _FROM * width < row.left < _TO * width:
            starts[round(row.left)] += 1
        for before, piece in pairwise(row.pieces):
            if piece.left - before.right >= _GAP * row.size and _FROM * width < piece.left < _TO * width:
                starts[round(piece.left)] += 1
    if not starts:
        return None
    begin, count = max(starts.items(), key=lambda item: (item[1], -item[0]))
    return begin if count >= _FEWEST else None


def _sides(row: Row, begin: float) -> tuple[Row | None, Row | None] | None:
    """The parts of a row in the two columns; None for a row that crosses both."""
    first = [piece for piece in row.pieces if piece.left < begin - _SAME]
    second = [piece for piece in row.pieces if piece.left >= begin - _SAME]
    if first and max(piece.right for piece in first) > begin - _SAME:
        return None
    return (row_of(row.page, first) if first else None), (row_of(row.page, second) if second else None)


def _read(section: Sequence[tuple[Row | None, Row | None]], rules: Sequence[Rule], begin: float) -> Iterator[Row]:
    """The rows of a section: both columns where it has two of prose, and else as they stand."""
    beside = [at for at, (_, second) in enumerate(section) if second is not None]
    start, end = (beside[0], _end(section, beside)) if beside else (0, 0)
    inside = section[start:end]
    first = [row for row, _ in inside if row is not None]
    second = [row for _, row in inside if row is not None]
    if not (_is_prose(first) and _is_prose(second)) or _ruled(inside, rules, begin):
        yield from _as_they_stand(section)
        return
    shift = min(row.left for row in second) - min(row.left for row in first)
    yield from _as_they_stand(section[:start])
    yield from first
    yield from (_moved(row, shift) for row in second)
    yield from _as_they_stand(section[end:])


def _end(section: Sequence[tuple[Row | None, Row | None]], beside: Sequence[int]) -> int:
    """Where a section ends: what stands far below the last line of the second column goes over both."""
    rows = [row for row, _ in section[beside[0] : beside[-1] + 1] if row is not None]
    farthest = max((above.base - row.base for above, row in pairwise(rows)), default=0) + _STEP
    end = beside[-1] + 1
    above = rows[-1] if rows else None
    for row, _ in section[end:]:
        if row is None or above is None or above.base - row.base > farthest:
            break
        above, end = row, end + 1
    return end


def _is_prose(rows: Sequence[Row]) -> bool:
    return len(rows) >= _FEWEST and median(len(row.text) for row in rows) >= _PROSE


def _ruled(section: Sequence[tuple[Row | None, Row | None]], rules: Sequence[Rule], begin: float) -> bool:
    """Whether a rule goes over both columns between two lines: what stands there is a table."""
    bases = [row.base for sides in section for row in sides if row is not None]
    return any(rule.left < begin < rule.right and min(bases) < rule.base < max(bases) for rule in rules)


def _as_they_stand(section: Sequence[tuple[Row | None, Row | None]]) -> Iterator[Row]:
    for sides in section:
        parts = [row for row in sides if row is not None]
        yield parts[0] if len(parts) == 1 else row_of(parts[0].page, [piece for row in parts for piece in row.pieces])


def _moved(row: Row, shift: float) -> Row:
    pieces = tuple(replace(piece, left=piece.left - shift, right=piece.right - shift) for piece in row.pieces)
    return Row(row.page, row.base, row.size, pieces)
