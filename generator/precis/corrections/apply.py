"""Corrections carried out: the record they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from precis.corrections.cover import with_values
from precis.corrections.edits import MisfitError, carried_out, join_of, require
from precis.corrections.instruction import Correction, Renumber
from precis.corrections.leaves import entries, entry_location, with_entries
from precis.corrections.location import LINES, Location, LocationKind
from precis.corrections.passage import Passage
from precis.corrections.plan import Plan
from precis.corrections.planning import planned
from precis.language.sentences import SmallWords
from precis.model import Block, Footnote, Heading, Inlines, Note, Paragraph, PrecisError, Record, Table

__all__ = ["apply", "made", "out_of_order", "pieces_of"]

_NEXT = -1
"""Stands for the number of a paragraph that takes the one after the paragraph before it."""


def apply(old: Record, corrections: Iterable[Correction], words: SmallWords) -> Record:
    """The record with all corrections carried out. Each is read against `old`, whatever their order.

    PrecisError, with all that does not fit, and nothing done: a place or words that are not there, words that stand
    there twice, corrections that contradict one another, paragraphs left with numbers out of order.
    """
    taken = tuple(corrections)
    plan = planned(old, taken, words)
    try:
        new = made(plan)
    except MisfitError as misfit:
        source = next(correction.source for correction in taken if isinstance(correction.instruction, Renumber))
        raise PrecisError.one(misfit.code, misfit.message, source) from None
    number = out_of_order(new)
    if plan.renumber is None and number is not None and out_of_order(old) is None:
        message = f"a paragraph {number} would stand out of order; add 'Renumber the paragraphs'"
        raise PrecisError.one("renumber-count", message, taken[-1].source)
    return new


def made(plan: Plan) -> Record:
    """The record that the plan makes of its own, whatever the order of its numbers.

    MisfitError if the numbers of a renumbering are not as many as the paragraphs.
    """
    old = plan.record
    corrected = replace(
        old,
        title_as_printed=old.title_as_printed and _text(plan, Location(LocationKind.TITLE), old.title_as_printed),
        contents_as_printed=old.contents_as_printed
        and tuple(
            replace(item, inlines=_text(plan, Location(LocationKind.CONTENTS, entry=number), item.inlines))
            for number, item in enumerate(old.contents_as_printed, start=1)
        ),
        notes_as_printed=old.notes_as_printed
        and tuple(
            Note(_text(plan, Location(LocationKind.NOTE, entry=number), note.inlines))
            for number, note in enumerate(old.notes_as_printed, start=1)
        ),
        blocks=tuple(_numbered(_blocks(plan), plan.renumber)),
        footnotes=tuple(_footnotes(plan)),
    )
    return with_values(corrected, plan.fields)


def _rows(plan: Plan, index: int, location: Location) -> Iterator[tuple[int, tuple[Inlines, ...]]]:
    """The rows of cells that the block at `index` comes to have, each with the old one that it is or stands after."""
    yield from ((-1, cells) for cells in plan.rows_after.get((index, -1), ()))
    for row, cells in enumerate(entries(plan.record.blocks[index])):
        if (index, row) not in plan.rows_removed:
            places = [entry_location(location, row, column) for column in range(len(cells))]
            yield row, tuple(_text(plan, place, cell) for place, cell in zip(places, cells, strict=True))
        yield from ((row, added) for added in plan.rows_after.get((index, row), ()))


def _text(plan: Plan, location: Location, inlines: Inlines) -> Inlines:
    edits = plan.edits.get(location)
    return carried_out(Passage.of(inlines), edits)[0].inlines if edits else inlines


def _blocks(plan: Plan) -> Iterator[Block]:
    """The blocks in their new order; a paragraph without a place in the old order has the number _NEXT."""
    yield from _put(plan, plan.after.get(-1, ()))
    for index in range(len(plan.record.blocks)):
        yield from _put(plan, plan.before.get(index, ()))
        if index not in plan.removed | plan.moved | plan.merged:
            yield from _made_of(plan, index)
        yield from _put(plan, plan.after.get(index, ()))


def _put(plan: Plan, blocks: Iterable[Block | int]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, int):
            yield from _made_of(plan, block)
        elif isinstance(block, Paragraph) and block.number is not None:
            yield replace(block, number=_NEXT)
        else:
            yield block


def _made_of(plan: Plan, index: int) -> Iterator[Block]:
    """What one old block becomes: itself corrected, with the paragraphs joined to it, or the parts it is split into."""
    block = plan.record.blocks[index]
    location = plan.locations[index]
    match block:
        case Paragraph():
            number = block.number
            if index in plan.numbered:
                number = (number or _NEXT) if plan.numbered[index] else None
            if location not in plan.edits and index + 1 not in plan.merged:
                yield replace(block, number=number)
                return
            for passage in pieces_of(plan, index):
                yield Paragraph(number, passage.inlines)
                number = None if number is None else _NEXT
        case Heading():
            yield Heading(plan.levels.get(index, block.level), _text(plan, location, block.inlines))
        case _:
            made = with_entries(block, tuple(_rows(plan, index, location)))
            if isinstance(made, Table):
                caption, source = (_text(plan, replace(location, name=name), text) for name, text in _lines(made))
                made = replace(made, caption=caption, source=source)
            yield made


def _lines(table: Table) -> Iterator[tuple[str, Inlines]]:
    return zip(LINES, (table.caption, table.source), strict=True)


def pieces_of(plan: Plan, index: int) -> list[Passage]:
    """The paragraphs that the one at `index` becomes, with those joined to it."""
    pieces = _carried_out(plan, index)
    while index + 1 in plan.merged:
        index += 1
        first, *others = _carried_out(plan, index)
        pieces[-1] = pieces[-1] + join_of(pieces[-1], first) + first
        pieces.extend(others)
    return pieces


def _carried_out(plan: Plan, index: int) -> list[Passage]:
    block = plan.record.blocks[index]
    assert isinstance(block, Paragraph), "only paragraphs are split or joined"
    return carried_out(Passage.of(block.inlines), plan.edits.get(plan.locations[index], ()))


def _numbered(blocks: Iterable[Block], renumber: Renumber | None) -> Iterator[Block]:
    """The blocks with their numbers: as the renumbering says, or _NEXT made the one after the last."""
    said = iter(_said(renumber.ranges)) if renumber is not None and renumber.ranges else None
    last = 0
    for block in blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            if said is not None:
                number = next(said, None)
                _fits(number is not None)
                last = number or 0
            else:
                last = last + 1 if renumber is not None or block.number == _NEXT else block.number
            yield replace(block, number=last)
        else:
            yield block
    _fits(said is None or next(said, None) is None)


def _said(ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def _fits(holds: bool) -> None:
    message = "the numbers given are more or fewer than the paragraphs; write 'Renumber the paragraphs' alone"
    require(holds, "renumber-count", message)


def _footnotes(plan: Plan) -> Iterator[Footnote]:
    yield from plan.footnotes_after.get(-1, ())
    for index, footnote in enumerate(plan.record.footnotes):
        if index not in plan.footnotes_removed:
            place = Location(LocationKind.FOOTNOTE, name=footnote.label)
            yield replace(footnote, inlines=_text(plan, place, footnote.inlines))
        yield from plan.footnotes_after.get(index, ())


def out_of_order(record: Record) -> int | None:
    """The first number that is not greater than the one before it."""
    numbers = [paragraph.number for paragraph in record.paragraphs if paragraph.number is not None]
    return next((after for before, after in pairwise(numbers) if after <= before), None)
