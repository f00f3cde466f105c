"""Sessions as they come: with and without a source, with gaps, empty, odd and broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precis.assets import Assets, shipped
from precis.facts.session import UNRECORDED
from precis.model import (
    Access,
    Days,
    Faults,
    ListedMeeting,
    MeetingRange,
    NextSession,
    Officer,
    Paragraph,
    PrecisError,
    Recording,
    Session,
    plain,
)
from precis.source.session import print_session, read_session
from precis.tasks.digest import digest_paper, digest_text
from precis.tasks.gather import gather
from precis.writers.style import HouseStyle
from tests.support.sessions import SAMPLE_SESSION

ASSETS = shipped()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SAMPLE_SESSION, tmp_path / "97")
    return tmp_path / "97"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def findings(folder: Path) -> list[str]:
    return [str(finding) for finding in gather(str(folder), ASSETS).facts.findings]


def test_the_sample_agrees_with_its_source() -> None:
    gathered = gather(str(SAMPLE_SESSION), ASSETS)
    assert [each for each in gathered.told if each.kind != "note"] == []
    meetings = gathered.facts.meetings
    assert [(str(each.numbers), each.status) for each in meetings if each.status == UNRECORDED] == [
        ("1951", UNRECORDED),
        ("1957", UNRECORDED),
        ("1958", UNRECORDED),
        ("1959", UNRECORDED),
    ]
    assert sum(each.count for each in meetings) == 11


def test_unrecorded_meetings_are_told_in_one_line(closing_2024: Path, style: HouseStyle, assets: Assets) -> None:
    gathered = gather(str(closing_2024), assets)
    gap = next(each for each in gathered.facts.meetings if each.status == UNRECORDED)
    assert (gap.numbers, gap.count) == (MeetingRange(580, 589), 10)
    limits = digest_paper(gathered, style, assets, ".").sheets[-1].sections[-1]
    words = " ".join(plain(block.inlines) for block in limits.blocks if isinstance(block, Paragraph))
    assert "Eleven meetings were held: one recorded in part (590th), ten without one (580th to 589th)." in words


def test_a_folder_without_records(tmp_path: Path) -> None:
    with pytest.raises(PrecisError, match="holds no records"):
        gather(str(tmp_path), ASSETS)


def test_two_records_with_one_symbol(folder: Path) -> None:
    shutil.copy(folder / "1952.md", folder / "1952-again.md")
    assert len(findings(folder)) == 1
    assert "1952.md: warning: symbol: 'CMW/C/SR.1952'" in findings(folder)[0]
    assert "has the same symbol; this one is set aside" in findings(folder)[0]
    facts = gather(str(folder), ASSETS).facts
    assert len(facts.records) == 7
    assert len(facts.others) == 1


def test_records_of_two_sessions(folder: Path, style: HouseStyle, assets: Assets) -> None:
    change(folder / "1956.md", "session: 97", "session: 96")
    told = findings(folder)
    assert len(told) == 1
    assert "1956.md: warning: session: the record is of session 96, the others are of session 97" in told[0]
    text, _ = digest_text(str(folder), folder / "digest.md", style, assets)
    assert "Set aside:" in text
    assert "the record is of session 96" in text


def test_the_largest_group_of_one_session_of_one_body_makes_the_digest(folder: Path) -> None:
    (folder / "session.md").unlink()
    for number in (1950, 1952, 1953):
        change(folder / f"{number}.md", f"CMW/C/SR.{number}", f"CAT/C/SR.{number}")
    for number in (1950, 1954, 1955):
        change(folder / f"{number}.md", "session: 97", "session: 96")
    facts = gather(str(folder), ASSETS).facts
    # Two of CMW at session 97 are as many as two at session 96, or two of CAT: the earlier is taken.
    assert (facts.number, facts.body, len(facts.records), len(facts.others)) == (96, "cmw", 2, 5)


def test_no_record_is_of_the_session_of_the_source(folder: Path) -> None:
    change(folder / "session.md", "session: 97", "session: 90")
    with pytest.raises(PrecisError, match="none of the records is of session 90 of cmw; they are of session 97"):
        gather(str(folder), ASSETS)


def test_a_record_outside_the_session(folder: Path) -> None:
    change(folder / "1956.md", "held: 2053-11-28 10:00", "held: 2053-12-28 10:00")
    change(folder / "1956.md", "issued: 2053-12-04", "issued: 2053-12-30")
    told = findings(folder)
    assert len(told) == 1
    assert "the meeting was held outside the session" in told[0]
    assert "session.md:5" in told[0]


DISAGREEMENTS = [
    (
        "place: Palais Wilson, Geneva\nofficers",
        "place: Palais des Nations, Geneva\nofficers",
        "says Palais des Nations, Geneva",
    ),
    ("Chair: Ms. Halvorsen", "Chair: Ms. Nobody", "says Chair: Ms. Nobody"),
    ("- 1951 2053-11-24 15:00: no record", "- 1951 2053-11-24 15:00: record", "says meeting 1951 has a record"),
    ("- 1951 2053", "- 1956 2053-11-29 10:00: record\n- 1951 2053", "says meeting 1956 on 2053-11-29"),
]


@pytest.mark.parametrize(("old", "new", "expected"), DISAGREEMENTS)
def test_where_source_and_record_disagree_both_are_named(folder: Path, old: str, new: str, expected: str) -> None:
    change(folder / "session.md", old, new)
    told = findings(folder)
    assert told
    assert all("session.md:" in each for each in told)
    assert any(expected in each for each in told)


def test_a_record_that_cannot_be_read_names_its_line(folder: Path) -> None:
    change(folder / "1956.md", "issued: 2053-12-04", "issued: 4/12/53")
    with pytest.raises(PrecisError, match=r"1956\.md:7: issued: '4/12/53' is not a date"):
        gather(str(folder), ASSETS)


FAULTS = [
    ("held: 24/11/2053", "held: '24/11/2053' is not a range of days; write 2024-12-02 to 2024-12-13"),
    ("held: 2053-12-05 to 2053-11-24", "held: 2053-11-24 is before 2053-12-05"),
    ("officers: Ms. X", "officers: this is a list"),
    ("officers:\n- Ms. X", "officers: 'Ms. X' is not an officer; write Vice-Chair: Mr. Okonjo"),
    ("meetings:\n- first", "meetings: 'first' is not a meeting"),
    ("meetings:\n- 5: lost", "meetings: 'lost' is none of: record, partial record, no record, public, closed"),
    ("meetings:\n- 5-7: closed\n- 6: closed", "meetings: meeting 6 is listed twice"),
    ("next: 98", "next: the next session has lines of its own"),
    ("body: xyz", "body: 'xyz' is not a known treaty body"),
    ("meeting: 5", "meeting: is not a field; did you mean meetings?"),
]


@pytest.mark.parametrize(("line", "expected"), FAULTS, ids=[line.replace("\n", " ") for line, _ in FAULTS])
def test_faults_of_a_session_source(line: str, expected: str) -> None:
    with pytest.raises(PrecisError) as caught:
        read_session(f"---\ndocument: session\n{line}\n---\n", "session.md", ASSETS)
    assert expected in str(caught.value)
    assert str(caught.value).startswith("session.md:3: ")


def test_a_session_source_has_no_text() -> None:
    with pytest.raises(PrecisError, match=r"session\.md:4: a session's source has no text"):
        read_session("---\ndocument: session\n---\nSome words.\n", "session.md", ASSETS)


days = st.dates().flatmap(lambda first: st.dates(min_value=first).map(lambda last: Days(first, last)))
words = st.text("abcdefghij XYZ.,'é", min_size=1, max_size=12).map(str.strip).filter(bool)
numbers = st.integers(1, 900_000)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    starts = sorted(draw(st.sets(st.integers(1, 900), max_size=5)))
    meetings = []
    for start, following in zip(starts, [*starts, 1000][1:], strict=True):
        last = draw(st.integers(start, following - 1))
        date = draw(st.none() | st.dates())
        clock = draw(st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))) if date else None
        recording, access = draw(st.none() | st.sampled_from(Recording)), draw(st.none() | st.sampled_from(Access))
        subject = draw(words | st.just(""))
        meetings.append(ListedMeeting(MeetingRange(start, last), date, clock, recording, access, subject))
    officers = draw(st.lists(st.builds(Officer, words, words), max_size=3))
    following_session = st.builds(NextSession, st.none() | numbers, st.none() | days, st.just("") | words)
    following_session = following_session.filter(lambda each: each != NextSession())
    return Session(
        draw(st.none() | st.just("cmw")),
        draw(st.none() | numbers),
        draw(st.none() | days),
        draw(st.none() | words),
        tuple(officers),
        tuple(meetings),
        draw(st.none() | following_session),
        draw(st.booleans()),
    )


@given(sessions())
def test_a_session_reads_as_it_was_written(session: Session) -> None:
    faults = Faults()
    assert read_session(print_session(session), "s.md", ASSETS).session == session
    faults.check()
