"""Two versions of a record's text: the corrections of its blocks, in the order of the old text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from precis.corrections.alignment import Item, Pairing, WordCodes, aligned
from precis.corrections.cuts import joined_differences, split_differences
from precis.corrections.instruction import (
    AddEntry,
    Correction,
    InsertBlocks,
    Instruction,
    Merge,
    Move,
    Remove,
    Replace,
    SetLevel,
    SetNumbered,
    Side,
)
from precis.corrections.leaves import entries, entry_location, item_of, lines_of
from precis.corrections.location import Location, LocationKind, locations
from precis.corrections.passage import Passage
from precis.corrections.passages import differences
from precis.corrections.phrasing import Phrased
from precis.language.sentences import SmallWords
from precis.model import Block, Heading, Inlines, List, Paragraph, Run, Table, plain

__all__ = ["block_corrections", "text_corrections"]


def text_corrections(location: Location, old: Inlines, new: Inlines, words: SmallWords) -> Iterator[Correction]:
    """The corrections that make `new` of the passage `old` at `location`."""
    if old != new:
        yield from _located(location, differences(Passage.of(old, words), Passage.of(new, words)))


def block_corrections(old: Sequence[Block], new: Sequence[Block], words: SmallWords) -> list[Correction]:
    """The corrections that make the blocks `new` of `old`, but for their numbers."""
    comparison = _Comparison(old, new, locations(old), words)
    codes = WordCodes()
    alignment = aligned([_item(block, codes) for block in old], [_item(block, codes) for block in new], moves=True)
    kept = [comparison.paired(pairing) for pairing in alignment.kept]
    for before, after in alignment.moved:
        comparison.changed(before, after)
    moved = {after: before for before, after in alignment.moved}
    comparison.removed(kept, set(moved.values()))
    comparison.put(kept, moved)
    return comparison.in_order()


def _located(location: Location, found: Sequence[Phrased]) -> Iterator[Correction]:
    for said in found:
        yield Correction(replace(location, sentence=said.sentence), said.instruction)


def _item(block: Block, codes: WordCodes) -> Item:
    coded = "".join(codes.of(plain(cell)) for cells in entries(block) for cell in cells)
    match block:
        case Paragraph():
            return Item(block.inlines, "paragraph", coded, "paragraph")
        case Table():
            # A caption or source line is no more added or deleted by itself than a column.
            return Item(block, ("Table", len(block.head), block.aligns, bool(block.caption), bool(block.source)), coded)
        case List() if any(item.level > 1 for item in block.items):
            return Item(block, ("List", *(item.level for item in block.items)), coded)
        case _:
            return Item(block, type(block).__name__, coded)


@dataclass
class _Comparison:
    """Gathers corrections; `_found` holds each with the old block it stands at: before it, of it, after it."""

    old: Sequence[Block]
    new: Sequence[Block]
    at: tuple[Location, ...]
    words: SmallWords
    _found: list[tuple[int, int, Correction]] = field(default_factory=list)

    def in_order(self) -> list[Correction]:
        """All corrections, in the order of the old text."""
        return [correction for _, _, correction in sorted(self._found, key=lambda found: found[:2])]

    def paired(self, pairing: Pairing) -> Pairing:
        """Compare what was paired; of a split or merge that cannot be said, only the first of each."""
        olds, news = pairing.old, pairing.new
        if len(news) > 1 and not self._split(olds.start, news):
            news = news[:1]
        if len(olds) > 1 and not self._merged(olds, news.start):
            olds = olds[:1]
        if len(olds) == len(news) == 1:
            self.changed(olds.start, news.start)
        return Pairing(olds, news)

    def changed(self, before: int, after: int) -> None:
        """Compare a block with its one new version."""
        match self.old[before], self.new[after]:
            case Heading() as old, Heading() as new:
                if old.level != new.level:
                    self._say(before, SetLevel(new.level))
                self._text(before, old.inlines, new.inlines)
            case Paragraph() as old, Paragraph() as new:
                self._number(before, new)
                self._text(before, old.inlines, new.inlines)
            case List() as old, List() as new if any(item.level > 1 for item in old.items):
                # Items in others are of the same levels: only their words and letters may differ.
                for row, (cells, others) in enumerate(zip(entries(old), entries(new), strict=True)):
                    self._text_at(before, entry_location(self.at[before], row, 0), cells[0], others[0])
            case Table() as old, Table() as new:
                self._entries(before, entries(old), entries(new))
                lines = zip(lines_of(self.at[before], old), lines_of(self.at[before], new), strict=True)
                for (location, text), (_, corrected) in lines:
                    self._text_at(before, location, text, corrected)
            case old, new:
                self._entries(before, entries(old), entries(new))

    def removed(self, kept: Sequence[Pairing], moved: set[int]) -> None:
        """Say which old blocks are not in the new text."""
        stay = moved.union(*(pairing.old for pairing in kept))
        for index in range(len(self.old)):
            if index not in stay:
                self._say(index, Remove())

    def put(self, kept: Sequence[Pairing], moved: dict[int, int]) -> None:
        """Say which blocks are new, and which old ones (by their new index) stand elsewhere, between those kept."""
        end = Pairing(range(len(self.old), len(self.old)), range(len(self.new), len(self.new)))
        last: int | None = None
        to = 0
        for pairing in [*kept, end]:
            news = range(to, pairing.new.start)
            if news:
                following = pairing.old.start if pairing is not end else None
                self._put_between(last, following, news, moved)
            last, to = pairing.old.stop - 1, pairing.new.stop

    def _put_between(self, last: int | None, following: int | None, news: range, moved: dict[int, int]) -> None:
        """Put blocks after the old block `last`; before `following` if they begin with a heading or nothing is last."""
        heading = news.start not in moved and isinstance(self.new[news.start], Heading)
        if following is not None and (last is None or heading):
            place, side, anchor = (following, 0), Side.BEFORE, self.at[following]
        elif last is not None:
            place, side, anchor = (last, 2), Side.AFTER, self.at[last]
        elif self.old:
            place, side, anchor = (0, 0), Side.BEFORE, self.at[0]
        else:
            place, side, anchor = (0, 0), Side.AFTER, Location(LocationKind.TEXT)
        run: list[Block] = []
        for index in news:
            if index not in moved:
                run.append(self.new[index])
                continue
            if run:
                self._found.append((*place, Correction(anchor, InsertBlocks(side, _counted(run)))))
            run = []
            self._found.append((*place, Correction(self.at[moved[index]], Move(side, anchor))))
        if run:
            self._found.append((*place, Correction(anchor, InsertBlocks(side, _counted(run)))))

    def _split(self, index: int, news: range) -> bool:
        parts = [block for block in self.new[news.start : news.stop] if isinstance(block, Paragraph)]
        old = self.old[index]
        if not isinstance(old, Paragraph) or len({part.number is None for part in parts}) > 1:
            return False
        found = split_differences(self._passage(old), list(map(self._passage, parts)))
        if found is not None:
            self._number(index, parts[0])
            self._found.extend((index, 1, correction) for correction in _located(self.at[index], found))
        return found is not None

    def _merged(self, olds: range, index: int) -> bool:
        parts = [block for block in self.old[olds.start : olds.stop] if isinstance(block, Paragraph)]
        new = self.new[index]
        if not isinstance(new, Paragraph):
            return False
        found = joined_differences(list(map(self._passage, parts)), self._passage(new))
        if found is not None:
            self._number(olds.start, new)
            for old, said in zip(olds, found, strict=True):
                if old != olds.start:
                    self._say(old, Merge())
                self._found.extend((old, 1, correction) for correction in _located(self.at[old], said))
        return found is not None

    def _passage(self, paragraph: Paragraph) -> Passage:
        return Passage.of(paragraph.inlines, self.words)

    def _number(self, index: int, new: Paragraph) -> None:
        old = self.old[index]
        if isinstance(old, Paragraph) and (old.number is None) != (new.number is None):
            self._say(index, SetNumbered(new.number is not None))

    def _entries(self, index: int, old: Sequence[tuple[Inlines, ...]], new: Sequence[tuple[Inlines, ...]]) -> None:
        """Compare rows, items or paragraphs of a quotation; the heading row of a table only with its like."""
        location, codes = self.at[index], WordCodes()
        items = [[_row(row, cells, location, codes) for row, cells in enumerate(rows)] for rows in (old, new)]
        at = to = 0
        end = Pairing(range(len(old), len(old)), range(len(new), len(new)))
        for pairing in [*aligned(items[0], items[1]).kept, end]:
            for row in range(at, pairing.old.start):
                self._say_of(index, replace(location, entry=_entry(location, row)), Remove())
            for cells in new[to : pairing.new.start]:
                entry = _entry(location, pairing.old.start - 1)
                self._say_of(index, replace(location, entry=entry), AddEntry(cells))
            for row, other in zip(pairing.old, pairing.new, strict=True):
                for column, (cell, corrected) in enumerate(zip(old[row], new[other], strict=True)):
                    self._text_at(index, entry_location(location, row, column), cell, corrected)
            at, to = pairing.old.stop, pairing.new.stop

    def _text(self, index: int, old: Inlines, new: Inlines) -> None:
        self._text_at(index, self.at[index], old, new)

    def _text_at(self, index: int, location: Location, old: Inlines, new: Inlines) -> None:
        letters = _letters(old, new) if location.kind is LocationKind.LIST else None
        if letters is not None:
            self._say_of(index, location, letters)
            return
        self._found.extend((index, 1, correction) for correction in text_corrections(location, old, new, self.words))

    def _say(self, index: int, instruction: Instruction) -> None:
        self._say_of(index, self.at[index], instruction)

    def _say_of(self, index: int, location: Location, instruction: Instruction) -> None:
        self._found.append((index, 1, Correction(location, instruction)))


def _letters(old: Inlines, new: Inlines) -> Instruction | None:
    """The correction of an item's letter, with its parentheses, where nothing else of the item is another."""
    before, after = item_of(old), item_of(new)
    letter = f"({before.label})"
    if before.inlines != after.inlines or "" in (before.label, after.label) or before.label == after.label:
        return None
    return Replace((Run(letter),), (Run(f"({after.label})"),)) if plain(old).count(letter) == 1 else None


def _entry(location: Location, row: int) -> int:
    return row if location.kind is LocationKind.TABLE else row + 1


def _row(row: int, cells: tuple[Inlines, ...], location: Location, codes: WordCodes) -> Item:
    heading = location.kind is LocationKind.TABLE and row == 0
    return Item(cells, "heading" if heading else "row", "".join(codes.of(plain(cell)) for cell in cells))


def _counted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the numbers of their paragraphs counted from 1."""
    out: list[Block] = []
    count = 0
    for block in blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            count += 1
            out.append(replace(block, number=count))
        else:
            out.append(block)
    return tuple(out)
