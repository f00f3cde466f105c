"""Single edits of a record, as a mission or an editor makes them: one place changed, all else as it was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from types import MappingProxyType

from precis.model import (
    Block,
    Call,
    Chair,
    Footnote,
    Heading,
    Inlines,
    Line,
    Paragraph,
    Record,
    Run,
    joined,
    plain,
)

__all__ = ["EDITS", "edited", "with_note"]

_WORDS = ("seasonal", "regularly", "consular", "thoroughly", "provincial", "undocumented", "annual")
_NAMES = ("Vandermeer", "O’Sullivan", "Nguyen-Roche", "Castelló", "El Amrani")
_SENTENCES = (
    "She thanked the delegation for its frank replies.",
    "No reply had been received by 12 March 2053.",
    "In his view, article 25 of the Convention did not bear that reading (see CMW/C/GC/4, para. 7).",
    "That figure, which stood at 1,204 in 2052, was disputed.",
)

Edit = Callable[[Random, Record], Record]


def edited(record: Record, number: int) -> tuple[str, Record]:
    """The edit of a number: which it is, and the record after it. The first that changes anything is taken."""
    chance = Random(number)
    names = list(EDITS)
    for at in range(len(names)):
        name = names[(number + at) % len(names)]
        for _ in range(20):
            after = EDITS[name](chance, record)
            if after != record:
                return name, after
    raise AssertionError("no edit changes this record")


def _texts(record: Record) -> list[tuple[int, Paragraph]]:
    """The paragraphs of more than one sentence, each with its place among the blocks."""
    return [
        (at, block)
        for at, block in enumerate(record.blocks)
        if isinstance(block, Paragraph) and plain(block.inlines).count(". ") > 1
    ]


def _with_block(record: Record, at: int, block: Block) -> Record:
    return replace(record, blocks=(*record.blocks[:at], block, *record.blocks[at + 1 :]))


def _replaced(chance: Random, inlines: Inlines, pattern: str, new: Callable[[str], str]) -> Inlines:
    """The text with one match of a pattern replaced, in any run of it."""
    found = [
        (at, match)
        for at, item in enumerate(inlines)
        if isinstance(item, Run)
        for match in re.finditer(pattern, item.text)
    ]
    if not found:
        return inlines
    at, match = chance.choice(found)
    run = inlines[at]
    assert isinstance(run, Run)
    text = run.text[: match.start()] + new(match[0]) + run.text[match.end() :]
    return (*inlines[:at], replace(run, text=text), *inlines[at + 1 :])


def _in_a_paragraph(chance: Random, record: Record, pattern: str, new: Callable[[str], str]) -> Record:
    at, block = chance.choice(_texts(record))
    return _with_block(record, at, replace(block, inlines=_replaced(chance, block.inlines, pattern, new)))


def _word(chance: Random, record: Record) -> Record:
    return _in_a_paragraph(chance, record, r"(?<= )[a-z]{5,}(?=[ ,])", lambda _: chance.choice(_WORDS))


def _figure(chance: Random, record: Record) -> Record:
    return _in_a_paragraph(chance, record, r"(?<= )\d{1,3}(?=[ ,.]\D)", lambda _: str(chance.randint(2, 999)))


def _sentence_added(chance: Random, record: Record) -> Record:
    """A sentence at the end of a paragraph, or between two others."""
    if chance.random() < 0.5:
        at, block = chance.choice(_texts(record))
        if plain(block.inlines)[-1] in ".?":
            inlines = joined((*block.inlines, Run(f" {chance.choice(_SENTENCES)}")))
            return _with_block(record, at, replace(block, inlines=inlines))
    return _in_a_paragraph(chance, record, r"(?<=[a-z]{3}\. )(?=[A-Z])", lambda _: f"{chance.choice(_SENTENCES)} ")


def _sentence_removed(chance: Random, record: Record) -> Record:
    return _in_a_paragraph(chance, record, r"(?<=[a-z]{3}\. )[A-Z][^.;:“”()]+[a-z]{3}\. (?=[A-Z])", lambda _: "")


def _name(chance: Random, record: Record) -> Record:
    """The family name of a speaker, in one paragraph."""
    speakers = [
        (at, block)
        for at, block in enumerate(record.blocks)
        if isinstance(block, Paragraph) and re.match(r"M[rs]s?\. ", plain(block.inlines[:1]))
    ]
    if not speakers:
        return record
    at, block = chance.choice(speakers)
    first, *rest = block.inlines
    assert isinstance(first, Run)
    named = replace(first, text=f"{first.text.split()[0]} {chance.choice(_NAMES)}")
    return _with_block(record, at, replace(block, inlines=(named, *rest)))


def _footnote_changed(chance: Random, record: Record) -> Record:
    if not record.footnotes:
        return record
    at = chance.randrange(len(record.footnotes))
    note = record.footnotes[at]
    words = _replaced(chance, note.inlines, r"\d+|[a-z]{5,}", lambda _: chance.choice((*_WORDS, "45", "1,300")))
    return replace(
        record, footnotes=(*record.footnotes[:at], replace(note, inlines=words), *record.footnotes[at + 1 :])
    )


def _footnote_added(chance: Random, record: Record) -> Record:
    """A footnote at the end of a paragraph, before, between or behind others."""
    at, block = chance.choice(_texts(record))
    if any(isinstance(item, Call) for item in block.inlines):
        return record
    words = chance.choice(("See CMW/C/GC/6, paras. 3 and 4.", "General Assembly resolution 107/214.", "A/108/48."))
    return with_note(record, at, words)


def with_note(record: Record, at: int, words: str) -> Record:
    """The record with a footnote of these words, called at the end of the paragraph nearest behind a place."""
    at = next(index for index, block in enumerate(record.blocks) if index >= at and isinstance(block, Paragraph))
    block = record.blocks[at]
    assert isinstance(block, Paragraph)
    label = str(len(record.footnotes) + 1)
    called = _with_block(record, at, replace(block, inlines=(*block.inlines, Call(label))))
    notes = {note.label: note for note in (*record.footnotes, Footnote(label, (Run(words),)))}
    labels = [item.label for each in called.blocks for item in _inlines(each) if isinstance(item, Call)]
    return replace(called, footnotes=tuple(notes[each] for each in labels))


def _inlines(block: Block) -> Inlines:
    return block.inlines if isinstance(block, Paragraph | Heading) else ()


def _cover(chance: Random, record: Record) -> Record:
    """A field of the cover."""
    held, opening, closing = record.held, record.opening, record.closing
    assert held is not None and opening is not None and closing is not None and record.issued is not None
    return chance.choice(
        (
            replace(record, issued=record.issued + dt.timedelta(days=chance.randint(1, 20))),
            replace(record, held=replace(held, date=held.date - dt.timedelta(days=chance.randint(1, 9)))),
            replace(record, place=chance.choice(("Palais des Nations, Geneva", "Headquarters, New York"))),
            replace(record, chairs=(Chair(f"Mr. {chance.choice(_NAMES)}", chance.choice((None, "Vice-Chair"))),)),
            replace(record, session=chance.choice((95, 96, 98))),
            replace(record, opening=Line(_minutes(opening.time, chance.randint(1, 9)), opening.kind)),
            replace(record, closing=Line(_minutes(closing.time, -chance.randint(1, 9)), closing.kind)),
            replace(record, original=chance.choice(("fr", "es"))),
        )
    )


def _minutes(time: dt.time, more: int) -> dt.time:
    return (dt.datetime.combine(dt.date(2000, 1, 1), time) + dt.timedelta(minutes=more)).time()


def _heading(chance: Random, record: Record) -> Record:
    """A word of a heading, or a heading more between two paragraphs."""
    at, heading = chance.choice([(at, each) for at, each in enumerate(record.blocks) if isinstance(each, Heading)])
    if chance.random() < 0.3:
        at, _ = chance.choice(
            [(at, each) for at, each in _texts(record) if isinstance(record.blocks[at - 1], Paragraph)]
        )
        more = Heading(1, (Run(f"Other matters of {chance.choice(_WORDS)} work"),))
        return replace(record, blocks=(*record.blocks[:at], more, *record.blocks[at:]))
    inlines = _replaced(chance, heading.inlines, r"(?<= )[a-z]{5,}(?= )", lambda _: chance.choice(_WORDS))
    return _with_block(record, at, replace(heading, inlines=inlines))


EDITS: Mapping[str, Edit] = MappingProxyType(
    {
        "a word": _word,
        "a figure": _figure,
        "a sentence more": _sentence_added,
        "a sentence less": _sentence_removed,
        "a name": _name,
        "words of a footnote": _footnote_changed,
        "a footnote more": _footnote_added,
        "a field of the cover": _cover,
        "a heading": _heading,
    }
)
