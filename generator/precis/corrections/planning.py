"""Corrections looked up in a record: what each changes, or why it does not fit. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from precis.corrections.contradictions import check_together
from precis.corrections.cover import field_value, shown
from precis.corrections.edits import MisfitError, edit_of, merged, require
from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Correction,
    InsertBlocks,
    Merge,
    Move,
    Remove,
    Renumber,
    SetField,
    SetLevel,
    SetNumbered,
    Side,
    Split,
    TextInstruction,
)
from precis.corrections.leaves import absent, entries, leaf_at, leaves
from precis.corrections.location import Location, LocationKind, locations
from precis.corrections.nearest import hint
from precis.corrections.passage import Passage
from precis.corrections.plan import Plan, block_of
from precis.language.sentences import SmallWords
from precis.model import (
    Block,
    Fault,
    Footnote,
    Heading,
    Inlines,
    List,
    Paragraph,
    PrecisError,
    Quotation,
    Record,
    Table,
)

__all__ = ["planned"]


def planned(record: Record, corrections: Iterable[Correction], words: SmallWords) -> Plan:
    """Find every correction in the record; PrecisError with a fault for each that does not fit.

    `words` are those of the record's language: they tell where its sentences end.
    """
    planner = _Planner(record, words)
    taken = list(corrections)
    for step in (planner.take, lambda correction: check_together(planner.plan, correction)):
        faults = []
        for correction in taken:
            try:
                step(correction)
            except MisfitError as misfit:
                faults.append(planner.fault(correction, misfit))
        if faults:
            raise PrecisError(faults)
    return planner.plan


class _Planner:
    """Takes the corrections one by one; then looks whether they go together."""

    def __init__(self, record: Record, words: SmallWords) -> None:
        self._words = words
        self.plan = Plan(record, locations(record.blocks))
        self._passages = leaves(record)

    def fault(self, correction: Correction, misfit: MisfitError) -> Fault:
        """What the person is told of a correction that does not fit."""
        message = f"{correction.location}: {misfit.message}"
        if misfit.words.cells:
            message += hint(self._passages, leaf_at(self._passages, correction.location), misfit.words, self._words)
        return Fault(correction.source, misfit.code, message)

    def take(self, correction: Correction) -> None:
        """Find the place of one correction and what it changes there."""
        location, plan = correction.location, self.plan
        match correction.instruction:
            case SetField(old, new):
                self._set_field(location, old, new)
            case Renumber() as renumber:
                require(plan.renumber is None, "corrected-twice", "the paragraphs are renumbered twice; say it once")
                plan.renumber = renumber
            case AddFootnote(new, after):
                self._add_footnote(location, new, after)
            case InsertBlocks(side, blocks):
                self._put(location, side, blocks)
            case Move(side, to):
                index = self._block(location)
                require(index not in plan.moved, "corrected-twice", "it is moved twice; say it once")
                plan.moved.add(index)
                self._put(to, side, [index])
            case AddEntry(cells):
                self._add_row(location, cells)
            case Merge():
                plan.merged.add(self._block(location, Paragraph))
            case SetLevel(level):
                plan.levels[self._block(location, Heading)] = level
            case SetNumbered(numbered):
                plan.numbered[self._block(location, Paragraph)] = numbered
            case Remove() if location.sentence is None:
                self._remove(location)
            case instruction:
                self._edit(location, instruction)

    def _block(self, location: Location, *kinds: type[Block]) -> int:
        """The index of the block at `location`, which must be of one of `kinds`; none: of any."""
        index = self.plan.block_at(location)
        if index is None:
            raise MisfitError("no-place", absent(self._passages, location))
        block = self.plan.record.blocks[index]
        require(not kinds or isinstance(block, kinds), "no-such-part", f"a {location.kind} cannot be so corrected")
        return index

    def _row(self, location: Location) -> tuple[int, int]:
        """The block at `location` and its row: -1 for entry 0 of a quotation or list, which has no heading row."""
        index = self._block(block_of(location), Quotation, List, Table)
        row = (location.entry or 0) - (location.kind is not LocationKind.TABLE)
        count = len(entries(self.plan.record.blocks[index]))
        if row >= count or location.entry is None:
            raise MisfitError("no-place", f"it has {location.entry_name}s 1 to {count}")
        return index, row

    def _edit(self, location: Location, instruction: TextInstruction) -> None:
        key = leaf_at(self._passages, location)
        splits = isinstance(instruction, Split)
        paragraph = key.kind in (LocationKind.PARAGRAPH, LocationKind.LINE)
        require(paragraph or not splits, "no-such-part", f"a {key.kind} cannot be split; only a paragraph can")
        edit = edit_of(Passage.of(self._passages[key], self._words), instruction, location.sentence)
        self.plan.edits[key] = merged([*self.plan.edits.get(key, ()), edit])

    def _put(self, anchor: Location, side: Side, blocks: Iterable[Block | int]) -> None:
        if anchor.kind is LocationKind.TEXT:
            require(side is Side.AFTER, "no-place", "name a paragraph to put it before")
            self.plan.after.setdefault(-1, []).extend(blocks)
        else:
            sides = self.plan.before if side is Side.BEFORE else self.plan.after
            sides.setdefault(self._block(anchor), []).extend(blocks)

    def _remove(self, location: Location) -> None:
        if location.kind is LocationKind.FOOTNOTE:
            self.plan.footnotes_removed.add(self._footnote(location, location.name))
        elif location.kind is LocationKind.TABLE and location.name:
            raise MisfitError("no-such-part", f"a {location.name} goes with its table; give the table anew")
        elif location.entry is None:
            self.plan.removed.add(self._block(location))
        else:
            row = self._row(location)
            require(location.kind is not LocationKind.TABLE or row[1] > 0, "no-such-part", "a table keeps its heading")
            self.plan.rows_removed.add(row)

    def _add_row(self, location: Location, cells: tuple[Inlines, ...]) -> None:
        index, row = self._row(location)
        width = len(entries(self.plan.record.blocks[index])[0]) if location.kind is LocationKind.TABLE else 1
        require(len(cells) == width, "no-such-part", f"a row of {len(cells)} cells for {width} columns")
        self.plan.rows_after.setdefault((index, row), []).append(cells)

    def _add_footnote(self, location: Location, new: Inlines, after: str | None) -> None:
        require(location.kind is LocationKind.FOOTNOTE, "no-place", "say where: at the beginning, at the end, after …")
        index = -1 if after is None else self._footnote(location, after)
        self.plan.footnotes_after.setdefault(index, []).append(Footnote(location.name, new))

    def _footnote(self, location: Location, label: str) -> int:
        index = self.plan.footnote(label)
        if index is None:
            raise MisfitError("no-place", absent(self._passages, replace(location, name=label)))
        return index

    def _set_field(self, location: Location, old: object, new: object) -> None:
        key = location.name
        try:
            held = field_value(self.plan.record, key)
        except KeyError:
            raise MisfitError("no-place", "the cover has no such field; see `precis schema`") from None
        require(key not in self.plan.fields, "corrected-twice", "it is corrected twice; say it once")
        require(held == old, "other-value", f"the record has {shown(key, held)}, not {shown(key, old)}")
        self.plan.fields[key] = new
