"""What corrections change in a record, found and not yet done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from precis.corrections.edits import Edit
from precis.corrections.instruction import Renumber
from precis.corrections.location import Location
from precis.model import Block, Footnote, Inlines, Record

__all__ = ["Plan", "block_of"]


@dataclass
class Plan:
    """What corrections change in `record`, whose blocks are at `locations`. All are told by their index in it.

    `before` and `after` hold what is put on either side of a block, in order: new blocks, or the index of a block
    moved there; `after[-1]` begins the text. `rows_after` maps a block and row to the rows put after it, and
    `footnotes_after` a footnote to those put after it; -1 is before the first.
    """

    record: Record
    locations: tuple[Location, ...]
    edits: dict[Location, list[Edit]] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    merged: set[int] = field(default_factory=set)
    before: dict[int, list[Block | int]] = field(default_factory=dict)
    after: dict[int, list[Block | int]] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    numbered: dict[int, bool] = field(default_factory=dict)
    rows_removed: set[tuple[int, int]] = field(default_factory=set)
    rows_after: dict[tuple[int, int], list[tuple[Inlines, ...]]] = field(default_factory=dict)
    footnotes_removed: set[int] = field(default_factory=set)
    footnotes_after: dict[int, list[Footnote]] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    renumber: Renumber | None = None

    def __post_init__(self) -> None:
        self._blocks = {location: index for index, location in enumerate(self.locations)}
        self._labels = {footnote.label: index for index, footnote in enumerate(self.record.footnotes)}

    def block_at(self, location: Location) -> int | None:
        """The index of the block at `location`, which names no part of it."""
        return self._blocks.get(location)

    def footnote(self, label: str) -> int | None:
        """The index of the footnote of that label."""
        return self._labels.get(label)


def block_of(location: Location) -> Location:
    """The location of the block that the location is in."""
    return replace(location, name="", entry=None, column=None, sentence=None)
