"""The blocks a record's text is made of, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Literal

from precis.model.inline import Inlines, Run, joined

__all__ = [
    "DEEPEST",
    "ITEM_LABEL",
    "Align",
    "Block",
    "Footnote",
    "Heading",
    "List",
    "ListItem",
    "Paragraph",
    "Quotation",
    "Table",
    "mapped",
    "texts_of",
    "with_texts",
]

DEEPEST = 4
"""The levels that a list may have: (a), (i), a., i. (docs/conventions.md §6 rule 44)."""

_LETTERS = "|".join(f"{letter}{{1,2}}" for letter in ascii_lowercase)
ITEM_LABEL = rf"(?:{_LETTERS}|(?:xl|l?x{{0,3}})(?:ix|iv|v?i{{0,3}})(?<=[ivxl]))"
"""The letter of an item, "a", or "bb" after "z"; or a small roman numeral, "xiv"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of an agenda item (level 1) or of a part of one (2 and below).

    It holds all that is printed, with "(agenda item 4)", "(*continued*)" and the symbols of the documents
    before the Committee, since their order is not fixed (docs/conventions.md §2.5).
    """

    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `number` is None for a line without one: a suspension, a text that goes on after a quotation."""

    number: int | None
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage set off from the text, one entry a paragraph."""

    paragraphs: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list. `label` is its letter or small roman numeral, without its parentheses; empty for a bullet.

    `level` is counted from 1; that of an item in another is one more.
    """

    inlines: Inlines
    level: int = 1
    label: str = ""

    @property
    def lettered(self) -> Inlines:
        """Its words with its letter before them, in parentheses."""
        return joined((Run(f"({self.label}) "), *self.inlines)) if self.label else self.inlines


@dataclass(frozen=True, slots=True)
class List:
    """A list: its items with those in them, in the order in which they stand. ValueError if a level is left out."""

    items: tuple[ListItem, ...]

    def __post_init__(self) -> None:
        above = 0
        for item in self.items:
            if not 1 <= item.level <= min(above + 1, DEEPEST):
                raise ValueError(f"an item of level {item.level} cannot stand below one of level {above}")
            if item.label and not re.fullmatch(ITEM_LABEL, item.label):
                raise ValueError(f"'{item.label}' is no letter and no small roman numeral")
            above = item.level

    @classmethod
    def of(cls, texts: Iterable[Inlines]) -> List:
        """A list with bullets, one text an item."""
        return cls(tuple(map(ListItem, texts)))

    def with_item(self, inlines: Inlines, level: int, label: str) -> List:
        """The list with one more item, of a level that can stand there. Other labels stand in the words."""
        if label and not re.fullmatch(ITEM_LABEL, label):
            inlines, label = joined((Run(f"{label}. "), *inlines)), ""
        deepest = self.items[-1].level + 1 if self.items else 1
        return List((*self.items, ListItem(inlines, max(1, min(level, deepest, DEEPEST)), label)))


Align = Literal["left", "center", "right"]
"""How the cells of a column are aligned."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a heading row and the rows below it, all of the same number of cells.

    `aligns` has how each column is aligned; it is empty where all are to the left. `caption` stands above it, `source`
    below: what it is of, and where its figures are from. ValueError for too many alignments or too few.
    """

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    aligns: tuple[Align, ...] = ()
    caption: Inlines = ()
    source: Inlines = ()

    def __post_init__(self) -> None:
        if self.aligns and len(self.aligns) != len(self.head):
            raise ValueError(f"{len(self.aligns)} alignments for {len(self.head)} columns")
        if all(align == "left" for align in self.aligns):
            object.__setattr__(self, "aligns", ())


@dataclass(frozen=True, slots=True)
class Footnote:
    """A numbered footnote; `label` is what its call names, not what is printed."""

    label: str
    inlines: Inlines


Block = Heading | Paragraph | Quotation | List | Table


def texts_of(block: Block) -> tuple[Inlines, ...]:
    """The texts of a block in their order: of a table its caption, its cells, row by row, and its source line."""
    match block:
        case Heading() | Paragraph():
            return (block.inlines,)
        case Quotation():
            return block.paragraphs
        case List():
            return tuple(item.inlines for item in block.items)
        case Table():
            cells = tuple(cell for row in (block.head, *block.rows) for cell in row)
            return (*_if_any(block.caption), *cells, *_if_any(block.source))


def _if_any(text: Inlines) -> tuple[Inlines, ...]:
    return (text,) if text else ()


def with_texts(block: Block, texts: Iterable[Inlines]) -> Block:
    """The block with other texts, in the order of `texts_of`, and as many; the block itself where all are its own."""
    others = tuple(texts)
    if all(other is own for other, own in zip(others, texts_of(block), strict=True)):
        return block
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=others[0])
        case Quotation():
            return Quotation(others)
        case List():
            return List(tuple(replace(item, inlines=text) for item, text in zip(block.items, others, strict=True)))
        case Table():
            width, first, last = len(block.head), bool(block.caption), len(others) - bool(block.source)
            rows = tuple(others[at : at + width] for at in range(first, last, width)) if width else ()
            caption, source = others[0] if block.caption else (), others[-1] if block.source else ()
            return replace(block, head=rows[0] if rows else (), rows=rows[1:], caption=caption, source=source)


def mapped(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """The block with each of its texts changed."""
    return with_texts(block, map(change, texts_of(block)))
