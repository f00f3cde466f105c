"""docs/source.md says what the code reads: its tables have every field, and all its examples are read."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from precis.assets import Assets
from precis.corrections.instruction import Instruction, Renumber, SetField
from precis.corrections.location import LocationKind
from precis.corrections.notation import read_correction
from precis.corrections.source import CorrectionsSource, read_corrections
from precis.documents.session.paper import Look, Place
from precis.documents.session.source import FIELDS as OF_DIGEST
from precis.documents.session.source import read_paper
from precis.model import Faults, Paragraph, Run
from precis.source.body import read_body
from precis.source.field import Field
from precis.source.fields import COUNTED, FIELDS, OF_TAKES
from precis.source.front import split_front
from precis.source.json_form import print_json, read_json
from precis.source.kinds import KINDS, Form
from precis.source.record import print_record, read_faulty, read_record
from precis.source.session import FIELDS as OF_SESSION
from precis.source.session import print_session, read_session
from tests.conftest import ROOT
from tests.docs.pages import examples, tables

PAGE = (ROOT / "docs" / "source.md").read_text(encoding="utf-8")
TABLES = {(table.heading, table.head[0]): table for table in tables(PAGE)}
SOURCES = [text for _, text in examples(PAGE, "markdown") if text.startswith("---\n")]
TEXTS = [text for _, text in examples(PAGE, "markdown") if not text.startswith("---\n")]


def described(heading: str) -> dict[str, str]:
    """The fields that the table under a heading describes, each with its example, as front matter."""
    table = TABLES[heading, "field"]
    example, since = table.head.index("example"), table.head.index("since")
    assert all(row[since] for row in table.rows), "each field has its version"
    return {row[0].strip("`"): row[example].strip("`") for row in table.rows}


def front(text: str) -> dict[str, object]:
    faults = Faults()
    found, _, _ = split_front(f"---\n{text}\n---\n", faults)
    faults.check()
    return dict(found.values)


def test_every_field_of_a_record_is_described() -> None:
    assert list(described("Summary record")) == [field.key for field in (*FIELDS, COUNTED)]


@pytest.mark.parametrize("field", [*FIELDS, COUNTED], ids=lambda field: field.key)
def test_the_example_of_a_field_is_read(field: Field) -> None:
    example = described("Summary record")[field.key]
    value = field.read(front(example)[field.key])
    assert field.read(field.show(value)) == value


def test_the_choices_of_a_field_are_those_of_the_schema() -> None:
    rows = {row[0].strip("`"): row[2] for row in TABLES["Summary record", "field"].rows}
    for field in FIELDS:
        choices = field.schema.get("enum", ())
        assert {choice for choice in choices if isinstance(choice, str)} <= set(rows[field.key].split("`")), field.key


def test_every_field_of_a_session_is_described(assets: Assets) -> None:
    fields = described("Session")
    assert list(fields) == [field.key for field in OF_SESSION]
    for key, example in fields.items():
        session = read_session(f"---\ndocument: session\n{example}\n---\n", "session.md", assets).session
        assert list(front(print_session(session).strip("-\n"))) == ["document", key]


def test_every_field_of_a_take_is_described(assets: Assets) -> None:
    fields = described("Take")
    assert list(fields) == [field.key for field in OF_TAKES]
    text = "\n".join(fields.values())
    assert read_faulty(f"---\ndocument: take\n{text}\n---\n", "x.md", assets, forms=(Form.TAKE,)).faults == ()


def test_every_field_of_corrections_is_described() -> None:
    fields = described("Corrections")
    assert list(fields) == [each.name for each in dataclasses.fields(CorrectionsSource) if each.name != "corrections"]
    for key, example in fields.items():
        source = read_corrections(f"---\ndocument: corrections\n{example}\n---\n", "corrections.md")
        assert getattr(source, key) is not None


def test_every_field_of_a_digest_is_described() -> None:
    fields = described("Digest and briefings")
    assert list(fields) == [field.key for field in OF_DIGEST]
    text = "\n".join(fields.values())
    assert read_paper(f"---\ndocument: digest\n{text}\n---\n", "digest.md").paper.title


@pytest.mark.parametrize(("head", "names"), [("section", Look), ("place", Place)])
def test_every_section_of_a_digest_and_its_places_are_listed(head: str, names: type[Look] | type[Place]) -> None:
    listed = [each for row in TABLES["Digest and briefings", head].rows for each in row[0].strip("`").split("`, `")]
    assert listed == [str(each) for each in names]


def test_every_kind_of_source_is_listed() -> None:
    kinds = [row[0].strip("`") for row in TABLES["Kinds of source", "`document`"].rows]
    assert kinds == list(KINDS)


def test_every_example_of_a_source_is_read(assets: Assets) -> None:
    kinds: set[str] = set()
    for text in SOURCES:
        source, _, _ = split_front(text, Faults())
        kind = str(source.values.get("document", "summary record"))
        kinds.add(kind)
        match kind:
            case "summary record":
                record = read_record(text, "x.md", assets)
                assert read_record(print_record(record), "x.md", assets) == record
            case "session":
                assert read_session(text, "session.md", assets).session.meetings
            case "take":
                assert read_faulty(text, "x.md", assets, forms=(Form.TAKE,)).faults == ()
            case "corrections":
                assert read_corrections(text, "x.md").corrections
            case _:
                assert read_paper(text, "x.md").paper.cited
    assert kinds == {"summary record", "session", "take", "corrections", "digest"}


@pytest.mark.parametrize("text", TEXTS)
def test_every_example_of_a_text_is_read(text: str) -> None:
    faults = Faults()
    assert read_body(text, faults).blocks
    faults.check()


def test_the_example_of_paragraphs_has_the_numbers_it_speaks_of() -> None:
    text = next(text for heading, text in examples(PAGE, "markdown") if heading == "Paragraphs")
    blocks = read_body(text, Faults()).blocks
    assert [block.number for block in blocks if isinstance(block, Paragraph)] == [1, None, 2, None, 14]


def test_the_example_of_escapes_is_one_of_characters() -> None:
    text = next(text for heading, text in examples(PAGE, "markdown") if heading == "Escapes")
    assert read_body(text, Faults()).blocks == (
        Paragraph(1, (Run("2054. was the year of the next session."),)),
        Paragraph(2, (Run("# 5 was the number of the room, and * the sign on its door."),)),
    )


def test_the_example_of_json_is_read(assets: Assets) -> None:
    ((_, text),) = examples(PAGE, "json")
    record = read_json(text, "x.json", assets).record
    assert len(record.blocks) == 6
    assert read_json(print_json(record), "x.json", assets).record == record


def test_every_place_of_a_correction_is_listed() -> None:
    places = [row[0].strip("`") for row in TABLES["Corrections", "place"].rows]
    kinds = {read_correction(f'{place}: for "a" read "b"')[0].kind for place in places}
    assert kinds == set(LocationKind) - {LocationKind.TEXT}


def test_every_instruction_is_listed() -> None:
    said = [each for row in TABLES["Corrections", "what is done"].rows for each in row[0].strip("`").split("`, `")]
    # These two are told below the table.
    assert set(get_args(Instruction)) - {type(_read(each)) for each in said} == {Renumber, SetField}


def _read(said: str) -> object:
    """The instruction that a row of the table shows."""
    below = (Paragraph(1, (Run("x"),)),) if said.endswith(" it:") else ()
    said = said.removesuffix("…") + "paragraph 3" if said.startswith("move ") else said
    return read_correction(f"Paragraph 3: {said}", below)[1]


def test_every_form_of_note_is_read() -> None:
    notes = "\n\n".join(row[0].strip("`") for row in TABLES["Digest and briefings", "note"].rows[1:])
    cited = read_paper(f"---\ndocument: digest\ntitle: a\nrecords: b\n---\n\nA.\n\n{notes}\n", "x.md").paper.cited
    assert [each.part for each in cited.values()] == ["text", "heading", "cover", "source"]
    assert cited["590.5"].computed
