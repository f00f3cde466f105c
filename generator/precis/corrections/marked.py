"""A record with its corrections marked: what is kept, put in and taken out, block by block.

The grain is that of Word's tracked changes: runs of text, and the end of each paragraph. With all changes accepted the
text is that of the new record, with all rejected that of the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from precis.corrections.apply import made, pieces_of
from precis.corrections.edits import carried_out, edit_of, join_of, merged
from precis.corrections.instruction import Correction
from precis.corrections.leaves import entries, entry_location
from precis.corrections.location import Location, LocationKind
from precis.corrections.passage import Passage
from precis.corrections.passages import differences
from precis.corrections.plan import Plan
from precis.corrections.planning import planned
from precis.corrections.segments import Change, Segment, Segments, segments_of
from precis.model import Block, Inlines, Paragraph, Record

__all__ = ["MarkedBlock", "MarkedNote", "MarkedRecord", "MarkedRow", "marked", "marked_text"]


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row of cells; of a block that is no table, one cell: a paragraph, a heading, an item."""

    change: Change
    cells: tuple[Segments, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block and its rows. `block` tells its kind, level and number: the new one unless it is deleted.

    `change` is that of the block, and of a paragraph's end: where it was split the end of the first part is inserted,
    where it was joined to the next its end is deleted, and the words before it are kept or not on their own.
    """

    block: Block
    change: Change
    rows: tuple[MarkedRow, ...]


@dataclass(frozen=True, slots=True)
class MarkedNote:
    """A footnote."""

    label: str
    change: Change
    text: Segments


@dataclass(frozen=True, slots=True)
class MarkedRecord:
    """The text of a record and its footnotes, marked. (Of the cover mark each printed line by `marked_text`.)"""

    blocks: tuple[MarkedBlock, ...]
    footnotes: tuple[MarkedNote, ...]


def marked(old: Record, corrections: Iterable[Correction]) -> MarkedRecord:
    """The record with the corrections marked; PrecisError if one does not fit, as in `apply`."""
    plan = planned(old, corrections)
    return MarkedRecord(tuple(_Marker(plan).blocks()), tuple(_footnotes(plan)))


def marked_text(old: Inlines, new: Inlines) -> Segments:
    """A line of text with what makes `new` of `old` marked in it."""
    passage = Passage.of(old)
    edits = merged(edit_of(passage, said.instruction, said.sentence) for said in differences(passage, Passage.of(new)))
    return segments_of(passage, edits)[0]


class _Marker:
    """Goes through the old text and takes the new blocks, in step, as it comes to where they stand."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._new = iter(made(plan).blocks)

    def blocks(self) -> Iterator[MarkedBlock]:
        """The marked blocks, in order."""
        plan = self._plan
        yield from self._put(plan.after.get(-1, ()))
        for index in range(len(plan.record.blocks)):
            yield from self._put(plan.before.get(index, ()))
            yield from self._own(index)
            yield from self._put(plan.after.get(index, ()))

    def _put(self, blocks: Iterable[Block | int]) -> Iterator[MarkedBlock]:
        """What is put in here, and what is moved here."""
        for block in blocks:
            yield from self._inserted(block if isinstance(block, int) else None)

    def _inserted(self, index: int | None) -> Iterator[MarkedBlock]:
        """The next new block; of what becomes of the old block `index`, all the paragraphs."""
        paragraph = index is not None and isinstance(self._plan.record.blocks[index], Paragraph)
        for _ in pieces_of(self._plan, index) if paragraph and index is not None else [None]:
            yield _whole(next(self._new), Change.INSERTED)

    def _own(self, index: int) -> Iterator[MarkedBlock]:
        """What stands at the place of an old block."""
        plan, block = self._plan, self._plan.record.blocks[index]
        leader = index
        while leader in plan.merged:
            leader -= 1
        if leader in plan.removed or leader in plan.moved:
            yield _whole(block, Change.DELETED)
        elif leader in plan.levels or leader in plan.numbered:
            yield _whole(block, Change.DELETED)
            if index == leader:
                yield from self._inserted(index)
        elif isinstance(block, Paragraph):
            yield from self._paragraphs(index, block)
        else:
            yield MarkedBlock(next(self._new), Change.KEPT, tuple(self._rows(index, block)))

    def _paragraphs(self, index: int, block: Paragraph) -> Iterator[MarkedBlock]:
        """A paragraph that stays, in the parts it is split into; the last ends where it is joined to the next."""
        plan = self._plan
        parts = segments_of(Passage.of(block.inlines), plan.edits.get(plan.locations[index], ()))
        if index in plan.merged:
            join = self._join(index)
            parts[0] = (*([Segment(Change.INSERTED, join)] if join else []), *parts[0])
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            end = Change.INSERTED if not last else Change.DELETED if index + 1 in plan.merged else Change.KEPT
            joined_to_last = index in plan.merged and number == 0
            shown = block if joined_to_last else next(self._new)
            yield MarkedBlock(shown, end, (MarkedRow(Change.KEPT, (part,)),))

    def _join(self, index: int) -> Inlines:
        """The space between a paragraph and the one it is joined to."""
        plan, blocks = self._plan, self._plan.record.blocks
        before, after = blocks[index - 1], blocks[index]
        assert isinstance(before, Paragraph), "only paragraphs are joined"
        assert isinstance(after, Paragraph), "only paragraphs are joined"
        first = carried_out(Passage.of(before.inlines), plan.edits.get(plan.locations[index - 1], ()))[-1]
        second = carried_out(Passage.of(after.inlines), plan.edits.get(plan.locations[index], ()))[0]
        return join_of(first, second).inlines

    def _rows(self, index: int, block: Block) -> Iterator[MarkedRow]:
        plan = self._plan
        yield from (_row(cells, Change.INSERTED) for cells in plan.rows_after.get((index, -1), ()))
        for row, cells in enumerate(entries(block)):
            if (index, row) in plan.rows_removed:
                yield _row(cells, Change.DELETED)
            else:
                places = [entry_location(plan.locations[index], row, column) for column in range(len(cells))]
                edits = [plan.edits.get(place, ()) for place in places]
                texts = zip(cells, edits, strict=True)
                yield MarkedRow(Change.KEPT, tuple(segments_of(Passage.of(cell), made)[0] for cell, made in texts))
            yield from (_row(cells, Change.INSERTED) for cells in plan.rows_after.get((index, row), ()))


def _whole(block: Block, change: Change) -> MarkedBlock:
    return MarkedBlock(block, change, tuple(_row(cells, change) for cells in entries(block)))


def _row(cells: tuple[Inlines, ...], change: Change) -> MarkedRow:
    return MarkedRow(change, tuple(_text(cell, change) for cell in cells))


def _text(inlines: Inlines, change: Change) -> Segments:
    return (Segment(change, inlines),) if inlines else ()


def _footnotes(plan: Plan) -> Iterator[MarkedNote]:
    for index in range(-1, len(plan.record.footnotes)):
        if index >= 0:
            note = plan.record.footnotes[index]
            edits = plan.edits.get(Location(LocationKind.FOOTNOTE, name=note.label), ())
            if index in plan.footnotes_removed:
                yield MarkedNote(note.label, Change.DELETED, _text(note.inlines, Change.DELETED))
            else:
                yield MarkedNote(note.label, Change.KEPT, segments_of(Passage.of(note.inlines), edits)[0])
        for new in plan.footnotes_after.get(index, ()):
            yield MarkedNote(new.label, Change.INSERTED, _text(new.inlines, Change.INSERTED))
