"""Rows that belong together: paragraphs, over the ends of lines and of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from precis.model import Inline, Inlines, Run, joined
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.rows import Row
from precis.reading.line import is_suspended
from precis.reading.search.divided import Vocabulary

__all__ = ["Block", "begins_item", "blocks_of", "full", "inlines_of", "unstyled"]

_SAME = 3
"""Points within which lines begin or end at one place."""
_FIRST = 60
"""Points by which the first line of a paragraph begins before or after its others, at most."""
_STOPPED = re.compile(r"[.!?]$")
_NUMBERED = re.compile(r"(?:\(?\d{1,4}[.)]|\([a-z]{1,4}\)|[A-Z]\.|[IVXLC]+\.|[•·–—▪●○])(?=\s)")
_NUMBER = re.compile(r"\d{1,4}[.)]\s")
_SYMBOL = re.compile(r"\w/[A-Z][A-Za-z]{0,4}\.$")
"""A line that ends so ends in a symbol, before its last number: CMW/C/97/CRP. of CMW/C/97/CRP.2."""
_HEADING = 1.6
"""So far apart may the lines of one heading be, in parts of their size, of which the first is full."""
_DASHES = "–—"
"""They begin the parts of some lists, and go on with a sentence inside of it."""
_ENDED = re.compile(r"[.!?:;][\"”’»)\]]*$")
_WIDTH = 0.22
"""The narrowest blank of a line, in parts of its size."""
_WIDE, _NARROW = "mw—%", "fijlrt.,;:!'’|()[] "
_LONG = 0.7
"""A line so long, in parts of the width of the text, may go on in the next although a word of it had room."""


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

    @property
    def words(self) -> str:
        """Its words without what is raised, such as the calls of notes."""
        return "".join(item.text for item in inlines_of(self.rows) if isinstance(item, Run) and not item.superscript)


def blocks_of(rows: Sequence[Row], measure: Measure, end: float | None = None) -> list[Block]:
    """The paragraphs that rows of one column make, in order. `end` is where the column ends, if that is known."""
    out: list[Block] = []
    for row in rows:
        block = out[-1] if out else None
        above = block.rows[-1] if block else None
        if block is None or above is None:
            out.append(Block([row], opens=True))
        elif _tagged_as_one(above, row, measure):
            block.rows.append(row)
        elif above.page != row.page:
            if _page_joins(block, row, measure):
                block.rows.append(row)
            else:
                out.append(Block([row], opens=True))
        else:
            tight = above.base - row.base <= _tight(above, row, measure) * max(above.size, row.size)
            if tight and abs(above.size - row.size) < 0.6 and _joins(block, row, measure, end):
                block.rows.append(row)
            else:
                out.append(Block([row], gap=not tight))
    return out


def _tight(above: Row, row: Row, measure: Measure) -> float:
    """How far apart the lines of a paragraph are at most, in parts of their size: of a large bold heading, farther."""
    heading = above.bold and row.bold and row.size > measure.size + 1 and full(above, row, _end(above, row, measure)[0])
    return max(measure.tight, _HEADING) if heading else measure.tight


def _tagged_as_one(above: Row, row: Row, measure: Measure) -> bool:
    """Whether sound tags say that a row goes on with the one above it."""
    return measure.tagged and row.tag is not None and row.tag is above.tag and not begins_item(row.text)


def _tagged_apart(above: Row, row: Row, measure: Measure) -> bool:
    """Whether sound tags say that a row begins another paragraph than the one above it is in."""
    return measure.tagged and None not in (above.tag, row.tag) and row.tag is not above.tag


def _joins(block: Block, row: Row, measure: Measure, end: float | None) -> bool:
    """Whether a row that follows closely goes on with a block."""
    above = block.rows[-1]
    if _tagged_apart(above, row, measure):
        return False
    usual, sure = _end(above, row, measure)
    filled = full(above, row, end or usual) or measure.at_edge(above)
    if above.bold != row.bold and (not sure or begins_item(row.text)):
        return False
    unfinished = _unfinished(above, row, measure)
    dash = unfinished and row.text[0] in _DASHES
    item = begins_item(row.text) and not dash and not _SYMBOL.search(above.text)
    if item and (not filled or _ENDED.search(above.text)):
        return False
    apart = measure.apart and _NUMBER.match(block.rows[0].text)
    if filled or dash or apart:
        return _aligned(block, row)
    # Lines that are bold or italic as a whole are those of a heading, which is not justified.
    heading = (above.bold and row.bold) or (above.italic and row.italic and not _STOPPED.search(above.text))
    return heading or (unfinished and _aligned(block, row))


def _unfinished(above: Row, row: Row, measure: Measure) -> bool:
    """Whether a long line of the text stops inside a sentence, which the next goes on with."""
    long = above.right - above.left > _LONG * (measure.right - measure.left)
    return long and above.page > 1 and above.bold == row.bold and not _ENDED.search(above.text)


def _page_joins(block: Block, row: Row, measure: Measure) -> bool:
    """Whether the first row of a page goes on with the last block of the page before."""
    above = block.rows[-1]
    if abs(above.size - row.size) > 0.6 or begins_item(row.text) or row.bold != above.bold:
        return False
    if _tagged_apart(above, row, measure):
        return False
    filled = full(above, row, _end(above, row, measure)[0]) or measure.at_edge(above)
    if not (filled or _unfinished(above, row, measure)) or not _aligned(block, row):
        return False
    if row.italic and not above.italic and _ENDED.search(above.text):
        return False  # a line of procedure
    return not _ENDED.search(above.text) or bool(_NUMBER.match(block.rows[0].text))


def _end(above: Row, row: Row, measure: Measure) -> tuple[float, bool]:
    """Where a line and the next would end: as many lines do that begin as the second does, or else the first."""
    first, second = measure.end(above), measure.end(row)
    return second if second[1] else first if first[1] else max(first, second)


def full(above: Row, row: Row, end: float) -> bool:
    """Whether a line has no room for the first word of the next."""
    if _open(above.text):
        return True
    word = re.split(r"[\s\-/–]", row.text, maxsplit=1)[0]
    width = (row.right - row.left) * _breadth(word) / max(_breadth(row.text), 1)
    return above.right + _WIDTH * above.size + width > end - 0.5


def _breadth(text: str) -> float:
    """How wide a text is, in small letters: capitals and some others are wider, a few are narrower."""
    wide = sum(map(text.count, _WIDE)) + sum(map(str.isupper, text))
    return len(text) + 0.5 * (wide - sum(map(text.count, _NARROW)))


def begins_item(text: str) -> bool:
    """Whether a line begins with a number, a letter or a sign that something new begins with."""
    return bool(_NUMBERED.match(text))


def _aligned(block: Block, row: Row) -> bool:
    """Whether a row begins where the lines of its block do."""
    if len(block.rows) > 1:
        return abs(row.left - block.rows[-1].left) <= _SAME
    return -_FIRST <= row.left - block.rows[0].left <= (_FIRST if begins_item(block.rows[0].text) else _SAME)


def inlines_of(rows: Sequence[Row], words: Vocabulary | None = None) -> Inlines:
    """The text that rows make, with a blank where a line ends, but not inside a word.

    Of a word that is divided at the end of a line, the hyphen goes where the `words` of the document tell so.
    """
    out: list[Inline] = []
    for row in rows:
        last = out[-1] if out else None
        if isinstance(last, Run):
            text = last.text.rstrip()
            if words is not None and words.divided(text, row.text):
                text = text[:-1]
            elif not _open(text) or is_suspended(text, row.text):
                text = f"{text} "
            out[-1] = replace(last, text=text)
        out.extend(row.inlines)
    return joined(out)


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
    """Whether a line ends inside a word: at a hyphen, a stroke, or a dash that has no blank before it; or in a symbol,
    before its last number.
    """
    return bool(re.search(r"\w[-‐‑/–]$", words) or _SYMBOL.search(words))
