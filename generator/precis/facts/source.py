"""A session's source beside its records: what it is cited for, and where the two disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.fact import Reference
from precis.model import Coverage, FileSpan, Finding, ListedMeeting, Record, Recording
from precis.source.session import SessionSource
from precis.source.values import show_time

__all__ = ["SOURCE", "disagreements", "reference_of", "words_of"]

SOURCE = "session source"
"""How references name the session's source."""

Given = tuple[str, Record]


def words_of(source: SessionSource, key: str, listed: ListedMeeting | None = None) -> str:
    """What the source says under a field, in words that a reference can quote."""
    session = source.session
    if listed is not None:
        parts = (str(listed.date or ""), show_time(listed.time) if listed.time else "", listed.recording or "")
        said = ", ".join(filter(None, (*parts, listed.access or "", listed.subject)))
        return f"{key}: {listed.numbers}: {said}"
    if key == "next" and session.following:
        following = session.following
        days = f"{following.days.first} to {following.days.last}" if following.days else ""
        return f"next: {', '.join(filter(None, (str(following.number or ''), days, following.place)))}"
    if key == "held" and session.days:
        return f"held: {session.days.first} to {session.days.last}"
    if key == "officers":
        return f"officers: {', '.join(f'{each.office}: {each.name}' for each in session.officers)}"
    return f"{key}: {getattr(session, key)}"


def reference_of(source: SessionSource, key: str, listed: ListedMeeting | None = None) -> Reference:
    """A reference to a field of the source."""
    return Reference(SOURCE, None, 0, words_of(source, key, listed), "source")


def disagreements(source: SessionSource, given: Sequence[Given]) -> Iterator[Finding]:
    """Where the source says one thing and a record another; each finding names both places."""
    for file, record in given:
        for field, ours, theirs in _differences(source, record):
            where = f"{source.file}:{source.lines.get(field, 1)}"
            reason = f"{where} says {ours}; put right the one that is wrong"
            yield Finding("source-differs", FileSpan(file), field, reason, old=theirs)


def _differences(source: SessionSource, record: Record) -> Iterator[tuple[str, str, str]]:
    session = source.session
    if session.place and record.place and session.place != record.place:
        yield "place", session.place, record.place
    presiding = next((chair for chair in record.chairs if not chair.capacity and not chair.label), None)
    chairs = [officer.name for officer in session.officers if officer.office == "Chair"]
    if presiding and chairs and presiding.name not in chairs:
        yield "officers", f"Chair: {', '.join(chairs)}", f"Chair: {presiding.name}"
    for listed in session.meetings:
        if record.meeting is not None and record.meeting in listed.numbers:
            yield from _of_meeting(listed, record)
        gap = record.unrecorded
        if gap and listed.recording not in (None, Recording.NONE) and listed.numbers.first in gap:
            yield "meetings", f"meeting {listed.numbers} has a {listed.recording}", f"no record of meetings {gap}"


def _of_meeting(listed: ListedMeeting, record: Record) -> Iterator[tuple[str, str, str]]:
    own = Recording.PARTIAL if record.coverage is Coverage.PARTIAL else Recording.FULL
    if listed.recording not in (None, own):
        yield "meetings", f"meeting {listed.numbers}: {listed.recording}", f"{own} of meeting {record.meeting}"
    if listed.date and record.held and listed.date != record.held.date:
        yield "meetings", f"meeting {listed.numbers} on {listed.date}", str(record.held.date)
    if listed.time and record.held and record.held.time and listed.time != record.held.time:
        yield "meetings", f"meeting {listed.numbers} at {listed.time:%H:%M}", f"{record.held.time:%H:%M}"
    if listed.access and record.part and listed.access is not record.part.access:
        yield "meetings", f"meeting {listed.numbers}: {listed.access}", str(record.part)
