"""A record's text as sentences, each with its place, its speaker and the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from precis.facts.fact import Reference
from precis.model import Block, Bullets, Call, Footnote, Heading, Inlines, Paragraph, Quotation, Record, Run, plain

__all__ = ["Passage", "Sentence", "label_of", "normal", "passages_of"]

# Written one for one, so that a place in the normal text is the same place in the exact one.
_NORMAL = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "‑": "-", "’": "'", "‘": "'", "\t": " "})


def normal(text: str) -> str:
    """The text with plain blanks, hyphens and apostrophes, of the same length."""
    return text.translate(_NORMAL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with what belongs to it: `exact` is its words, `bold` the first of them in bold.

    `number` is that of the numbered paragraph it belongs to; a quotation, a list or a footnote has that of the
    paragraph before it. `headings` are those it stands under, from the outermost.
    """

    number: int | None
    exact: str
    bold: tuple[str, ...]
    headings: tuple[str, ...]
    whole_italic: bool = False
    main: bool = True
    """False for a quotation, a list or a footnote: words that belong to the paragraph before."""
    new_item: bool = False
    """True for the first passage after a heading."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is its normal form, `exact` what stands in the record; of the same length."""

    text: str
    exact: str
    at: Reference


def label_of(record: Record, file: str = "") -> str:
    """How references name a record: by its symbol, or the meeting, or the file where it has no symbol."""
    if record.symbol is not None:
        return str(record.symbol.bare)
    if record.meeting is not None:
        return f"meeting {record.meeting}"
    return re.sub(r"\.\w+\Z", "", file.rsplit("/", 1)[-1]) or "the record"


def passages_of(record: Record) -> Iterator[Passage]:
    """The passages of a record's text in order. Tables are left out: they have cells, not sentences."""
    headings: list[tuple[int, str]] = []
    number: int | None = None
    fresh = False
    notes = {note.label: note for note in record.footnotes}
    for block in record.blocks:
        if isinstance(block, Heading):
            headings = [entry for entry in headings if entry[0] < block.level]
            headings.append((block.level, plain(block.inlines)))
            fresh = True
            continue
        if isinstance(block, Paragraph) and block.number is not None:
            number = block.number
        under = tuple(text for _, text in headings)
        for position, (inlines, main) in enumerate(_texts(block, notes)):
            yield _passage(inlines, number, under, main=main, new_item=fresh and position == 0)
        fresh = False


def _texts(block: Block, notes: dict[str, Footnote]) -> Iterator[tuple[Inlines, bool]]:
    match block:
        case Paragraph():
            yield block.inlines, True
            for item in block.inlines:
                if isinstance(item, Call) and item.label in notes:
                    yield notes[item.label].inlines, False
        case Quotation():
            yield from ((inlines, False) for inlines in block.paragraphs)
        case Bullets():
            yield from ((inlines, False) for inlines in block.items)


def _passage(inlines: Inlines, number: int | None, under: tuple[str, ...], *, main: bool, new_item: bool) -> Passage:
    runs = [item for item in inlines if isinstance(item, Run)]
    bold = tuple(item.text.strip() for item in runs if item.bold and item.text.strip())
    italic = bool(runs) and all(item.italic for item in runs if item.text.strip())
    return Passage(number, plain(inlines), bold, under, italic, main, new_item)
