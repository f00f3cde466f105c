"""Where in a record a correction belongs, named as a person names it: "paragraph 3, sentence 6"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from precis.model import Block, Heading, List, Paragraph, Quotation, Table

__all__ = ["LINES", "Location", "LocationKind", "locations"]


class LocationKind(StrEnum):
    """What a location names."""

    COVER = "cover"
    TITLE = "title"
    CONTENTS = "contents"
    NOTE = "note"
    TEXT = "text"
    PARAGRAPH = "paragraph"
    LINE = "line"
    HEADING = "heading"
    QUOTATION = "quotation"
    LIST = "list"
    TABLE = "table"
    FOOTNOTE = "footnote"


LINES = ("caption", "source line")
"""What stands above and below the rows of a table."""

_ENTRY = {
    LocationKind.CONTENTS: "item",
    LocationKind.QUOTATION: "paragraph",
    LocationKind.LIST: "item",
    LocationKind.TABLE: "row",
}


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the record as it was before any correction.

    PARAGRAPH is a numbered paragraph. What has no number of its own is counted from one that has: a HEADING is the
    `nth` before paragraph `number` (None: after the last paragraph); a LINE (a paragraph without a number), QUOTATION,
    LIST or TABLE is the `nth` of its kind after paragraph `number` (None: before the first). Where a number stands
    twice in a record, `nth` goes on counting.

    `name` is the label of a footnote, a field of the cover as front matter names it, or one of the LINES of a table.
    `entry` counts from 1: the
    paragraph of a quotation, the item of a list or of the contents, the row of a table (its heading row is 0), the
    starred note. `column` and `sentence` count from 1.
    """

    kind: LocationKind
    number: int | None = None
    nth: int = 1
    name: str = ""
    entry: int | None = None
    column: int | None = None
    sentence: int | None = None

    def __str__(self) -> str:
        parts = [self._block()]
        if self.entry is not None and self.entry_name:
            parts.append(f"{self.entry_name} {self.entry}")
        if self.kind is LocationKind.TABLE and self.name:
            parts.append(self.name)
        if self.column is not None:
            parts.append(f"column {self.column}")
        if self.sentence is not None:
            parts.append(f"sentence {self.sentence}")
        return ", ".join(parts)

    @property
    def entry_name(self) -> str:
        """What `entry` counts, or an empty string: "row"."""
        return _ENTRY.get(self.kind, "")

    def _block(self) -> str:
        match self.kind:
            case LocationKind.COVER:
                return f"cover, {self.name}"
            case LocationKind.FOOTNOTE:
                return f"footnote {self.name}"
            case LocationKind.NOTE:
                return f"note {self.entry}"
            case LocationKind.TITLE | LocationKind.CONTENTS | LocationKind.TEXT:
                return str(self.kind)
            case LocationKind.PARAGRAPH:
                return f"paragraph {self.number}" + (f" ({self.nth})" if self.nth > 1 else "")
            case LocationKind.HEADING:
                return self._counted() + (" at the end" if self.number is None else f" before paragraph {self.number}")
            case _:
                return self._counted() + (
                    " at the beginning" if self.number is None else f" after paragraph {self.number}"
                )

    def _counted(self) -> str:
        return f"{self.kind} {self.nth}" if self.nth > 1 else str(self.kind)


def locations(blocks: Sequence[Block]) -> tuple[Location, ...]:
    """The location of each block, in order; no two are equal."""
    following: list[int | None] = []
    number = None
    for block in reversed(blocks):
        following.append(number)
        number = _number(block, number)
    found: list[Location] = []
    seen: Counter[tuple[LocationKind, int | None]] = Counter()
    number = None
    for block, later in zip(blocks, reversed(following), strict=True):
        number = _number(block, number)
        key = (_kind(block), later if isinstance(block, Heading) else number)
        seen[key] += 1
        found.append(Location(key[0], key[1], seen[key]))
    return tuple(found)


def _number(block: Block, last: int | None) -> int | None:
    """The number that what follows this block is counted from."""
    return block.number if isinstance(block, Paragraph) and block.number is not None else last


def _kind(block: Block) -> LocationKind:
    match block:
        case Heading():
            return LocationKind.HEADING
        case Paragraph(number=None):
            return LocationKind.LINE
        case Paragraph():
            return LocationKind.PARAGRAPH
        case Quotation():
            return LocationKind.QUOTATION
        case List():
            return LocationKind.LIST
        case Table():
            return LocationKind.TABLE
