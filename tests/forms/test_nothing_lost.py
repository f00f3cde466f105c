"""Nothing is lost of a document of ours that others edited: its words are in the record or in a finding."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from precis.assets import shipped
from precis.documents.summary_record import summary_record
from precis.model import Chair, Held, Line, LineKind, Record, plain
from precis.reading.forms.html import read_html
from precis.reading.line import FileText, TextLine
from precis.reading.recognise import recognise
from precis.tasks.rendering import Settings, render
from tests.support.lost import kept, letters
from tests.support.records import printable_records

ASSETS = shipped()


def page_of(record: Record) -> bytes:
    files, _ = render(summary_record(record, ASSETS, "x:{symbol}"), Settings(formats=("html",)), ASSETS)
    return files[0][1]


def words_of(text: FileText) -> str:
    """The words of the lines, with the numbers of paragraphs; those of notes are counted anew in any document."""
    return "\n".join(_words(line) for line in text.lines)


def _words(line: TextLine) -> str:
    number = "" if line.number is None else f"{line.number}. "
    return number + "\n".join(plain(words) for words in line.cells or (line.inlines,))


Edit = Callable[[Any, int], None]


def _deleted(block: Any, _at: int) -> None:
    block.getparent().remove(block)


def _typed_in(block: Any, at: int) -> None:
    block.text = (block.text or "")[: at % 5] + " Ruritania 1951 " + (block.text or "")[at % 5 :]


def _emptied(block: Any, _at: int) -> None:
    block.text = ""
    for child in list(block):
        block.remove(child)


def _twice(block: Any, at: int) -> None:
    copy = html.fromstring(html.tostring(block, with_tail=False))
    for element in copy.iter():
        element.attrib.pop("id", None)
    block.getparent().insert(at % (len(block.getparent()) + 1), copy)


def _of_another_kind(block: Any, at: int) -> None:
    block.set("class", ("paragraph", "chair", "held", "title", "own", "issued", "language")[at % 7])


EDITS: list[Edit] = [_deleted, _typed_in, _emptied, _twice, _of_another_kind]
edits = st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 200)), max_size=4)


def edited(page: bytes, changes: list[tuple[Edit, int]]) -> bytes:
    root = html.document_fromstring(page)
    for change, at in changes:
        blocks = [block for block in root.iter("p", "h1", "h2", "li") if block.getparent() is not None]
        if blocks:
            change(blocks[at % len(blocks)], at)
    data: bytes = html.tostring(root, encoding="utf-8")
    return data


def filled(record: Record) -> Record:
    """The record with what it lacks: the words about a gap stand for no field."""
    held = record.held or Held(dt.date(2000, 1, 1))
    opening, closing = record.opening, record.closing
    return replace(
        record,
        session=record.session or 39,
        held=replace(held, time=held.time or dt.time(15)),
        place=record.place or "Palais Wilson, Geneva",
        chairs=record.chairs or (Chair("Ms. Diallo" if record.language == "en" else "Mme Diallo"),),
        issued=record.issued or held.date,
        original=record.original or "es",
        opening=opening or Line(_later(closing.time, -1) if closing else dt.time(15), LineKind.MEETING),
        closing=closing or Line(_later(opening.time, 1) if opening else dt.time(18), LineKind.MEETING),
    )


def _later(time: dt.time, hours: int) -> dt.time:
    return (dt.datetime.combine(dt.date(2000, 1, 1), time) + dt.timedelta(hours=hours)).time()


@given(printable_records(most_blocks=4).map(filled), edits)
@settings(max_examples=150)
def test_edited_pages(record: Record, changes: list[tuple[Edit, int]]) -> None:
    text = read_html(edited(page_of(record), changes), "page.html")
    reading = recognise(text, "page.html", ASSETS, {})
    assert not Counter(letters(words_of(text))) - kept(reading, ASSETS)
