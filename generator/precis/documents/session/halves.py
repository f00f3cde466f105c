"""Parts of a sheet in two columns that hold as much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from math import ceil
from typing import TypeVar

from precis.documents.session.paper import Look, Place, Section
from precis.model import Block, List, Paragraph, Quotation, Table, plain, texts_of

__all__ = ["balanced_columns", "beside", "block_length", "halved", "two_columns"]

Part = TypeVar("Part")

_LETTERS = 54
"""Letters of prose in a line of half the page, about; _CELLS in a line of all the cells of a table."""
_CELLS = 58
_TRIED = 7
"""Sections of which all ways to share them out are tried."""
_MOVED = 2.0
"""Lines that must be gained for each section that another is put before."""
_HEADING = 2.6
"""Lines that a heading takes, with what is above and below it."""


def halved(parts: Sequence[Part], length: Callable[[Part], float]) -> tuple[list[Part], list[Part]]:
    """Parts in two columns that hold as much, in their order; each has something if there are two parts."""
    sizes = [length(part) for part in parts]
    best = min(range(1, len(parts)), key=lambda cut: max(sum(sizes[:cut]), sum(sizes[cut:])), default=1)
    return list(parts[:best]), list(parts[best:])


def two_columns(sections: Sequence[Section]) -> list[Section]:
    """Sections in two columns, in their order; one alone over both halves, its paragraphs shared out."""
    if len(sections) == 1:
        only = sections[0]
        return beside(only.blocks, only.title) if only.look is Look.PROSE else [only.at(Place.FULL)]
    return _beside_each_other(*halved(sections, _section_length))


def balanced_columns(sections: Sequence[Section]) -> list[Section]:
    """Sections that need no order in two columns that hold as much; in their order where that is nearly as good."""
    if not 1 < len(sections) <= _TRIED:
        return two_columns(sections)
    return _beside_each_other(*_balanced(sections))


def _beside_each_other(left: Sequence[Section], right: Sequence[Section]) -> list[Section]:
    return [*(section.at(Place.LEFT) for section in left), *(section.at(Place.RIGHT) for section in right)]


def _balanced(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """Sections in two columns that hold as much; one stands before an earlier one only where that gains lines enough.

    The first stays at the head of the left column, and in each column they keep their order.
    """
    sizes = [_section_length(section) for section in sections]

    def cost(right: Sequence[int]) -> float:
        left = [number for number in range(len(sections)) if number not in right]
        moved = sum(number > other for number in left for other in right)
        return max(sum(sizes[each] for each in left), sum(sizes[each] for each in right)) + _MOVED * moved

    rest = range(1, len(sections))
    chosen = min((each for size in rest for each in combinations(rest, size)), key=cost)
    return [each for number, each in enumerate(sections) if number not in chosen], [sections[each] for each in chosen]


def beside(blocks: Sequence[Block], title: str) -> list[Section]:
    """Blocks of prose in two halves below one heading."""
    if not blocks:
        return []
    if len(blocks) == 1:
        return [Section(Look.PROSE, tuple(blocks), title)]
    left, right = halved(blocks, block_length)
    head = [Section(Look.PROSE, (), title)] if title else []
    halves = ((left, Place.LEFT), (right, Place.RIGHT))
    return [*head, *(Section(Look.PROSE, tuple(own), place=place) for own, place in halves)]


def _section_length(section: Section) -> float:
    return sum(map(block_length, section.blocks)) + _HEADING


def block_length(block: Block) -> float:
    """The lines that a block takes in half the page, about."""
    match block:
        case Table():
            return sum(0.3 + ceil(sum(len(plain(cell)) for cell in row) / _CELLS) for row in (block.head, *block.rows))
        case List():
            return sum(ceil(len(plain(text)) / _LETTERS) for text in texts_of(block))
        case Quotation():
            return sum(0.4 + ceil(len(plain(each)) / _LETTERS) for each in block.paragraphs)
        case Paragraph():
            return 0.4 + ceil(len(plain(block.inlines)) / _LETTERS)
    return 1.0
