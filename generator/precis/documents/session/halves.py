"""Parts of a sheet in two columns that hold as much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil
from typing import TypeVar

from precis.documents.session.paper import Look, Place, Section
from precis.model import Block, List, Paragraph, Quotation, Table, plain, texts_of

__all__ = ["beside", "block_length", "halved", "two_columns"]

Part = TypeVar("Part")

_LETTERS = 54
"""Letters of prose in a line of half the page, about; _CELLS in a line of all the cells of a table."""
_CELLS = 58
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
    left, right = halved(sections, _section_length)
    return [*(section.at(Place.LEFT) for section in left), *(section.at(Place.RIGHT) for section in right)]


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
