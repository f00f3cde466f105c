"""The rows of a record: its texts to the letter, with who speaks, for whom, under which item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

from hypothesis import given, settings

from precis.archive.columns import FACTS, PARAGRAPHS
from precis.archive.rows import Cover, Row
from precis.model import Call, Heading, Inlines, Record, plain, texts_of
from tests.archive.made import made_record, paragraph, rich_record, shelf_of
from tests.support.records import records


def texts(record: Record) -> Iterator[str]:
    """All texts of a record but its headings, each note behind the text that calls it."""
    notes = {note.label: note.inlines for note in record.footnotes}
    for block in record.blocks:
        if not isinstance(block, Heading):
            for inlines in texts_of(block):
                yield from with_notes(inlines, notes)


def with_notes(inlines: Inlines, notes: dict[str, Inlines]) -> Iterator[str]:
    yield plain(inlines)
    yield from (plain(notes[item.label]) for item in inlines if isinstance(item, Call))


@settings(max_examples=150)
@given(records())
def test_the_rows_have_the_texts_of_the_record_to_the_letter(record: Record) -> None:
    assert "\n".join(row.text for row in shelf_of(record).rows) == "\n".join(texts(record))


def column(name: str) -> list[object]:
    shelf = shelf_of(rich_record())
    assert shelf.cover is not None
    return [row.cells(shelf.cover)[PARAGRAPHS.names.index(name)] for row in shelf.rows]


def test_a_row_has_what_belongs_to_its_paragraph() -> None:
    told = column("text")[1]
    assert told == (
        "It protected migrant children, as CMW/C/GC/4 asked:\nSee A/79/292.\n"
        "No child shall be held.\nNor their parents.\nin schools;\nat borders."
    )
    assert column("cited_symbols")[1] == "CMW/C/GC/4 A/79/292"
    assert column("paragraph") == [1, 2, 3, 4, 4, 5]


def test_a_row_says_who_speaks_and_whether_the_text_names_them() -> None:
    assert column("speaker") == ["Mr. Rassendyll", "Mr. Rassendyll", "The Chair", "", "", ""]
    assert column("state") == ["Ruritania", "Ruritania", "", "", "", ""]
    assert column("role") == ["", "", "Chair", "", "", ""]
    assert column("speaker_inferred") == [False, True, False, False, False, False]
    assert column("kind") == ["speech", "speech", "speech", "decision", "event", "text"]


def test_a_row_says_what_it_stands_under() -> None:
    assert column("item") == [*["Consideration of reports"] * 5, "Other matters"]
    assert column("subitem") == [*["Initial report of Ruritania"] * 5, ""]
    uri = "/akn/un/debateReport/minute/un-cmw/2024-12-13/CMW-C-SR.590/eng@2024-12-17"
    assert column("record_uri") == [uri] * 6
    assert column("url")[0] == "https://docs.un.org/en/CMW/C/SR.590"


def test_where_the_speaker_is_inferred_the_text_does_not_begin_with_one() -> None:
    for row in shelf_of(rich_record()).rows:
        named = bool(row.speaker) and row.text.startswith(row.speaker)
        assert named == (bool(row.speaker) and not row.speaker_inferred)


def test_a_record_without_a_day_is_named_by_its_file() -> None:
    shelf = shelf_of(made_record([paragraph(1, "The Chair", " spoke.")], day=None))
    assert shelf.cover is not None and shelf.cover.record_uri == "CMW/C/SR.590"


def test_every_column_of_paragraphs_is_of_the_record_or_of_its_row() -> None:
    assert set(PARAGRAPHS.names) == {field.name for field in fields(Cover)} | {field.name for field in fields(Row)} - {
        "states",
        "under",
    }


def test_facts_have_their_places_and_words() -> None:
    told = [dict(zip(FACTS.names, row, strict=True)) for row in shelf_of(rich_record()).facts]
    assert all(len(row) == len(FACTS.columns) for row in shelf_of(rich_record()).facts)
    (dialogue,) = (each for each in told if each["kind"] == "dialogue")
    assert (dialogue["state"], dialogue["place"], dialogue["paragraph"]) == ("Ruritania", "heading", 1)
    assert json.loads(str(dialogue["details"])) == {"report": {"numbers": [1], "symbol": "CMW/C/RUR/1"}}
    cited = [json.loads(str(each["details"]))["document"] for each in told if each["kind"] == "citation"]
    assert {"CMW/C/RUR/1", "CMW/C/GC/4"} <= set(cited)
