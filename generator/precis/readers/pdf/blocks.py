"""Rows that belong together: paragraphs, over the ends of lines and of pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace

from precis.model import Inline, Inlines, Run, joined
from precis.readers.pdf.rows import Row

__all__ = ["Block", "Measure", "blocks_of", "inlines_of", "unstyled"]

_TIGHT = 1.34
"""Lines of one paragraph are no farther apart, in parts of their size."""
_LOOSEST = 2.6
_SAME = 3
"""Points within which lines begin or end at one place."""
_FIRST = 60
"""Points by which the first line of a paragraph begins before or after its others, at most."""
_STOPPED = re.compile(r"[.!?]$")
_MANY = 3
"""Lines that end at one place and so show where the text does."""
_PART = 0.05
"""Such a part of all lines ends where justified text does."""
_NUMBERED = re.compile(r"(?:\(?\d{1,4}[.)]|\([a-z]{1,4}\)|[A-Z]\.|[IVXLC]+\.|[•·–—▪●○])(?=\s)")
_NUMBER = re.compile(r"\d{1,4}[.)]\s")
_ENDED = re.compile(r"[.!?:;][\"”’»)\]]*$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_WIDTH = 0.22
"""The narrowest blank of a line, in parts of its size."""


@dataclass
class Block:
    """The rows of a paragraph. `gap` says that a wider gap than between its lines stands above it; `opens` that it is
    the first of its page.
    """

    rows: list[Row] = field(default_factory=list)
    gap: bool = True
    opens: bool = False

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(item.text for item in inlines_of(self.rows) if isinstance(item, Run))


class Measure:
    """How wide and how close the lines of a document are set."""

    def __init__(self, rows: Iterable[Row]) -> None:
        ends: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
        weights: dict[float, int] = defaultdict(int)
        steps: dict[float, int] = defaultdict(int)
        lefts: dict[float, int] = defaultdict(int)
        self.words: set[str] = set()
        before: Row | None = None
        for row in rows:
            self.words.update(_WORD.findall(row.text.lower()))
            lefts[round(row.left)] += len(row.text)
            weights[round(row.size, 1)] += len(row.text)
            for near in (-1, 0, 1):
                ends[round(row.left / _SAME) + near, round(row.size)][round(row.right)] += 1
            if before and before.page == row.page and abs(before.left - row.left) < 1 and before.size == row.size:
                steps[round((before.base - row.base) / row.size, 1)] += 1
            before = row
        rights = Counter(place for found in ends.values() for place in found.elements())
        enough = max(3 * _MANY, _PART * sum(rights.values()))
        self.edges = {place for place, count in rights.items() if count >= enough}
        self.ends = {place: _usual_end(found) for place, found in ends.items()}
        self.left = max(lefts, key=lambda left: (lefts[left], -left), default=0)
        self.size = max(weights, key=lambda size: (weights[size], size), default=10)
        usual = max(steps, key=lambda step: (steps[step], -step), default=1.2)
        self.tight = usual * 1.1 if _TIGHT < usual <= _LOOSEST else _TIGHT

    def end(self, row: Row) -> tuple[float, bool]:
        """Where the lines that begin as this one does end, and whether many of them do."""
        return self.ends[round(row.left / _SAME), round(row.size)]


def _usual_end(found: Counter[int]) -> tuple[float, bool]:
    """Where most lines of justified text end; without such, where the longest line does."""
    end, count = max(found.items(), key=lambda item: (item[1], item[0]))
    return (end, True) if count >= _MANY else (max(found), False)


def blocks_of(rows: Sequence[Row], measure: Measure, end: float | None = None) -> list[Block]:
    """The paragraphs that rows of one column make, in order. `end` is where the column ends, if that is known."""
    out: list[Block] = []
    for row in rows:
        block = out[-1] if out else None
        above = block.rows[-1] if block else None
        if block is None or above is None:
            out.append(Block([row], opens=True))
        elif above.page != row.page:
            if _page_joins(block, row, measure):
                block.rows.append(row)
            else:
                out.append(Block([row], opens=True))
        else:
            tight = above.base - row.base <= measure.tight * max(above.size, row.size)
            if tight and abs(above.size - row.size) < 0.6 and _joins(block, row, measure, end):
                block.rows.append(row)
            else:
                out.append(Block([row], gap=not tight))
    return out


def _joins(block: Block, row: Row, measure: Measure, end: float | None) -> bool:
    """Whether a row that follows closely goes on with a block."""
    above = block.rows[-1]
    usual, sure = _end(above, row, measure)
    full = _full(above, row, end or usual) or round(above.right) in measure.edges
    if not sure and above.bold != row.bold:
        return False
    if _begins(row) and (not full or _ENDED.search(above.text)):
        return False
    if not full:
        # Lines that are bold or italic as a whole are those of a heading, which is not justified.
        return (above.bold and row.bold) or (above.italic and row.italic and not _STOPPED.search(above.text))
    return _aligned(block, row)


def _page_joins(block: Block, row: Row, measure: Measure) -> bool:
    """Whether the first row of a page goes on with the last block of the page before."""
    above = block.rows[-1]
    if abs(above.size - row.size) > 0.6 or _begins(row) or row.bold != above.bold:
        return False
    full = _full(above, row, _end(above, row, measure)[0]) or round(above.right) in measure.edges
    if not full or not _aligned(block, row):
        return False
    return not _ENDED.search(above.text) or bool(_NUMBER.match(block.rows[0].text))


def _end(above: Row, row: Row, measure: Measure) -> tuple[float, bool]:
    """Where a line and the next would end: as many lines do that begin as the second does, or else the first."""
    first, second = measure.end(above), measure.end(row)
    return second if second[1] else first if first[1] else max(first, second)


def _full(above: Row, row: Row, end: float) -> bool:
    """Whether a line has no room for the first word of the next."""
    if _open(above.text):
        return True
    word = re.split(r"[\s\-/–]", row.text, maxsplit=1)[0]
    width = (row.right - row.left) * len(word) / max(len(row.text), 1)
    return above.right + _WIDTH * above.size + width > end - 0.5


def _begins(row: Row) -> bool:
    """Whether a row begins with a number, a letter or a sign that something new begins with."""
    return bool(_NUMBERED.match(row.text))


def _aligned(block: Block, row: Row) -> bool:
    """Whether a row begins where the lines of its block do."""
    if len(block.rows) > 1:
        return abs(row.left - block.rows[-1].left) <= _SAME
    return -_FIRST <= row.left - block.rows[0].left <= (_FIRST if _begins(block.rows[0]) else _SAME)


def inlines_of(rows: Sequence[Row], known: Container[str] = ()) -> Inlines:
    """The words of rows that make one text, with a blank where a line ends, but not inside a word.

    A hyphen at the end of a line goes where the word without it is one of those `known`, and the word with it is not.
    """
    out: list[Inline] = []
    for row in rows:
        last = out[-1] if out else None
        if isinstance(last, Run):
            words = last.text.rstrip()
            if _divided(words, row.text, known):
                words = words[:-1]
            elif not _open(words):
                words = f"{words} "
            out[-1] = replace(last, text=words)
        out.extend(row.inlines)
    return joined(out)


def _divided(words: str, below: str, known: Container[str]) -> bool:
    """Whether a line ends inside a word that is written without a hyphen elsewhere, and never with one.

    pdfium does not say whether a hyphen is a soft one, so the words of the document must.
    """
    found, begun = re.search(r"(\w+)-$", words.lower()), re.match(r"\w+", below.lower())
    if found is None or begun is None or not begun[0][0].isalpha():
        return False
    return found[1] + begun[0] in known and f"{found[1]}-{begun[0]}" not in known


def unstyled(inlines: Inlines, rows: Sequence[Row]) -> Inlines:
    """The words of rows without the emphasis that all of them have."""
    bold, italic = all(row.bold for row in rows), all(row.italic for row in rows)
    out: list[Inline] = []
    for item in inlines:
        if isinstance(item, Run):
            item = replace(item, bold=item.bold and not bold, italic=item.italic and not italic)
        out.append(item)
    return joined(out)


def _open(words: str) -> bool:
    """Whether a line ends inside a word: at a hyphen, a stroke, or a dash that has no blank before it."""
    return bool(re.search(r"\w[-‐‑/–]$", words))
