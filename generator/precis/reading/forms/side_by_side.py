"""Texts whose pages have two columns side by side, as `pdftotext -layout` leaves them: read one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

__all__ = ["column_after_column"]

_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_FEWEST = 6
"""So many lines have words in both columns, at least."""

_FEWEST_WORDS = 4
"""Most lines of a column of prose have more words than the cell of a table."""

_NARROWEST = 24
"""No second column begins before this character."""

Row = tuple[int, str]
"""A line with its number in the file."""


def column_after_column(rows: Iterable[Row]) -> Iterator[Row]:
    """The lines, with the columns of each page one after the other; pages end at form feeds.

    The right column begins at one place of all lines of a page. A line that runs over that place parts what stands
    above it from what stands below. The first and the last line of a page are its head and its foot, and stay whole.
    """
    page = 0
    numbered: list[tuple[int, Row]] = []
    for row in rows:
        page += "\f" in row[1]
        numbered.append((page, row))
    for _, stretch in groupby(numbered, key=lambda each: each[0]):
        yield from _of_page([row for _, row in stretch])


def _of_page(rows: Sequence[Row]) -> Iterator[Row]:
    start = _start_of_right(rows)
    worded = [place for place, (_, text) in enumerate(rows) if text.strip()]
    if start is None or len(worded) < _FEWEST:
        yield from rows
        return
    ends = {worded[0], worded[-1]}
    crossed = (place in ends or _crosses(text, start) for place, (_, text) in enumerate(rows))
    for whole, group in groupby(zip(crossed, rows, strict=True), key=lambda each: each[0]):
        stretch = [row for _, row in group]
        yield from stretch if whole else _one_after_the_other(stretch, start)


def _start_of_right(rows: Sequence[Row]) -> int | None:
    """Where the right column of a page begins; None if it has none."""
    starts = Counter(gap.end() for _, text in rows for gap in _GAP.finditer(text) if gap.end() >= _NARROWEST)
    if not starts:
        return None
    start, count = starts.most_common(1)[0]
    both = [(text[:start], text[start:]) for _, text in rows if text[start:].strip() and text[:start].strip()]
    both = [(left, right) for left, right in both if not left[-1:].strip()]
    if count < _FEWEST or len(both) < _FEWEST:
        return None
    narrow = min(median(len(column.split()) for column in columns) for columns in zip(*both, strict=True))
    return start if narrow >= _FEWEST_WORDS else None


def _crosses(text: str, start: int) -> bool:
    """Whether a line has words where one column ends and the other begins."""
    return bool(text[start - 1 : start].strip())


def _one_after_the_other(rows: Sequence[Row], start: int) -> Iterator[Row]:
    right = [(at, text[start:]) for at, text in rows]
    if not any(text.strip() for _, text in right):
        yield from rows
        return
    yield from ((at, text[:start].rstrip()) for at, text in rows)
    yield from right
