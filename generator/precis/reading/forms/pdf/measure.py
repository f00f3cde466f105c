"""How the lines of a document are set, and the words it is written in: measured before it is read."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from precis.reading.forms.pdf.rows import Row
from precis.reading.forms.pdf.trust import tags_are_sound
from precis.reading.search.divided import Vocabulary

__all__ = ["Measure"]

_FULL = 0.75
"""A line so long, in parts of the width of the text, most often goes on in the next."""
_TIGHT = 1.34
"""Lines of one paragraph are no farther apart, in parts of their size."""
_LOOSEST = 2.6
_SAME = 3
"""Points within which lines begin or end at one place."""
_LEVEL = 0.7
"""Points within which two lines end at one edge."""
_SHORTEST = 100
"""A line is so long, in points, if its end shows where lines end."""
_MANY = 3
"""Lines that end at one place and so show where the text does."""
_PART = 0.05
"""Such a part of all lines ends where justified text does."""
_TEXT = 0.2
"""The text is at least such a part of all; headings are less."""
_NEARLY_ALL = 0.8
_NUMBERED = re.compile(r"\d{1,4}\.\s")
_FARTHER = 20
"""Points beyond the end of a line that a word would take; what ends farther off is in a wider column."""
"""A hyphen that programs set where they divide a word; typed ones are others."""


class Measure:
    """How wide and how close the lines of a document are set.

    `left` is where most of its text begins, `right` where its lines end at most; `edges` are the places where many
    lines end, as justified ones do. `apart` says that gaps stand between the numbered paragraphs, `tagged` that the
    tags of the file tell its paragraphs.
    """

    def __init__(self, rows: Iterable[Row], *, divides: bool = False) -> None:
        """Measure rows. `divides` says that the program that set them divides words at the ends of lines."""
        rows = list(rows)
        self.words = Vocabulary([row.text for row in rows], divides=divides)
        self.tagged = tags_are_sound(rows)
        self.size = _text_size(rows)
        text = [row for row in rows if abs(row.size - self.size) < _LEVEL]
        lefts: Counter[int] = Counter()
        ends: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        for row in text:
            lefts[round(row.left)] += len(row.text)
        for row in rows:
            for near in (-1, 0, 1):
                ends[round(row.left / _SAME) + near, round(row.size)][round(row.right)] += 1
        rights = Counter(round(row.right) for row in text)
        enough = max(_MANY, _PART * len(text))
        self.edges = {place for place, count in rights.items() if count >= enough and _ends_text(place, rights)}
        self.ends = {place: _usual_end(found) for place, found in ends.items()}
        self.left = max(lefts, key=lambda left: (lefts[left], -left), default=0)
        self.tight = _tightness(text)
        self.apart = self._stand_apart(text)
        self._level = set(self._rows_at_one_edge(rows))
        inside = [above.right for above, row in pairwise(rows) if self._follows(above, row)]
        self.right = max(self.edges or inside, default=self.left)

    def end(self, row: Row) -> tuple[float, bool]:
        """Where the lines that begin as this one does end, and whether many of them do.

        A part of a line, such as a cell, may begin where none does: it tells its own end.
        """
        return self.ends.get((round(row.left / _SAME), round(row.size)), (round(row.right), False))

    def at_edge(self, row: Row) -> bool:
        """Whether a row ends where many do, or where the one above or below it does."""
        return round(row.right) in self.edges or (row.page, row.base) in self._level

    def _stand_apart(self, text: Sequence[Row]) -> bool:
        """Whether a gap stands above the paragraphs with a number, so that what follows closely goes on with one."""
        steps = [
            (above.base - row.base) / max(above.size, row.size)
            for above, row in pairwise(text)
            if above.page == row.page and _NUMBERED.match(row.text)
        ]
        return len(steps) >= _MANY and sum(step > self.tight for step in steps) > _NEARLY_ALL * len(steps)

    def _rows_at_one_edge(self, rows: Sequence[Row]) -> Iterator[tuple[int, float]]:
        for above, row in pairwise(rows):
            long = min(above.right - above.left, row.right - row.left) >= _SHORTEST
            if long and self._close(above, row) and abs(above.right - row.right) < _LEVEL:
                yield above.page, above.base
                yield row.page, row.base

    def _close(self, above: Row, row: Row) -> bool:
        """Whether two rows stand one below the other as those of a paragraph."""
        tight = 0 < above.base - row.base <= self.tight * max(above.size, row.size)
        return above.page == row.page and tight and abs(above.left - row.left) < _SAME

    def _follows(self, above: Row, row: Row) -> bool:
        """Whether both are lines of the text itself, and one goes on with the other."""
        own = abs(above.left - self.left) < _SAME and abs(above.size - self.size) < _LEVEL
        return own and self._close(above, row)


def _text_size(rows: Sequence[Row]) -> float:
    """The size of the text: the largest of those that a good part is set in, as there may be more notes than text."""
    weights: Counter[float] = Counter()
    for row in rows:
        weights[round(row.size, 1)] += len(row.text)
    return max((size for size, weight in weights.items() if weight >= _TEXT * weights.total()), default=10)


def _tightness(rows: Sequence[Row]) -> float:
    """How far apart the lines of a paragraph are at most, in parts of their size."""
    steps: dict[float, int] = defaultdict(int)
    farthest = max((row.right for row in rows), default=0)
    for above, row in pairwise(rows):
        # Below a short line a paragraph may end, and the next begins farther below.
        full = above.right - above.left > _FULL * (farthest - above.left)
        if full and above.page == row.page and abs(above.left - row.left) < 1 and above.size == row.size:
            steps[round((above.base - row.base) / row.size, 1)] += 1
    usual = max(steps, key=lambda step: (steps[step], -step), default=1.2)
    if usual > _LOOSEST or steps[usual] < _MANY:
        return _TIGHT
    # Browsers set lines on whole pixels, some of them a pixel farther apart.
    return usual * 1.1 if usual > _TIGHT else max(_TIGHT, usual * 1.07)


def _usual_end(found: Counter[int]) -> tuple[float, bool]:
    """Where most lines of justified text end; without such, where the longest line does."""
    end, count = max(found.items(), key=lambda item: (item[1], item[0]))
    return (end, True) if count >= _MANY and _ends_text(end, found) else (max(found), False)


def _ends_text(place: int, rights: Counter[int]) -> bool:
    """Whether few lines end a little farther right: in text that is not justified, many do by chance at one place."""
    farther = sum(count for right, count in rights.items() if place + 1 < right <= place + _FARTHER)
    return farther < rights[place]
