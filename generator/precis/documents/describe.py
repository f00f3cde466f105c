"""Corrections in words: where, and what is to be done there, in the form of the house (docs/conventions.md §4.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Correction,
    Delete,
    InsertAfter,
    InsertAt,
    InsertBlocks,
    Instruction,
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
from precis.corrections.leaves import item_of
from precis.corrections.location import LINES, Location, LocationKind
from precis.language import Wording
from precis.language.cover_lines import chair_name, held_value, label_of_its_own
from precis.model import (
    Block,
    Call,
    Chair,
    ContentsItem,
    Held,
    Inlines,
    List,
    Note,
    Paragraph,
    Quotation,
    Record,
    Run,
    joined,
    mapped,
    plain,
)

__all__ = ["Described", "describe"]

LONG = 40
"""Words from which a passage is set off instead of standing in the line."""


@dataclass(frozen=True, slots=True)
class Described:
    """A correction for a template: the place, and the blocks that say what is to be done there."""

    place: Inlines
    blocks: tuple[Block, ...]


def describe(correction: Correction, record: Record, wording: Wording, among: Sequence[Correction] = ()) -> Described:
    """The correction in words; `record` is that before any correction, and `among` are all that are made to it.

    A footnote has the number that it is printed with: one that is there that of the record, one that is put in that
    of the record once it is corrected.
    """
    teller = _Teller(record, wording, among or (correction,))
    place = teller.where(correction.location)
    blocks = teller.said(correction.location, correction.instruction)
    if teller.moves_notes(correction):
        blocks.extend(teller.line("renumber_notes"))
    return Described(place, tuple(teller.without_calls(block) for block in blocks))


def _is_note(correction: Correction) -> bool:
    return correction.location.kind is LocationKind.FOOTNOTE


_COUNTED = {
    LocationKind.HEADING: ("where_heading", "where_heading_end"),
    LocationKind.LINE: ("where_line", "where_line_start"),
    LocationKind.QUOTATION: ("where_quotation", "where_quotation_start"),
    LocationKind.LIST: ("where_list", "where_list_start"),
    LocationKind.TABLE: ("where_table", "where_table_start"),
}


@dataclass
class _Teller:
    record: Record
    wording: Wording
    among: Sequence[Correction]
    footnotes: dict[str, int] = field(init=False)
    corrected: list[str] = field(init=False)
    """The labels of the footnotes of the corrected record, in their order."""

    def __post_init__(self) -> None:
        before = [note.label for note in self.record.footnotes]
        self.corrected = list(before)
        for each in self.among:
            label = each.location.name
            match each.instruction:
                case AddFootnote(_, after) if label not in self.corrected:
                    self.corrected.insert(self.corrected.index(after) + 1 if after in self.corrected else 0, label)
                case Remove() if _is_note(each) and label in self.corrected:
                    self.corrected.remove(label)
        after_all = {label: number for number, label in enumerate(self.corrected, 1)}
        self.footnotes = after_all | {label: number for number, label in enumerate(before, 1)}

    def moves_notes(self, correction: Correction) -> bool:
        """Whether a footnote that is put in or taken out gives another number to one that stays."""
        if not _is_note(correction) or not isinstance(correction.instruction, AddFootnote | Remove):
            return False
        before = [note.label for note in self.record.footnotes]
        order = before if isinstance(correction.instruction, Remove) else self.corrected
        label = correction.location.name
        behind = order[order.index(label) + 1 :] if label in order else []
        return any(each in before and each in self.corrected for each in behind)

    def where(self, location: Location) -> Inlines:
        """The place of a correction: "Paragraph 3, sixth sentence"."""
        say = self.wording.say
        where = self._block(location)
        if location.nth > 1:
            where = say("where_again", where=where, number=location.nth)
        if location.entry is not None:
            where = self._entry(location, where)
        if location.kind is LocationKind.TABLE and location.name:
            where = say("where_caption" if location.name == LINES[0] else "where_source", where=where)
        if location.column is not None:
            where = say("where_column", where=where, nth=location.column, number=location.column)
        if location.sentence is not None:
            where = say("where_sentence", where=where, nth=location.sentence, number=location.sentence)
        return where

    def _block(self, location: Location) -> Inlines:
        say, kind = self.wording.say, location.kind
        if kind in _COUNTED:
            counted, alone = _COUNTED[kind]
            return say(alone) if location.number is None else say(counted, number=location.number)
        match kind:
            case LocationKind.PARAGRAPH:
                return say("where_paragraph", number=location.number)
            case LocationKind.FOOTNOTE:
                return say("where_footnote", number=self.footnotes.get(location.name, len(self.footnotes) + 1))
            case LocationKind.NOTE:
                return say("where_note", mark="*" * (location.entry or 1))
            case LocationKind.COVER:
                return say("where_cover", field=self.wording.field_name(location.name))
            case _:
                return say(f"where_{kind}")

    def _entry(self, location: Location, where: Inlines) -> Inlines:
        say, entry = self.wording.say, location.entry
        match location.kind:
            case LocationKind.QUOTATION:
                return say("where_part", where=where, nth=entry, number=entry)
            case LocationKind.TABLE:
                return (
                    say("where_row", where=where, nth=entry, number=entry)
                    if entry
                    else say("where_head_row", where=where)
                )
            case LocationKind.LIST | LocationKind.CONTENTS:
                return say("where_item", where=where, nth=entry, number=entry)
            case _:
                return where

    def said(self, location: Location, instruction: Instruction) -> list[Block]:
        """What is to be done, as paragraphs without numbers and passages set off."""
        match instruction:
            case Replace(old, new):
                return self._for_read(old, new)
            case SetField(old, new):
                return self._set_field(location.name, old, new)
            case Rewrite(new):
                return [*self.line("replace_by"), Quotation((new,))]
            case InsertBlocks(side, blocks):
                return [*self.line("insert_before_it" if side is Side.BEFORE else "insert_after_it"), *blocks]
            case AddEntry(cells):
                return [*self.line("insert_after_it"), List(tuple(map(item_of, cells)))]
            case AddFootnote(new):
                return [*self.line("insert_it"), Quotation((new,))]
            case Move(side, to):
                return self.line("move_before" if side is Side.BEFORE else "move_after", where=self.where(to))
            case _:
                name, slots = _SHORT[type(instruction)](instruction)
                return self.line(name, **{slot: self._named(value) for slot, value in slots.items()})

    def _named(self, value: Any) -> Any:
        """Words as they are; a sign alone by its name, since "insert ." cannot be read."""
        sign = self.wording.sign_name(plain(value).strip()) if isinstance(value, tuple) else None
        return value if sign is None else (Run(sign),)

    def without_calls(self, block: Block) -> Block:
        """The block with the calls of its notes as they are printed; the notes themselves stay where they are."""
        return mapped(block, self._uncalled)

    def _uncalled(self, items: Inlines) -> Inlines:
        return joined(
            Run(str(self.footnotes.get(item.label, item.label)), superscript=True) if isinstance(item, Call) else item
            for item in items
        )

    def line(self, formula: str, **slots: Any) -> list[Block]:
        """A formula of the wording, as a paragraph."""
        return [Paragraph(None, self.wording.say(formula, **slots))]

    def _for_read(self, old: Inlines, new: Inlines) -> list[Block]:
        """*For* X *read* Y in one line; a long passage is set off."""
        if len(plain(old).split()) + len(plain(new).split()) < LONG:
            return self.line("for_read", old=old, new=new)
        return [*self.line("for_long"), Quotation((old,)), *self.line("read_long"), Quotation((new,))]

    def _set_field(self, key: str, old: Any, new: Any) -> list[Block]:
        before, after = self._value(key, old), self._value(key, new)
        if old is None:
            return self.line("read_only", new=after)
        if new is None:
            return self.line("delete_words", words=before)
        return self._for_read(before, after)

    def _value(self, key: str, value: Any) -> Inlines:
        """A value of the cover, as the cover prints it where it can."""
        wording = self.wording
        match value:
            case None:
                return (Run(wording.labels["nothing"]),)
            case Held():
                return held_value(wording, value)
            case dt.date():
                return wording.issued(value) if key == "issued" else wording.date(value)
            case dt.time():
                return wording.time(value)
            case tuple():
                return self._list(value)
            case str() if key in ("language", "original"):
                return (Run(wording.language_name(value)),)
            case int() if key == "session":
                return wording.say("session", session=value)
            case _:
                return (Run(str(value)),)

    def _list(self, values: tuple[Any, ...]) -> Inlines:
        """A title, or a list: Chairs, contents, notes."""
        out: list[Any] = []
        for number, value in enumerate(values):
            match value:
                case Chair():
                    label = label_of_its_own(self.wording, value)
                    shown: Inlines = (Run(f"{label} {chair_name(self.wording, value)}".strip()),)
                case ContentsItem() | Note():
                    shown = value.inlines
                case _:
                    out.append(value)
                    continue
            out.extend(shown if number == 0 else (Run("; "), *shown))
        return tuple(out)


# The instructions that one formula says: its name and its slots.
_SHORT: dict[type[Any], Callable[[Any], tuple[str, dict[str, Any]]]] = {
    InsertAfter: lambda it: ("insert_after", {"words": it.words, "new": it.new}),
    InsertAt: lambda it: ("insert_first" if it.side is Side.BEFORE else "insert_last", {"new": it.new}),
    Delete: lambda it: ("delete_words", {"words": it.words}),
    Remove: lambda _: ("delete_it", {}),
    Split: lambda it: ("split_at", {"words": it.words}),
    Merge: lambda _: ("merge", {}),
    SetLevel: lambda it: ("set_level", {"number": it.level}),
    SetNumbered: lambda it: ("give_number" if it.numbered else "take_number", {}),
    Renumber: lambda _: ("renumber", {}),
}
