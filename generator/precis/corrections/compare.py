"""Two versions of a record: the corrections that make the new one of the old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.corrections.apply import made, out_of_order
from precis.corrections.blocks import block_corrections, text_corrections
from precis.corrections.cover import changed_fields
from precis.corrections.instruction import AddFootnote, Correction, Remove, Renumber, SetField
from precis.corrections.location import Location, LocationKind
from precis.corrections.planning import planned
from precis.language.sentences import SmallWords
from precis.model import Inlines, Record

__all__ = ["correct"]


def correct(old: Record, new: Record, words: SmallWords) -> tuple[Correction, ...]:
    """The corrections that make `new` of `old`: those of the cover, of the text, of its numbers, of the footnotes.

    `apply(old, correct(old, new, words), words) == new`, if the inlines of both are in normal form (`joined`) and no
    two footnotes of one record have the same label. `words` are those of the record's language.
    """
    text = block_corrections(old.blocks, new.blocks, words)
    return (*_cover(old, new, words), *text, *_renumbered(old, new, text, words), *_footnotes(old, new, words))


def _cover(old: Record, new: Record, words: SmallWords) -> Iterator[Correction]:
    """The fields that differ; of the title, contents and notes as printed only the words that do."""
    for key, before, after in changed_fields(old, new):
        lines, other = _lines(old, key), _lines(new, key)
        if lines and [line[:2] for line in lines] == [line[:2] for line in other]:
            for (location, _, inlines), (_, _, corrected) in zip(lines, other, strict=True):
                yield from text_corrections(location, inlines, corrected, words)
        else:
            yield Correction(Location(LocationKind.COVER, name=key), SetField(before, after))


def _lines(record: Record, key: str) -> list[tuple[Location, int, Inlines]]:
    """The lines printed as they stand in a field, each with its location and level; none for any other field."""
    match key:
        case "title" if record.title_as_printed is not None:
            return [(Location(LocationKind.TITLE), 1, record.title_as_printed)]
        case "contents":
            items = enumerate(record.contents_as_printed or (), start=1)
            return [(Location(LocationKind.CONTENTS, entry=n), item.level, item.inlines) for n, item in items]
        case "notes":
            notes = enumerate(record.notes_as_printed or (), start=1)
            return [(Location(LocationKind.NOTE, entry=n), 1, note.inlines) for n, note in notes]
        case _:
            return []


def _renumbered(old: Record, new: Record, text: Sequence[Correction], words: SmallWords) -> Iterator[Correction]:
    """The renumbering, if the numbers that follow from the corrections are not those of the new record."""
    result = made(planned(old, text, words))
    wanted = [paragraph.number for paragraph in new.paragraphs if paragraph.number is not None]
    same = [paragraph.number for paragraph in result.paragraphs if paragraph.number is not None] == wanted
    if same and (out_of_order(new) is None or out_of_order(old) is not None):
        return
    consecutive = wanted == list(range(1, len(wanted) + 1))
    yield Correction(Location(LocationKind.TEXT), Renumber(() if consecutive else tuple(_ranges(wanted))))


def _ranges(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or numbers[index] != numbers[index - 1] + 1:
            yield numbers[first], numbers[index - 1]
            first = index


def _footnotes(old: Record, new: Record, words: SmallWords) -> Iterator[Correction]:
    """Footnotes deleted, changed and put in; one that stands in another order is deleted and put in again."""
    from rapidfuzz.distance import Indel

    before, after = [note.label for note in old.footnotes], [note.label for note in new.footnotes]
    last: str | None = None
    for code in Indel.opcodes(before, after):
        notes, others = old.footnotes[code.src_start : code.src_end], new.footnotes[code.dest_start : code.dest_end]
        if code.tag == "equal":
            for note, other in zip(notes, others, strict=True):
                yield from text_corrections(_footnote(note.label), note.inlines, other.inlines, words)
                last = note.label
        else:
            for note in notes:
                yield Correction(_footnote(note.label), Remove())
            for other in others:
                yield Correction(_footnote(other.label), AddFootnote(other.inlines, last))


def _footnote(label: str) -> Location:
    return Location(LocationKind.FOOTNOTE, name=label)
