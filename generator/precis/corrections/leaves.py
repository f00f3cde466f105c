"""The passages of a record, each under its location: what corrections of words are found in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from precis.corrections.edits import MisfitError
from precis.corrections.location import Location, LocationKind, locations
from precis.model import Block, Bullets, Heading, Inlines, Paragraph, Quotation, Record, Table

__all__ = ["absent", "entries", "entry_location", "leaf_at", "leaves", "with_entries"]

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
        case Bullets():
            return tuple((item,) for item in block.items)
        case Table():
            return (block.head, *block.rows)


def with_entries(block: Block, rows: tuple[tuple[Inlines, ...], ...]) -> Block:
    """The block with other rows of cells; of a table the first is its heading row."""
    match block:
        case Heading() | Paragraph():
            return replace(block, inlines=rows[0][0])
        case Quotation():
            return Quotation(tuple(cells[0] for cells in rows))
        case Bullets():
            return Bullets(tuple(cells[0] for cells in rows))
        case Table():
            return Table(rows[0], rows[1:])


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
