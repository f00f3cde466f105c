"""The two published records of ../shared/seeds, as they are, damage included."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import Chair, Coverage, Held, Line, LineKind, MeetingRanges, Reading, Run, Symbol, plain
from precis.reading.published import read_published
from tests.support.lost import lost

MISSING = ("held", "place", "chair", "issued", "original")


def read(path: Path, assets: Assets, **given: object) -> Reading:
    return read_published(path.read_text(encoding="utf-8"), path.name, assets, given)


def told(reading: Reading, kind: str, field: str) -> list[str]:
    return [str(finding) for finding in reading.findings if (finding.kind, finding.field) == (kind, field)]


def test_the_cover_of_the_record_of_2024(closing_2024: Path, assets: Assets) -> None:
    record = read(closing_2024, assets).record
    assert record.symbol == Symbol("CMW/C", 590)
    assert (record.body, record.session, record.meeting) == ("cmw", 39, 590)
    assert record.coverage is Coverage.PARTIAL
    assert record.held == Held(dt.date(2024, 12, 13), dt.time(15))
    assert record.place == "Palais Wilson, Geneva"
    assert record.chairs == (Chair("Ms. Diallo"),)
    assert record.issued == dt.date(2024, 12, 17)
    assert (record.original, record.language, record.distribution) == ("en", "en", "general")
    assert record.unrecorded == MeetingRanges.of((580, 589))
    assert record.opening == Line(dt.time(17, 40), LineKind.DISCUSSION)
    assert record.closing == Line(dt.time(18), LineKind.MEETING)
    assert record.contents_as_printed is record.notes_as_printed is record.title_as_printed is None


def test_the_text_of_the_record_of_2024(closing_2024: Path, assets: Assets) -> None:
    record = read(closing_2024, assets).record
    assert [plain(heading.inlines) for heading in record.headings] == [
        "Organizational matters",
        "Closure of the session",
    ]
    assert [paragraph.number for paragraph in record.paragraphs] == [1, 2, 3, 4, 5, 6, 7]
    assert record.paragraphs[0].inlines[0] == Run("The Chair", bold=True)
    assert "the challenges the Committee was facing" in plain(record.paragraphs[5].inlines)


def test_what_was_done_to_the_record_of_2024(closing_2024: Path, assets: Assets) -> None:
    reading = read(closing_2024, assets)
    (symbol,) = told(reading, "inferred", "symbol")
    assert "CMW/C/SR.590" in symbol
    (join,) = told(reading, "repaired", "text")
    assert f"{closing_2024.name}:57:" in join
    assert "paragraph 6 goes on" in join
    (end,) = told(reading, "warning", "text")
    assert "paragraph 6 has no full stop" in end
    assert len(reading.findings) == 3
    assert reading.missing == ()


def test_the_record_of_2025_has_lost_its_cover(closing_2025: Path, assets: Assets) -> None:
    reading = read(closing_2025, assets)
    record = reading.record
    assert record.symbol == Symbol("CMW/C", 608)
    assert (record.body, record.session, record.meeting) == ("cmw", 40, 608)
    assert record.coverage is Coverage.PARTIAL
    assert record.unrecorded == MeetingRanges.of((598, 607))
    assert (record.opening, record.closing) == (
        Line(dt.time(16, 35), LineKind.DISCUSSION),
        Line(dt.time(17), LineKind.MEETING),
    )
    assert reading.missing == MISSING
    for field in ("symbol", "body", "session", "meeting", "coverage", "distribution"):
        assert told(reading, "inferred", field), field


def test_the_notes_of_the_record_of_2025_keep_their_wording(closing_2025: Path, assets: Assets) -> None:
    notes = read(closing_2025, assets).record.notes_as_printed
    assert notes is not None
    assert [plain(note.inlines) for note in notes] == [
        "No summary record was prepared for the rest of the meeting.",
        "No summary records were issued for the 598th to 607th meetings.",
    ]


def test_numbers_and_speakers_of_the_record_of_2025_are_restored(closing_2025: Path, assets: Assets) -> None:
    reading = read(closing_2025, assets)
    assert [paragraph.number for paragraph in reading.record.paragraphs] == list(range(1, 11))
    assert len(told(reading, "repaired", "text")) == 10
    assert reading.record.paragraphs[0].inlines[0] == Run("The Chair", bold=True)
    assert reading.record.paragraphs[9].inlines[1] == Run("the Chair", bold=True)
    assert len(told(reading, "inferred", "text")) == 2


def test_what_is_given_wins_and_serves_inference(closing_2025: Path, assets: Assets) -> None:
    held = Held(dt.date(2025, 4, 17), dt.time(15))
    reading = read(closing_2025, assets, symbol=Symbol("CMW/C", 608), held=held)
    assert reading.record.held == held
    assert reading.missing == ("place", "chair", "issued", "original")
    assert not told(reading, "inferred", "symbol")


def test_what_is_given_against_the_text_is_told(closing_2024: Path, assets: Assets) -> None:
    reading = read(closing_2024, assets, session=38)
    assert reading.record.session == 38
    assert told(reading, "warning", "session")


@pytest.mark.parametrize("seed", ["closing_2024", "closing_2025"])
def test_nothing_is_lost(seed: str, assets: Assets, request: pytest.FixtureRequest) -> None:
    text = request.getfixturevalue(seed).read_text(encoding="utf-8")
    assert lost(text, read_published(text, "seed", assets), assets) == ""
