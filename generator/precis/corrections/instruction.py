"""What a correction asks for: *for* … *read* …, insert, delete, move, split, merge."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from precis.corrections.location import Location
from precis.model import Block, FileSpan, Inlines

__all__ = [
    "AddEntry",
    "AddFootnote",
    "BlockInstruction",
    "Correction",
    "Delete",
    "InsertAfter",
    "InsertAt",
    "InsertBlocks",
    "Instruction",
    "Merge",
    "Move",
    "Remove",
    "Renumber",
    "Replace",
    "Rewrite",
    "SetField",
    "SetLevel",
    "SetNumbered",
    "Side",
    "Split",
    "TextInstruction",
]


class Side(StrEnum):
    """Which end of a passage, or which side of a block."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Replace:
    """*For* `old` *read* `new`. Neither is empty.

    Words written without emphasis fit words of any one emphasis, and what is read instead takes it; words written
    with emphasis fit only words of that emphasis. The same holds for every instruction that names words.
    """

    old: Inlines
    new: Inlines


@dataclass(frozen=True, slots=True)
class InsertAfter:
    """After `words` insert `new`. The space between them is understood, and none is put before a comma or a stop."""

    words: Inlines
    new: Inlines


@dataclass(frozen=True, slots=True)
class InsertAt:
    """At the beginning (BEFORE) or at the end (AFTER) of the passage insert `new`. The space is understood."""

    side: Side
    new: Inlines


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete `words`, and the space that would be left over."""

    words: Inlines


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Replace the whole passage (a sentence, a paragraph, a heading, a cell) by `new`."""

    new: Inlines


@dataclass(frozen=True, slots=True)
class Remove:
    """Delete the whole: a sentence, a paragraph or another block, an item or a row, a footnote."""


@dataclass(frozen=True, slots=True)
class InsertBlocks:
    """Before or after this block insert `blocks`.

    The numbers of their paragraphs say only that they are numbered: they count from 1, and each takes the number
    after the paragraph before it unless the record is renumbered.
    """

    side: Side
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AddEntry:
    """After this item, paragraph of a quotation or row (entry 0: before the first) insert one of these cells."""

    cells: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class AddFootnote:
    """Insert the footnote that the location names, after the footnote `after` (None: before all others)."""

    new: Inlines
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Move the block to before or after the block `to`."""

    side: Side
    to: Location


@dataclass(frozen=True, slots=True)
class Split:
    """Begin a new paragraph at `words`, which are not the first of the paragraph."""

    words: Inlines


@dataclass(frozen=True, slots=True)
class Merge:
    """Join the paragraph to the one right before it."""


@dataclass(frozen=True, slots=True)
class SetLevel:
    """Make the heading one of this level."""

    level: int


@dataclass(frozen=True, slots=True)
class SetNumbered:
    """Give the paragraph a number, or take it away."""

    numbered: bool


@dataclass(frozen=True, slots=True)
class Renumber:
    """Number the paragraphs anew: consecutively from 1, or by these ranges (first, last), both included."""

    ranges: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SetField:
    """For a field of the cover: read `new` instead of `old`, values as the record holds them. None is no value.

    The field is named as in the front matter of a source; "began" and "rose" are times, "opening" and "closing" forms.
    """

    old: Any
    new: Any


TextInstruction = Replace | InsertAfter | InsertAt | Delete | Rewrite | Remove | Split
"""What can be asked of the words of a passage. (Remove asks it of a sentence; without one, of a block.)"""

BlockInstruction = Remove | InsertBlocks | AddEntry | AddFootnote | Move | Merge | SetLevel | SetNumbered
Instruction = TextInstruction | BlockInstruction | Renumber | SetField


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: where, and what. `source` is the line of the file it was read from, for faults only."""

    location: Location
    instruction: Instruction
    source: FileSpan = field(default=FileSpan(), compare=False, repr=False)
