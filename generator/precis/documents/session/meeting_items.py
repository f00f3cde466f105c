"""What was said at one meeting, item by item, in the words of the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from precis.documents.session.desk import Desk
from precis.documents.session.halves import beside, two_columns
from precis.documents.session.lines import Line
from precis.documents.session.other_sheet import assessed
from precis.documents.session.paper import Look, Place, Section
from precis.documents.session.saying import by_name, said
from precis.documents.session.speech import capitalized
from precis.documents.session.state_sheet import spaced
from precis.documents.session.turns import Turn, told_turns, turns_under, whole_table
from precis.documents.session.used import Used
from precis.model import Block, Inlines, List, Paragraph, Quotation, Table
from precis.proceedings import Item

__all__ = ["ItemExtent", "item_label", "main_item", "opening_lead", "substance"]


@dataclass(frozen=True, slots=True)
class ItemExtent:
    """How much is told: sentences of a turn in the main item and in others, and turns of an item."""

    main: int = 3
    others: int = 2
    turns: int = 14


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def main_item(items: Mapping[Item, list[Line]]) -> Item | None:
    """The item with most in it; one on a State before any other."""
    return max(items, key=lambda item: (item.state is not None, _size(items[item])), default=None)


def opening_lead(main: Item | None, items: Mapping[Item, list[Line]], desk: Desk, used: Used) -> Inlines:
    """What the Chair opened the main item with, and that the Chair said it: sentences that say what it was on."""
    if main is None:
        return ()
    turns = turns_under(items[main], desk)
    first = turns[0].lines if turns else ()
    speaker = first[0].speaker if first else None
    if speaker is None or not speaker.presides or len(turns) < 3 or len(turns[0].lines) < 2:
        return ()
    parts: list[Inlines] = []
    for line in first[:3]:
        told = desk.teller.alone(line)
        if told is not None and not used.any(told):
            used.take(told.lines)
            words = by_name(told, desk, role=False)
            named = not parts and desk.teller.speech(told.lines[0]).clause != ""
            parts.append(desk.cite(said(told.lines[0], speaker.label, words, desk) if named else words, told.lines))
    return spaced(parts)


def stacked(section: Section) -> Section:
    """A list of dates for a narrow column: each date in a line above what it is of, and not in a column of its own."""
    blocks: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Table):
            blocks.extend(Paragraph(None, cell) for row in block.rows for cell in row if cell)
        else:
            blocks.append(block)
    return replace(section, blocks=tuple(blocks))


def item_label(item: Item, desk: Desk) -> str:
    """The name of an item as a heading: the State it is on, or what it is on."""
    if item.state is not None:
        return desk.state(item.state).name
    return capitalized(desk.words.on(item.title))


def substance(
    main: Item | None,
    items: Mapping[Item, list[Line]],
    coming: Sequence[Section],
    desk: Desk,
    used: Used,
    extent: ItemExtent,
) -> Iterator[Section]:
    """The main item in the main column, the others and what is `coming` beside it; items of like size in two halves."""
    leads = main is not None and _size(items[main]) * 2 >= sum(map(_size, items.values()))
    told: dict[Item, Section] = {}
    # In the order of the page: the capacity of a speaker stands where they are first named.
    for item in sorted(items, key=lambda each: each is not main) if leads else items:
        count = extent.main if item is main else extent.others
        blocks = list(_item_blocks(items[item], desk, used, count, extent.turns))
        if blocks:
            told[item] = Section(Look.PROSE, tuple(blocks), item_label(item, desk))
    sections = [told[item] for item in items if item in told]
    if main in told and len(sections) == 1 and not coming:
        yield from beside(sections[0].blocks, sections[0].title)
        return
    if leads and main in told:
        yield told[main].at(Place.MAIN)
        yield from (section.at(Place.SIDE) for section in sections if section is not told[main])
        yield from (stacked(section).at(Place.SIDE) for section in coming)
    else:
        yield from two_columns([*sections, *map(stacked, coming)])


def _item_blocks(lines: Sequence[Line], desk: Desk, used: Used, count: int, most: int) -> Iterator[Block]:
    """What was said under an item, a paragraph a turn, with its quotations and tables; none of it told before."""
    left = [turn for each in turns_under(lines, desk) if (turn := each.without(used, desk)).lines][:most]
    for turn, told in told_turns(left, desk, count=count, used=used):
        if not turn.name or _is_order(turn, desk) or used.any(told):
            continue
        lists = [block for _, block in turn.blocks if isinstance(block, List)]
        speaker = turn.lines[0].speaker
        if lists and speaker is not None and speaker.presides:
            yield from (assessed(block, told.lines, desk) for block in lists)
            continue
        used.take(told.lines)
        yield Paragraph(None, desk.cite(told.text, told.lines))
        whole = len(told.lines) == len(turn.lines)
        for _, block in turn.blocks if whole else ():
            if isinstance(block, Table):
                yield whole_table(block, desk)
            elif isinstance(block, Quotation):
                yield block


def _is_order(turn: Turn, desk: Desk) -> bool:
    """Whether a turn only gives the floor."""
    return all(desk.prose(line).order.search(line.text) for line in turn.lines)
