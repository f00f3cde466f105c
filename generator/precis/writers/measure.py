"""How many pages a page of text fills, reckoned from the house style and the widths of letters, without setting it.

A document that must fit its pages chooses what it holds by this, before any writer is loaded and for all of them alike.
The reckoning is careful: letters count as bold, which are wider, and a line of each page is kept free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.writers.drawing import PREFIX, drawing_size
from precis.writers.font import times
from precis.writers.page import Page
from precis.writers.style import HouseStyle, ParagraphStyle

__all__ = ["pages_of"]

SPARE = 14.0
"""Points of each page that are kept free, for what a writer does otherwise than reckoned."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block: space above, below and its lines, in points; `keep` with the next, `whole` if it is not broken."""

    before: float
    lines: tuple[float, ...]
    after: float
    keep: bool = False
    whole: bool = False


def pages_of(page: Page, style: HouseStyle) -> int:
    """The number of pages that the text of `page` fills. The page has no cover."""
    room = (style.page["height"] - style.page["top"] - style.page["bottom"]) / 20 - SPARE
    blocks = [block for section in page.body.iterfind("section") for block in _blocks(section, style)]
    pages, used = 1, 0.0
    for index, block in enumerate(blocks):
        together = _together(blocks, index)
        if used and used + together > room:
            pages, used = pages + 1, 0.0
        used += block.before if used else 0.0
        if block.whole:
            used += sum(block.lines)
        else:
            for line in block.lines:
                if used + line > room:
                    pages, used = pages + 1, 0.0
                used += line
        used += block.after
    return pages


def _together(blocks: Sequence[_Block], index: int) -> float:
    """What must stand on one page from this block on: headings with what follows, two lines of a paragraph."""
    height = 0.0
    for block in blocks[index:]:
        height += block.before
        if block.keep:
            height += sum(block.lines) + block.after
            continue
        return height + (sum(block.lines) if block.whole else sum(block.lines[:2]))
    return height


def _blocks(element: Any, style: HouseStyle) -> Iterator[_Block]:
    for child in element:
        if child.tag in ("ul", "blockquote"):
            yield from _blocks(child, style)
        elif child.tag == "table":
            yield from _table(child, style)
        elif child.tag == "hr":
            yield _Block(style.end["before"] / 20, (1.0,), 0, whole=True)
        else:
            yield _paragraph(child, style)


def _paragraph(element: Any, style: HouseStyle) -> _Block:
    own = style.classes[element.get("class")].style
    line = times().line(own)
    width = (style.text_width - own.left - own.right) / 20
    drawing = element.find("img")
    if drawing is not None and drawing.get("src", "").startswith(PREFIX):
        height = drawing_size(drawing.get("src"))[1]
        return _Block(own.before / 20, (max(height + line / 2, line),), own.after / 20, whole=True)
    count = _lines("".join(element.itertext()), width, own)
    return _Block(own.before / 20, (line,) * count, own.after / 20, keep=own.keep)


def _table(table: Any, style: HouseStyle) -> Iterator[_Block]:
    """The rows of a table; its head is repeated on every page, which is reckoned as a line more of spare room."""
    cell = style.classes["cell"].style
    rows = list(table.iter("tr"))
    whole = (style.text_width - style.table["left"] - style.table["right"]) / 20
    weights = [int(width) for width in table.get("data-widths", "").split()] or [1] * len(rows[0])
    gutter = style.table["gutter"] / 20
    for number, row in enumerate(rows):
        counts = [
            _lines("".join(each.itertext()), whole * weight / sum(weights) - gutter, cell)
            for each, weight in zip(row, weights, strict=True)
        ]
        height = max(counts) * times().line(cell) + (cell.before + cell.after) / 20 + 0.5
        last = number == len(rows) - 1
        yield _Block(0, (height,), style.table["after"] / 20 if last else 0, keep=number == 0, whole=True)


def _lines(text: str, width: float, style: ParagraphStyle) -> int:
    """The lines a text needs: words in order, each on the line where it has room."""
    lines, used = 1, 0.0
    space = times().width(" ") * style.size
    for word in text.split():
        length = _width(word) * style.size
        if used and used + space + length > width:
            lines, used = lines + 1, 0.0
        used += length + (space if used else 0.0)
        while used > width:
            lines, used = lines + 1, used - width
    return lines


@lru_cache(maxsize=50_000)
def _width(word: str) -> float:
    return sum(times().width(character) for character in word)
