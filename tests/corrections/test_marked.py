"""The marked copy: with all changes accepted it is the new record, with all rejected the old one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import shipped
from precis.corrections import correct
from precis.corrections.leaves import with_entries
from precis.corrections.marked import MarkedBlock, MarkedRecord, marked, marked_text
from precis.corrections.segments import Change, Segments
from precis.model import Block, Footnote, Inlines, Paragraph, Record, joined
from precis.source.marks import inlines
from precis.source.marks import marked as as_typed
from precis.source.record import read_record
from tests.corrections.edits import edited
from tests.support.records import records

versions = records().flatmap(lambda record: st.tuples(st.just(record), edited(record)))


def text_of(segments: Segments, dropped: Change) -> Inlines:
    return joined(item for segment in segments if segment.change is not dropped for item in segment.inlines)


def resolved(blocks: Iterable[MarkedBlock], dropped: Change) -> list[Block]:
    """The blocks with all changes accepted or rejected, as Word does it; these are `dropped`."""
    out: list[Block] = []
    open_end = False
    for marked_block in blocks:
        rows = [row for row in marked_block.rows if row.change is not dropped]
        texts = tuple(tuple(text_of(cell, dropped) for cell in row.cells) for row in rows)
        ends = marked_block.change is not dropped
        whole = all(s.change is dropped for row in marked_block.rows for cell in row.cells for s in cell)
        if not ends and whole and not (open_end and texts):
            continue
        if open_end:
            last = out[-1]
            assert isinstance(last, Paragraph)
            out[-1] = replace(last, inlines=joined([*last.inlines, *texts[0][0]]))
        else:
            out.append(with_entries(marked_block.block, texts))
        open_end = not ends
    return out


def without_numbers(blocks: Iterable[Block]) -> list[Block]:
    return [
        replace(block, number=0) if isinstance(block, Paragraph) and block.number is not None else block
        for block in blocks
    ]


def notes(record: MarkedRecord, dropped: Change) -> tuple[Footnote, ...]:
    kept = [note for note in record.footnotes if note.change is not dropped]
    return tuple(Footnote(note.label, text_of(note.text, dropped)) for note in kept)


def has_text(record: Record) -> bool:
    return all(paragraph.inlines for paragraph in record.paragraphs)


@given(versions.filter(lambda pair: has_text(pair[0]) and has_text(pair[1])))
@settings(max_examples=200)
def test_accepted_it_is_the_new_record_and_rejected_the_old(pair: tuple[Record, Record]) -> None:
    old, new = pair
    copy = marked(old, correct(old, new))
    accepted, rejected = resolved(copy.blocks, Change.DELETED), resolved(copy.blocks, Change.INSERTED)
    assert without_numbers(accepted) == without_numbers(new.blocks)
    assert without_numbers(rejected) == without_numbers(old.blocks)
    assert notes(copy, Change.DELETED) == new.footnotes
    assert notes(copy, Change.INSERTED) == old.footnotes


@pytest.mark.slow
@given(versions.filter(lambda pair: has_text(pair[0]) and has_text(pair[1])))
@settings(max_examples=1500)
def test_accepted_and_rejected_over_many_edits(pair: tuple[Record, Record]) -> None:
    old, new = pair
    copy = marked(old, correct(old, new))
    assert without_numbers(resolved(copy.blocks, Change.DELETED)) == without_numbers(new.blocks)
    assert without_numbers(resolved(copy.blocks, Change.INSERTED)) == without_numbers(old.blocks)


MARKS = {Change.KEPT: "{}", Change.INSERTED: "[+{}+]", Change.DELETED: "[-{}-]"}


def shown(segments: Segments) -> str:
    typed = ((segment.change, as_typed(segment.inlines).replace("\\ ", " ")) for segment in segments)
    return "".join(MARKS[change].format(text) for change, text in typed)


LINES = [
    (
        "whole words are marked",
        "the Secretary General met",
        "the Secretary-General met",
        "the [-Secretary General-][+Secretary-General+] met",
    ),
    ("a stop put in", "its mandate", "its mandate.", "its mandate[+.+]"),
    ("words put in", "the States met", "the States parties met", "the States[+ parties+] met"),
    ("words left out", "the States parties met", "the States met", "the States[- parties-] met"),
    ("a letter", "two report met", "two reports met", "two [-report-][+reports+] met"),
    ("emphasis", "a video", "a *video*", "a [-video-][+*video*+]"),
    ("nothing", "the same", "the same", "the same"),
    ("all", "one two three", "four five six", "[-one two three-][+four five six+]"),
    ("a name", "Treaties Division", "Treaty Mechanisms Division", "[-Treaties-][+Treaty Mechanisms+] Division"),
    ("French", "Président: M. Dupont", "Président\xa0: M. Dupond", "Président[-: M. Dupont-][+\xa0: M. Dupond+]"),
    ("a call", "said.", "said.[^1]", "said.[+[^1]+]"),
]


@pytest.mark.parametrize(("title", "old", "new", "expected"), LINES, ids=[case[0] for case in LINES])
def test_a_line_marked_word_by_word(title: str, old: str, new: str, expected: str) -> None:
    assert shown(marked_text(inlines(old), inlines(new))) == expected


def blocks_shown(old: str, new: str) -> list[str]:
    """Each row of the marked copy, with the change of its block in front."""
    before, after = (read_record(f"---\n---\n{text}", "x", shipped()) for text in (old, new))
    copy = marked(before, correct(before, after))
    return [
        f"{block.change} {getattr(block.block, 'number', '')}: {' | '.join(shown(cell) for cell in row.cells)}"
        for block in copy.blocks
        for row in block.rows
    ]


def test_a_split_paragraph_ends_twice() -> None:
    assert blocks_shown("One two three four. Five six seven.", "One two three four.\n\nFive six seven.") == [
        "inserted 1: One two three four.[- -]",
        "kept 2: Five six seven.",
    ]


def test_joined_paragraphs_end_once() -> None:
    assert blocks_shown("One two three four.\n\nFive six seven.", "One two three four. Five six seven.") == [
        "deleted 1: One two three four.",
        "kept 2: [+ +]Five six seven.",
    ]


def test_a_moved_paragraph_stands_in_both_places() -> None:
    assert blocks_shown("One two.\n\nThree four.\n\nFive six seven.", "Five six seven.\n\nOne two.\n\nThree four.") == [
        "inserted 1: [+Five six seven.+]",
        "kept 2: One two.",
        "kept 3: Three four.",
        "deleted 3: [-Five six seven.-]",
    ]


def test_a_heading_of_another_level_is_put_in_anew() -> None:
    assert blocks_shown("# One\n\nA.", "## One\n\nA.") == ["deleted : [-One-]", "inserted : [+One+]", "kept 1: A."]
