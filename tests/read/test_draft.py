"""The draft of a cover: its fields are those of a record, and what was given wins."""

from __future__ import annotations

import datetime as dt
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from precis.assets import Assets
from precis.model import Access, Line, LineKind, Part, PrecisError, Record, Symbol
from precis.reading.draft import About, CoverDraft, Entry
from precis.reading.published import read_published
from precis.source.fields import FIELDS

TEXT = """CMW/C/SR.590
Summary record of the 590th meeting
Held at the Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m.
Chair: Ms. Diallo
Contents
Closure of the session
The meeting was called to order at 5 p.m.
Closure of the session
1. The Chair declared the session closed.
The meeting rose at 4 p.m."""


def test_the_fields_of_a_draft_are_those_of_a_cover() -> None:
    entries = {name: hint for name, hint in get_type_hints(CoverDraft).items() if get_origin(hint) is Entry}
    covers = {name: hint for name, hint in get_type_hints(Record).items() if name not in ("blocks", "footnotes")}
    assert entries.keys() == covers.keys()
    assert {name: get_args(hint)[0] for name, hint in entries.items()} == {
        name: _without_none(hint) for name, hint in covers.items()
    }


def _without_none(hint: object) -> object:
    kinds = tuple(each for each in get_args(hint) if each is not type(None))
    if type(None) not in get_args(hint):
        return hint
    return kinds[0] if len(kinds) == 1 else Union[kinds]  # noqa: UP007


def test_findings_name_fields_as_sources_do() -> None:
    draft = CoverDraft("x")
    named = {entry.key for entry in vars(draft).values() if isinstance(entry, Entry)}
    assert named <= set(get_args(About))
    assert named == {field.key for field in FIELDS} - {"opening", "closing"}


def test_what_was_given_stays() -> None:
    draft = CoverDraft("x.txt", given={"session": 39})
    draft.session.read(38, 4)
    draft.session.infer(37, "a reason")
    assert draft.record().session == 39
    assert [(each.code, each.field, each.span.line) for each in draft.findings] == [("given-differs", "session", 4)]


def test_nothing_is_inferred_where_the_text_says_it() -> None:
    draft = CoverDraft("x.txt")
    draft.part.read(Part(1, Access.PUBLIC), 2)
    draft.part.infer(Part(2, Access.PUBLIC), "a reason")
    assert draft.record().part == Part(1, Access.PUBLIC)
    assert draft.findings == []


def test_the_symbol_says_the_meeting() -> None:
    draft = CoverDraft("x.txt")
    draft.meeting_as_printed.read(590, 1)
    assert draft.record().meeting_as_printed == 590
    draft.symbol.read(Symbol("CMW/C", 590), 1)
    assert draft.record().meeting_as_printed is None


def test_a_time_that_cannot_be_is_left_out_and_told(assets: Assets) -> None:
    reading = read_published(TEXT, "x.txt", assets)
    assert (reading.record.opening, reading.record.closing) == (Line(dt.time(17), LineKind.MEETING), None)
    told = [str(finding) for finding in reading.findings if finding.field == "rose"]
    assert told == [
        "x.txt:10: unread: rose: 'The meeting rose at 4 p.m.' (16:00 is not after 17:00, when the meeting began)",
        "x.txt:10: missing: rose (what the text says cannot be right)",
    ]


def test_what_was_given_against_the_rest_is_a_fault(assets: Assets) -> None:
    with pytest.raises(PrecisError) as caught:
        read_published(TEXT, "x.txt", assets, {"issued": dt.date(2024, 12, 12)})
    message = "--set: issued: 2024-12-12 is before the meeting, which was held on 2024-12-13"
    assert str(caught.value) == message


def test_what_was_given_in_place_of_a_time_that_cannot_be_serves(assets: Assets) -> None:
    closing = Line(dt.time(18), LineKind.MEETING)
    assert read_published(TEXT, "x.txt", assets, {"closing": closing}).record.closing == closing
