"""What a block of a page looks like: a quotation by its place, a heading by its letters; and what its tag says."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from precis.model import Run
from precis.reading.forms.insets import is_passage
from precis.reading.forms.pdf.blocks import Block, begins_item, full
from precis.reading.forms.pdf.measure import Measure
from precis.reading.forms.pdf.tags import Tag
from precis.reading.line import LineLook, TextLine

__all__ = ["Rank", "heading_rank", "parted_heading", "set_in", "set_off", "tag_of"]

Rank = tuple[int, int]
"""How a heading is set: bold by its size, the largest first; below these italic; then by the level in its tag."""

_LONGEST_HEADING = 4
_LARGER = 1.5
"""Points by which a heading of page 1 is larger than the text."""
_NUMBER_NEXT = re.compile(r"\s+\d{1,4}\.\s")
_CLOSED = re.compile(r"[.;:,]$")
_SET_OFF = 18
"""Points by which a quotation stands farther in than the text."""
_SET_IN = 5
"""Points by which lines that a colon introduces do."""


def tag_of(block: Block, measure: Measure) -> Tag | None:
    """What the file says that a block is, where its tags are sound."""
    return block.rows[0].tag if measure.tagged else None


def set_off(block: Block, measure: Measure) -> bool:
    """Whether lines stand farther in than the text on both sides, as a quotation does.

    In text that is not justified one of them at least ends where the text had room for a further word.
    """
    rows = block.rows
    inside = all(row.left > measure.left + _SET_OFF and row.right < measure.right - _SET_OFF for row in rows)
    if len(rows) == 1 or rows[0].page == 1 or not inside:
        return False
    return bool(measure.edges) or not all(full(above, row, measure.right) for above, row in pairwise(rows))


def set_in(block: Block, measure: Measure) -> bool:
    """Whether the lines that a numbered paragraph with a colon introduces stand farther in than its own: on both
    sides, or a whole passage at its start alone.
    """
    rows = block.rows
    left = all(row.left > measure.left + _SET_IN for row in rows)
    right = all(row.right < measure.right - _SET_IN for row in rows)
    return len(rows) > 1 and left and not begins_item(rows[0].text) and (right or is_passage(block.text))


def heading_rank(block: Block, measure: Measure) -> Rank | None:
    """What a heading is set in; None for what is none.

    Bold lines of the text are one, and italic ones that are no sentence; of page 1, bold lines larger than text. So is
    what the file says is one, behind page 1, on which lines of the cover are tagged so, too.
    """
    tag, first = tag_of(block, measure), block.rows[0]
    tagged = (2, tag.level) if tag is not None and tag.level and first.page > 1 else None
    if len(block.rows) > _LONGEST_HEADING or _CLOSED.search(block.words.rstrip()) or set_off(block, measure):
        return tagged
    if all(row.bold for row in block.rows) and any(map(str.isalnum, block.words)):
        cover = first.page == 1 and first.size < measure.size + _LARGER
        return None if cover else (0, -round(first.size))
    italic = first.page > 1 and all(row.italic for row in block.rows)
    return (1, 0) if italic else tagged


def parted_heading(line: TextLine, level: int) -> list[TextLine]:
    """The heading with which a line begins, of this level, and the rest: bold words before the number of a paragraph.

    So TeX sets headings of the lowest level. A line without one is left as it is.
    """
    first = line.inlines[0] if line.inlines else None
    if line.look is not LineLook.TEXT or not isinstance(first, Run) or not first.bold:
        return [line]
    end = len(first.text)
    if not _NUMBER_NEXT.match(line.text, end) or _NUMBER_NEXT.match(f" {first.text}"):
        return [line]
    heading = replace(line.part(0, end), inlines=(Run(first.text.strip()),), look=LineLook.HEADING, level=level)
    return [heading, replace(line.part(end), after_gap=False, after_page=False)]
