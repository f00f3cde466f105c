"""Records and edits of them, as a careless or a thorough corrector makes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from precis.corrections.leaves import entries, with_entries
from precis.model import Block, Call, Heading, Inlines, List, Paragraph, Quotation, Record, Run, Table, joined, mapped
from tests.support.records import blocks, cells, inlines, records, words

__all__ = ["edited"]


@st.composite
def edited(draw: DrawFn, record: Record, most: int = 5) -> Record:
    """The record after one to `most` edits, and perhaps with its paragraphs numbered anew.

    What comes out is a record, but not always one that a source can hold: texts may be empty or end in blanks.
    """
    for edit in draw(st.lists(st.sampled_from(_EDITS), min_size=1, max_size=most)):
        record = edit(draw, record)
    if draw(st.booleans()):
        record = replace(record, blocks=_renumbered(record.blocks))
    return record


def _renumbered(found: Sequence[Block]) -> tuple[Block, ...]:
    out: list[Block] = []
    number = 0
    for block in found:
        if isinstance(block, Paragraph) and block.number is not None:
            number += 1
            block = replace(block, number=number)
        out.append(block)
    return tuple(out)


def _edit_text(draw: DrawFn, text: Inlines) -> Inlines:
    """The text with some words of it changed, put in, left out, moved or with other emphasis."""
    pieces = _pieces(text)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(0, len(pieces) - 1)))
        kind = draw(st.sampled_from(["change", "insert", "delete", "move", "emphasize", "space", "repeat"]))
        new = Run(draw(words))
        if not pieces or kind == "insert":
            pieces[at:at] = [new, Run(" ")] if draw(st.booleans()) else [Run(" "), new]
        elif kind == "change":
            pieces[at] = new
        elif kind == "delete":
            del pieces[at : at + draw(st.integers(1, 3))]
        elif kind == "move":
            piece = pieces.pop(at)
            pieces.insert(draw(st.integers(0, len(pieces))), piece)
        elif kind == "space":
            pieces.insert(at, Run(draw(st.sampled_from([" ", "\u00a0"]))))
        elif kind == "repeat":
            pieces[at:at] = pieces[at : at + 4]
        elif isinstance(pieces[at], Run):
            pieces[at] = replace(pieces[at], italic=not pieces[at].italic)
    return joined(pieces)


def _pieces(text: Inlines) -> list[Any]:
    """The words and spaces of a text, and its calls and gaps, each on its own."""
    out: list[Any] = []
    for item in text:
        if isinstance(item, Run):
            word = ""
            for character in item.text:
                if character == " ":
                    out += [replace(item, text=word)] * bool(word) + [replace(item, text=" ")]
                    word = ""
                else:
                    word += character
            out += [replace(item, text=word)] * bool(word)
        else:
            out.append(item)
    return out


def _words(draw: DrawFn, record: Record) -> Record:
    """Words of a block, in any cell of it."""
    if not record.blocks:
        return record
    at = draw(st.integers(0, len(record.blocks) - 1))
    rows = [list(cells_) for cells_ in entries(record.blocks[at])]
    row = draw(st.integers(0, len(rows) - 1))
    column = draw(st.integers(0, len(rows[row]) - 1))
    rows[row][column] = _edit_text(draw, rows[row][column])
    block = with_entries(record.blocks[at], [(row, tuple(cells_)) for row, cells_ in enumerate(rows)])
    return replace(record, blocks=(*record.blocks[:at], block, *record.blocks[at + 1 :]))


def _rows(draw: DrawFn, record: Record) -> Record:
    """Items of a list, paragraphs of a quotation, rows of a table: put in, left out, moved."""
    several = [index for index, block in enumerate(record.blocks) if isinstance(block, Quotation | List | Table)]
    if not several:
        return record
    at = draw(st.sampled_from(several))
    block = record.blocks[at]
    rows = list(entries(block))
    head = [rows.pop(0)] if isinstance(block, Table) else []
    place = draw(st.integers(0, len(rows)))
    kind = draw(st.sampled_from(["insert", "delete", "move"]))
    if kind == "insert" or len(rows) < 2:
        width = len(head[0]) if head else 1
        rows.insert(place, tuple(draw(cells() if head else inlines(most=6)) for _ in range(width)))
    elif kind == "delete":
        del rows[place - 1]
    else:
        rows.insert(place, rows.pop())
    changed = with_entries(block, [(-1, row) for row in (*head, *rows)])
    return replace(record, blocks=(*record.blocks[:at], changed, *record.blocks[at + 1 :]))


def _blocks(draw: DrawFn, record: Record) -> Record:
    """Whole blocks: left out, put in, moved, repeated."""
    found = list(record.blocks)
    at = draw(st.integers(0, max(0, len(found) - 1)))
    kind = draw(st.sampled_from(["delete", "insert", "move", "repeat"]))
    if not found or kind == "insert":
        found[at:at] = draw(blocks(most=3))
    elif kind == "delete":
        del found[at : at + draw(st.integers(1, 2))]
    elif kind == "move":
        block = found.pop(at)
        found.insert(draw(st.integers(0, len(found))), block)
    else:
        found.insert(draw(st.integers(0, len(found))), found[at])
    return replace(record, blocks=tuple(found))


def _split(draw: DrawFn, record: Record) -> Record:
    """A paragraph split between two words."""
    found = list(record.blocks)
    places = [index for index, block in enumerate(found) if isinstance(block, Paragraph) and len(block.inlines) > 0]
    if not places:
        return record
    at = draw(st.sampled_from(places))
    paragraph: Any = found[at]
    pieces = _pieces(paragraph.inlines)
    cut = draw(st.integers(0, len(pieces)))
    parts = [joined(pieces[:cut]), joined(pieces[cut + 1 :])]
    number = None if paragraph.number is None else paragraph.number + 1
    found[at : at + 1] = [replace(paragraph, inlines=parts[0]), Paragraph(number, parts[1])]
    return replace(record, blocks=tuple(found))


def _merge(draw: DrawFn, record: Record) -> Record:
    """Two paragraphs side by side joined."""
    found = list(record.blocks)
    places = [
        index
        for index in range(len(found) - 1)
        if isinstance(found[index], Paragraph) and isinstance(found[index + 1], Paragraph)
    ]
    if not places:
        return record
    at = draw(st.sampled_from(places))
    first, second = found[at : at + 2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    found[at : at + 2] = [replace(first, inlines=joined([*first.inlines, Run(" "), *second.inlines]))]
    return replace(record, blocks=tuple(found))


def _levels(draw: DrawFn, record: Record) -> Record:
    """A heading's level; whether a paragraph has a number."""
    if not record.blocks:
        return record
    at = draw(st.integers(0, len(record.blocks) - 1))
    block: Block = record.blocks[at]
    if isinstance(block, Heading):
        block = replace(block, level=draw(st.integers(1, 3)))
    elif isinstance(block, Paragraph):
        block = replace(block, number=draw(st.sampled_from([None, 1, 7, 12])))
    return replace(record, blocks=(*record.blocks[:at], block, *record.blocks[at + 1 :]))


def _cover(draw: DrawFn, record: Record) -> Record:
    """A few fields of the cover, as another record has them."""
    other = draw(records(most_blocks=0))
    names = [item.name for item in fields(Record) if item.name not in ("blocks", "footnotes")]
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
    return replace(record, **{name: getattr(other, name) for name in chosen})


def _printed(draw: DrawFn, record: Record) -> Record:
    """Words of the title, contents or notes as printed."""
    title, contents, notes = record.title_as_printed, record.contents_as_printed, record.notes_as_printed
    return replace(
        record,
        title_as_printed=title and _edit_text(draw, title),
        contents_as_printed=contents and tuple(replace(i, inlines=_edit_text(draw, i.inlines)) for i in contents),
        notes_as_printed=notes and tuple(replace(note, inlines=_edit_text(draw, note.inlines)) for note in notes),
    )


def _footnotes(draw: DrawFn, record: Record) -> Record:
    """The footnotes: one reworded, left out, or put last."""
    notes = list(record.footnotes)
    if not notes:
        return record
    at = draw(st.integers(0, len(notes) - 1))
    kind = draw(st.sampled_from(["words", "delete", "move", "call"]))
    if kind == "words":
        notes[at] = replace(notes[at], inlines=_edit_text(draw, notes[at].inlines))
    elif kind == "move":
        notes.append(notes.pop(at))
    else:
        label = notes.pop(at).label
        if kind == "call":
            return replace(record, blocks=tuple(_without_call(block, label) for block in record.blocks))
    return replace(record, footnotes=tuple(notes))


def _without_call(block: Block, label: str) -> Block:
    return mapped(block, lambda text: joined(item for item in text if item != Call(label)))


_EDITS: list[Callable[[DrawFn, Record], Record]] = [
    *[_words] * 6,
    *[_blocks] * 3,
    _rows,
    _split,
    _merge,
    _levels,
    _cover,
    _printed,
    _footnotes,
]
