"""A record's source and its JSON: read is the inverse of written."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from precis.assets import Assets, shipped
from precis.model import Chair, ContentsItem, Heading, Line, LineKind, Paragraph, PrecisError, Record, Run, Symbol
from precis.source.json_form import print_json, read_json
from precis.source.kinds import KINDS, SUMMARY_RECORD
from precis.source.record import print_record, read_record
from precis.tasks.schema import schema
from tests.support.records import records

ASSETS = shipped()


@given(records())
@settings(max_examples=300)
def test_a_source_reads_as_the_record_it_was_written_from(record: Record) -> None:
    assert read_record(print_record(record), "x.md", ASSETS) == record


@given(records())
@settings(max_examples=100)
def test_json_reads_as_the_record_it_was_written_from(record: Record) -> None:
    assert read_json(print_json(record), "x.json", ASSETS).record == record


def test_the_sample_reads_as_it_stands(sample: Path, assets: Assets) -> None:
    record = read_record(sample.read_text(encoding="utf-8"), "1960.md", assets)
    assert (record.meeting, record.session, record.sample) == (1960, 97, True)
    assert record.opening == Line(dt.time(16, 10), LineKind.DISCUSSION)
    assert record.closing == Line(dt.time(17, 55), LineKind.MEETING)
    assert [heading.level for heading in record.headings] == [1, 2, 1, 1]
    numbers = [paragraph.number for paragraph in record.paragraphs]
    assert numbers == [1, 2, 3, 4, 5, None, 6, 7, 8, 9, 10, 11, 12]
    assert read_record(print_record(record), "again.md", assets) == record


def source(front: str = "", body: str = "") -> str:
    return f"---\nsymbol: CMW/C/SR.590\n{front}---\n\n{body}"


def test_what_is_usual_is_not_written(assets: Assets) -> None:
    text = source("coverage: partial\nbegan: 17:40\nopening: discussion\nrose: 18:00\nclosing: meeting\nlanguage: en\n")
    assert print_record(read_record(text, "x.md", assets)) == source(
        "body: cmw\ncoverage: partial\nbegan: 17:40\nrose: 18:00\n", ""
    )


def test_a_line_of_a_paragraph_is_no_heading(assets: Assets) -> None:
    record = Record(blocks=(Paragraph(1, (Run("One\n# two\n## three"),)),))
    assert read_record(print_record(record), "x.md", assets) == record


def test_the_symbol_tells_the_body(assets: Assets) -> None:
    assert read_record(source(), "x.md", assets).body == "cmw"


def test_chairs_in_sequence(assets: Assets) -> None:
    front = "chair:\n- 'Temporary Chair: Ms. Lee (Office of the Commissioner (OC))'\n- Mr. Balcerzak\n"
    assert read_record(source(front), "x.md", assets).chairs == (
        Chair("Ms. Lee", "Office of the Commissioner (OC)", "Temporary Chair"),
        Chair("Mr. Balcerzak"),
    )


def test_contents_of_two_levels(assets: Assets) -> None:
    front = "contents:\n- Reports (*continued*)\n- - Report of Ruritania\n"
    assert read_record(source(front), "x.md", assets).contents_as_printed == (
        ContentsItem(1, (Run("Reports ("), Run("continued", italic=True), Run(")"))),
        ContentsItem(2, (Run("Report of Ruritania"),)),
    )


def test_a_line_without_a_number_keeps_the_blank_at_its_end(assets: Assets) -> None:
    record = Record(symbol=Symbol.parse("CMW/C/SR.590"), body="cmw", blocks=(Paragraph(None, (Run("a "),)),))
    assert read_record(print_record(record), "x.md", assets) == record


def test_a_typed_number_is_kept_and_counted_from(assets: Assets) -> None:
    record = read_record(source(body="a\n\n7. b\n\nc\n\nd {-}\n\n2054\\. e\n"), "x.md", assets)
    assert [paragraph.number for paragraph in record.paragraphs] == [1, 7, 8, None, 9]
    assert record.paragraphs[-1].inlines == (Run("2054. e"),)


def test_a_paragraph_may_run_over_lines(assets: Assets) -> None:
    record = read_record(source(body="# A\nThe Chair\n  said\\\nso.\n"), "x.md", assets)
    assert record.blocks == (Heading(1, (Run("A"),)), Paragraph(1, (Run("The Chair said\nso."),)))


def test_all_faults_are_told_at_once_with_their_lines(assets: Assets) -> None:
    text = source("sesion: 39\nissued: 13/12/24\n", "**open\n\n[^1] x\n\n#### deep\n\n| a |\n| b |\n")
    with pytest.raises(PrecisError) as caught:
        read_record(text, "x.md", assets)
    assert str(caught.value).splitlines() == [
        "x.md:3: sesion: is not a field; did you mean session?",
        "x.md:4: issued: '13/12/24' is not a date; write 2024-12-13",
        "x.md:7: '**' is opened and not closed; close it, or write \\* for the character",
        "x.md:9: [^1] has no text; add a line '[^1]: …'",
        "x.md:11: '####' is too deep; headings have levels # to ###",
        "x.md:14: the second line of a table must be its rule; write |---|---|",
    ]


@pytest.mark.parametrize(
    ("title", "front", "fault"),
    [
        ("an alias", "place: &p x\nchair: *p\n", "an alias (*name) stands in the front matter; write the value itself"),
        ("a field twice", "session: 1\nsession: 2\n", "session: stands twice; the first is on line 3"),
        ("a list for a text", "place: [a, b]\n", "place: a list stands where one text is wanted"),
        ("nothing", "place:\n", "place: nothing stands here; write the value, or leave the line out"),
        ("a day that is none", "issued: 2024-02-30\n", "issued: there is no day 2024-02-30"),
        ("a meeting twice", "meeting: 12\n", "meeting: the symbol says 590 already; leave this line out"),
    ],
)
def test_faults_of_the_front_matter(title: str, front: str, fault: str, assets: Assets) -> None:
    with pytest.raises(PrecisError) as caught:
        read_record(source(front), "x.md", assets)
    assert fault in str(caught.value)


def test_json_that_is_wrong_is_told_by_block(assets: Assets) -> None:
    text = json.dumps({"symbol": "CMW/C/SR.590", "sesion": 3, "blocks": [{"level": 1, "inlines": [{"foo": 1}]}]})
    with pytest.raises(PrecisError) as caught:
        read_json(text, "x.json", assets)
    assert str(caught.value).splitlines() == [
        "x.json:1: sesion: is not a field; did you mean session?",
        "x.json:1: blocks.0: is not as `precis schema` describes it",
    ]


def test_the_schema_describes_every_field_and_block() -> None:
    described = schema(KINDS[SUMMARY_RECORD], ASSETS)
    assert {"symbol", "held", "unrecorded", "blocks", "footnotes"} <= set(described["properties"])
    assert {"Heading", "Paragraph", "Quotation", "List", "Table"} <= set(described["$defs"])
    assert described["additionalProperties"] is False


def test_offices_in_the_words_of_the_language_are_those_of_the_data(assets: Assets) -> None:
    front = "language: fr\nchair:\n- 'Présidente temporaire: Mme Lee'\n- M. Diaz (Vice-Président)\n"
    chairs = (Chair("Mme Lee", None, "Temporary Chair"), Chair("M. Diaz", "Vice-Chair"))
    record = read_record(source(front), "x.md", assets)
    assert record.chairs == chairs
    assert read_json(print_json(record), "x.json", assets).record.chairs == chairs
