"""The blocks a record's text is made of, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass

from precis.model.inline import Inlines

__all__ = ["Block", "Bullets", "Footnote", "Heading", "Paragraph", "Quotation", "Table"]


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
