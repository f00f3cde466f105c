"""The blocks a record's text is made of, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass

from precis.model.inline import Inlines

__all__ = ["Block", "Bullets", "Footnote", "Heading", "Paragraph", "Quotation", "Table", "texts_of"]


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
class Bullets:
    """A list without numbers, one entry an item."""

    items: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a heading row and the rows below it, all of the same number of cells."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A numbered footnote; `label` is what its call names, not what is printed."""

    label: str
    inlines: Inlines


Block = Heading | Paragraph | Quotation | Bullets | Table


def texts_of(block: Block) -> tuple[Inlines, ...]:
    """The texts of a block in their order: of a table its cells, the heading row first, then row by row."""
    match block:
        case Heading() | Paragraph():
            return (block.inlines,)
        case Quotation():
            return block.paragraphs
        case Bullets():
            return block.items
        case Table():
            return tuple(cell for row in (block.head, *block.rows) for cell in row)
