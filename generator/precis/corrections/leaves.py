"""The passages of a record, each under its location: what corrections of words are found in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from precis.corrections.edits import MisfitError
from precis.corrections.location import LINES, Location, LocationKind, locations
from precis.corrections.passage import Passage
from precis.model import (
    ITEM_LABEL,
    Block,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Record,
    Table,
    plain,
)

__all__ = ["absent", "entries", "entry_location", "item_of", "leaf_at", "leaves", "lines_of", "with_entries"]

_LETTER = re.compile(rf"\((?P<label>{ITEM_LABEL})\)(?: |\Z)")
_AS_PRINTED = {
    LocationKind.TITLE: "the title follows from the coverage, part and meeting; correct those",
    LocationKind.CONTENTS: "the contents follow from the headings, or have fewer items",
    LocationKind.NOTE: "the notes follow from the fields of the cover, or are fewer",
}


def entries(block: Block) -> tuple[tuple[Inlines, ...], ...]:
    """The block as rows of cells: the heading row and the rows of a table; else one cell a row."""
    match block:
        case Heading() | Paragraph():
            return ((block.inlines,),)
        case Quotation():
            return tuple((paragraph,) for paragraph in block.paragraphs)
        case List():
            return tuple((item.lettered,) for item in block.items)
        case Table():
            return (block.head, *block.rows)


def with_entries(block: Block, rows: Sequence[tuple[int, tuple[Inlines, ...]]]) -> Block:
    """The block with other rows of cells; of a table the first is its heading row.

    Each comes with the old row that it is made of or stands after, whose level an item of a list has; -1 for none.
    """
    cells = tuple(row for _, row in rows)
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=cells[0][0])
        case Quotation():
            return Quotation(tuple(row[0] for row in cells))
        case List():
            made = List(())
            for origin, row in rows:
                item = item_of(row[0], block.items[origin] if origin >= 0 else None)
                made = made.with_item(item.inlines, item.level, item.label)
            return made
        case Table():
            return replace(block, head=cells[0], rows=cells[1:])


def lines_of(location: Location, table: Table) -> Iterator[tuple[Location, Inlines]]:
    """The caption of the table at `location` and the line on its source, those that it has."""
    for name, text in zip(LINES, (table.caption, table.source), strict=True):
        if text:
            yield replace(location, name=name), text


def item_of(words: Inlines, before: ListItem | None = None) -> ListItem:
    """The item of a list that has these words, which may begin with its letter; `before` is that it was made of."""
    level = 1 if before is None else before.level
    found = _LETTER.match(plain(words))
    if found is None or (before is not None and not before.label and _LETTER.match(plain(before.inlines))):
        return ListItem(words, level)
    return ListItem(Passage.of(words)[found.end() :].inlines, level, found["label"])


def entry_location(location: Location, row: int, column: int) -> Location:
    """The location of one cell of the block at `location`; row and column as in `entries`."""
    match location.kind:
        case LocationKind.TABLE:
            return replace(location, entry=row, column=column + 1)
        case LocationKind.QUOTATION | LocationKind.LIST:
            return replace(location, entry=row + 1)
        case _:
            return location


def leaves(record: Record) -> dict[Location, Inlines]:
    """Every passage of the record, in order; locations without sentence."""
    return dict(_leaves(record))


def _leaves(record: Record) -> Iterator[tuple[Location, Inlines]]:
    if record.title_as_printed is not None:
        yield Location(LocationKind.TITLE), record.title_as_printed
    for number, item in enumerate(record.contents_as_printed or (), start=1):
        yield Location(LocationKind.CONTENTS, entry=number), item.inlines
    for number, note in enumerate(record.notes_as_printed or (), start=1):
        yield Location(LocationKind.NOTE, entry=number), note.inlines
    for location, block in zip(locations(record.blocks), record.blocks, strict=True):
        for row, cells in enumerate(entries(block)):
            for column, cell in enumerate(cells):
                yield entry_location(location, row, column), cell
        if isinstance(block, Table):
            yield from lines_of(location, block)
    for footnote in record.footnotes:
        yield Location(LocationKind.FOOTNOTE, name=footnote.label), footnote.inlines


def leaf_at(passages: dict[Location, Inlines], location: Location) -> Location:
    """The key of the passage that `location` names; MisfitError, with what there is, if it names none."""
    key = replace(location, sentence=None)
    if key in passages:
        return key
    only = [replace(key, entry=1), replace(key, entry=2)]
    if key.entry is None and only[0] in passages and only[1] not in passages:
        return only[0]
    if key.entry is None and only[0] in passages:
        raise MisfitError("no-place", f"it has several parts; name one, such as '{only[0]}'")
    raise MisfitError("no-place", absent(passages, key))


def absent(passages: dict[Location, Inlines], location: Location) -> str:
    """That there is no such place, and which there are."""
    if location.kind in _AS_PRINTED:
        return f"there is no such text: {_AS_PRINTED[location.kind]}"
    if location.kind in (LocationKind.TEXT, LocationKind.COVER):
        return "words stand in a paragraph, a heading or another part of the record; name it"
    alike = [key for key in passages if key.kind == location.kind]
    if not alike:
        return f"the record has no {location.kind}"
    if location.kind is LocationKind.PARAGRAPH:
        return f"the record has no such paragraph; its paragraphs are {alike[0].number} to {alike[-1].number}"
    named = [str(key) for key in alike[:5]]
    return f"the record has no such {location.kind}; it has {', '.join(named)}" + (" …" if len(alike) > 5 else "")
