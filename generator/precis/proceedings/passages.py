"""The words of a record in order, each with its place: its passages, and their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from precis.language.sentences import SmallWords, sentences
from precis.model import (
    Block,
    Call,
    Footnote,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quotation,
    Record,
    Run,
    plain,
    texts_of,
)

__all__ = ["Form", "Passage", "Sentence", "Span", "normal", "passages_of", "sentences_of"]

# Each is one sign for one, so that a place in the normal text is the same place in the exact one.
_NORMAL = (("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("’", "'"), ("‘", "'"))


def normal(text: str) -> str:
    """The text with plain blanks, hyphens and apostrophes, of the same length."""
    for sign, plainly in _NORMAL[:2] if text.isascii() else _NORMAL:
        text = text.replace(sign, plainly)
    return text


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where words stand in a record: the characters `start` to `end` of a text of `record.blocks[block]`.

    `part` tells which text of the block: the paragraph of a quotation, the item of a list, the cell of a table (the
    heading row first, then row by row). `note` is the label of the footnote the words are in, called in that text.
    """

    block: int
    start: int
    end: int
    part: int = 0
    note: str = ""


class Form(StrEnum):
    """What a passage is on the page."""

    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    BULLET = "bullet"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or what belongs to the one before it: a quotation, an item of a list, a cell, a footnote.

    `number` is that of the numbered paragraph it is or belongs to; None before the first. `exact` are its words as
    they stand, `text` their normal form, of the same length. `bold` are the stretches of it in bold type; `italic`
    says that all of it is in italics.
    """

    at: Span
    number: int | None
    form: Form
    exact: str
    text: str
    bold: tuple[tuple[int, int], ...] = ()
    italic: bool = False

    @property
    def main(self) -> bool:
        """Whether it is a paragraph: not words that belong to the paragraph before."""
        return self.form is Form.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text` is its normal form, `exact` what stands in the record; of the same length.

    It is sentence `place`, counted from 1, of the numbered paragraph `number` and of what belongs to that.
    """

    text: str
    exact: str
    at: Span
    number: int | None
    place: int


def passages_of(record: Record) -> Iterator[Passage]:
    """The passages of a record in order, headings left out."""
    number: int | None = None
    notes = {note.label: note for note in record.footnotes}
    for index, block in enumerate(record.blocks):
        if isinstance(block, Heading):
            continue
        if isinstance(block, Paragraph) and block.number is not None:
            number = block.number
        for part, (form, inlines) in enumerate(_texts(block)):
            yield _passage(inlines, number, form, index, part)
            for note in _called(inlines, notes):
                yield _passage(note.inlines, number, Form.NOTE, index, part, note.label)


def sentences_of(passage: Passage, counted: int, words: SmallWords) -> list[Sentence]:
    """The sentences of a passage, `counted` of whose numbered paragraph stand before it."""
    at = passage.at
    return [
        Sentence(
            passage.text[start:end],
            passage.exact[start:end],
            Span(at.block, start, end, at.part, at.note),
            passage.number,
            place,
        )
        for place, (start, end) in enumerate(sentences(passage.exact, words), counted + 1)
    ]


def _texts(block: Block) -> Iterator[tuple[Form, Inlines]]:
    match block:
        case Paragraph():
            yield Form.PARAGRAPH, block.inlines
        case Quotation():
            yield from ((Form.QUOTATION, inlines) for inlines in block.paragraphs)
        case List():
            yield from ((Form.BULLET, inlines) for inlines in texts_of(block))
        case Heading():
            return
        case _:
            yield from ((Form.CELL, inlines) for inlines in texts_of(block))


def _called(inlines: Inlines, notes: dict[str, Footnote]) -> Iterator[Footnote]:
    """The notes of a text, each once, however often it is called."""
    labels = dict.fromkeys(item.label for item in inlines if isinstance(item, Call))
    return (notes[label] for label in labels if label in notes)


def _passage(inlines: Inlines, number: int | None, form: Form, block: int, part: int, note: str = "") -> Passage:
    bold: list[tuple[int, int]] = []
    italic, at = True, 0
    for item in inlines:
        if not isinstance(item, Run):
            continue
        end = at + len(item.text)
        if item.text.strip():
            italic = italic and item.italic
            if item.bold:
                first = at + len(item.text) - len(item.text.lstrip())
                bold.append((first, at + len(item.text.rstrip())))
        at = end
    exact = plain(inlines)
    return Passage(
        Span(block, 0, at, part, note), number, form, exact, normal(exact), tuple(bold), italic and bool(exact.strip())
    )
