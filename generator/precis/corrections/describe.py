"""A correction in parts that a template prints: "Paragraph 3, sixth sentence", "*For* X *read* Y", in any language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any

from precis.corrections.edits import quoted_span
from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Correction,
    Delete,
    InsertAfter,
    InsertAt,
    InsertBlocks,
    Merge,
    Move,
    Remove,
    Renumber,
    Replace,
    Rewrite,
    SetField,
    SetLevel,
    SetNumbered,
    Side,
    Split,
)
from precis.corrections.leaves import leaf_at, leaves
from precis.corrections.location import Location, LocationKind
from precis.corrections.passage import Passage
from precis.model import Block, Inlines, Record

__all__ = ["Asked", "Described", "LocationPart", "described", "location_parts"]


class Asked(StrEnum):
    """What is asked for; the name under which a wording holds its formula."""

    REPLACE = "replace"
    INSERT_AFTER = "insert_after"
    INSERT_AT_BEGINNING = "insert_at_beginning"
    INSERT_AT_END = "insert_at_end"
    DELETE_WORDS = "delete_words"
    REPLACE_PASSAGE = "replace_passage"
    DELETE_PASSAGE = "delete_passage"
    INSERT_BLOCKS_BEFORE = "insert_blocks_before"
    INSERT_BLOCKS_AFTER = "insert_blocks_after"
    INSERT_ENTRY = "insert_entry"
    INSERT_FOOTNOTE = "insert_footnote"
    MOVE_BEFORE = "move_before"
    MOVE_AFTER = "move_after"
    SPLIT = "split"
    MERGE = "merge"
    LEVEL = "level"
    NUMBER = "number"
    NO_NUMBER = "no_number"
    RENUMBER = "renumber"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class LocationPart:
    """One part of a place, the widest first; `key` is the name of its formula: "paragraph", "sentence".

    `number` counts from 1 (a row 0 is the heading row); `nth` says which of several at the same place; `name` is the
    label of a footnote or a field of the cover.
    """

    key: str
    number: int | None = None
    nth: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Described:
    """A correction in parts. What it does not have is empty.

    `old` is what is quoted or replaced, `new` what is read or inserted instead. `blocks` and `cells` are set off.
    `target` is where a block is moved. Of a field of the cover, `values` are the old and the new one: what they print
    is for the cover to say.
    """

    correction: Correction
    parts: tuple[LocationPart, ...]
    asked: Asked
    old: Inlines = ()
    new: Inlines = ()
    blocks: tuple[Block, ...] = ()
    cells: tuple[Inlines, ...] = ()
    target: tuple[LocationPart, ...] = ()
    level: int | None = None
    ranges: tuple[tuple[int, int], ...] = ()
    values: tuple[Any, Any] = (None, None)


def described(old: Record, corrections: Iterable[Correction]) -> tuple[Described, ...]:
    """The corrections, which fit the record, in parts, each with the sentence in which its words stand."""
    passages = leaves(old)
    found = []
    for correction in corrections:
        location = _with_sentence(passages, correction)
        found.append(replace(_described(correction), parts=location_parts(location)))
    return tuple(found)


def location_parts(location: Location) -> tuple[LocationPart, ...]:
    """A place in its parts."""
    parts = [_block_part(location)]
    entry = _ENTRIES.get(location.kind)
    if entry and location.entry is not None:
        parts.append(LocationPart(entry, location.entry))
    if location.column is not None:
        parts.append(LocationPart("table_column", location.column))
    if location.sentence is not None:
        parts.append(LocationPart("sentence", location.sentence))
    return tuple(parts)


_ENTRIES = {
    LocationKind.QUOTATION: "quotation_paragraph",
    LocationKind.LIST: "list_item",
    LocationKind.TABLE: "table_row",
}


def _block_part(location: Location) -> LocationPart:
    kind, number = location.kind, location.number
    match kind:
        case LocationKind.PARAGRAPH:
            return LocationPart(kind, number, location.nth)
        case LocationKind.HEADING:
            return LocationPart("heading_at_end" if number is None else "heading_before", number, location.nth)
        case LocationKind.LINE | LocationKind.QUOTATION | LocationKind.LIST | LocationKind.TABLE:
            return LocationPart(f"{kind}_{'at_beginning' if number is None else 'after'}", number, location.nth)
        case LocationKind.NOTE | LocationKind.CONTENTS:
            return LocationPart(kind, location.entry)
        case _:
            return LocationPart(kind, name=location.name)


def _with_sentence(passages: dict[Location, Inlines], correction: Correction) -> Location:
    """The location, with the sentence in which the words quoted stand, if the passage has several."""
    location, instruction = correction.location, correction.instruction
    if not isinstance(instruction, Replace | InsertAfter | Delete | Split) or location.sentence is not None:
        return location
    key = leaf_at(passages, location)
    passage = Passage.of(passages[key])
    start, end = quoted_span(passage, instruction)
    if len(passage.sentences) > 1:
        for number, (first, last) in enumerate(passage.sentences, start=1):
            if first <= start and end <= last:
                return replace(key, sentence=number)
    return key


def _described(correction: Correction) -> Described:
    make = partial(Described, correction, ())
    match correction.instruction:
        case Replace(old, new):
            return make(Asked.REPLACE, old, new)
        case InsertAfter(words, new):
            return make(Asked.INSERT_AFTER, words, new)
        case InsertAt(side, new):
            return make(Asked.INSERT_AT_BEGINNING if side is Side.BEFORE else Asked.INSERT_AT_END, (), new)
        case Delete(words):
            return make(Asked.DELETE_WORDS, words)
        case Rewrite(new):
            return make(Asked.REPLACE_PASSAGE, (), new)
        case Remove():
            return make(Asked.DELETE_PASSAGE)
        case InsertBlocks(side, blocks):
            asked = Asked.INSERT_BLOCKS_BEFORE if side is Side.BEFORE else Asked.INSERT_BLOCKS_AFTER
            return make(asked, blocks=blocks)
        case AddEntry(cells):
            return make(Asked.INSERT_ENTRY, cells=cells)
        case AddFootnote(new, _):
            return make(Asked.INSERT_FOOTNOTE, (), new)
        case Move(side, to):
            asked = Asked.MOVE_BEFORE if side is Side.BEFORE else Asked.MOVE_AFTER
            return make(asked, target=location_parts(to))
        case Split(words):
            return make(Asked.SPLIT, words)
        case Merge():
            return make(Asked.MERGE)
        case SetLevel(level):
            return make(Asked.LEVEL, level=level)
        case SetNumbered(numbered):
            return make(Asked.NUMBER if numbered else Asked.NO_NUMBER)
        case Renumber(ranges):
            return make(Asked.RENUMBER, ranges=ranges)
        case SetField(old, new):
            return make(Asked.FIELD, values=(old, new))
