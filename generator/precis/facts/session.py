"""A session from its records and, where there is one, its source: the meetings, the facts, and where two disagree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from operator import itemgetter
from typing import Any, TypeVar

from precis.assets import Assets
from precis.facts.cover import held_line, note_of_gap
from precis.facts.exchange import KeepPairs, StateDialogue, state_dialogues
from precis.facts.fact import Fact, Reference
from precis.facts.group import GivenRecord, main_session, no_record_of, sorted_out
from precis.facts.record import RecordFacts, facts_of
from precis.facts.source import disagreements, reference_of
from precis.language.bodies import bodies
from precis.model import Coverage, FileSpan, Finding, MeetingRange, Record, Session
from precis.proceedings import Item
from precis.source.session import SessionSource

__all__ = ["GivenRecord", "Meeting", "SessionFacts", "session_facts"]

Kind = TypeVar("Kind", bound=Fact)

RECORDED, PARTIAL, PART, UNRECORDED, ABSENT = (
    "record",
    "partial record",
    "record of a part",
    "without record",
    "record not here",
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the session, or several without records. `basis` is where the records or the source say so.

    `status` is one of RECORDED, PARTIAL, PART, UNRECORDED and ABSENT: nothing says whether an absent one has a record.
    """

    numbers: MeetingRange
    status: str
    basis: tuple[Reference, ...]
    date: dt.date | None = None
    time: dt.time | None = None
    access: str = ""
    items: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    label: str = ""
    paragraphs: int = 0

    @property
    def count(self) -> int:
        """How many meetings these are."""
        return self.numbers.last - self.numbers.first + 1


@dataclass(frozen=True)
class SessionFacts:
    """What is known of a session. `others` are records of the folder that are not of it, each with its finding."""

    number: int | None
    body: str | None
    records: tuple[RecordFacts, ...]
    meetings: tuple[Meeting, ...]
    source: SessionSource | None
    others: tuple[GivenRecord, ...]
    findings: tuple[Finding, ...]
    dialogues: tuple[StateDialogue, ...] = ()

    @property
    def session(self) -> Session:
        """What the session's source says; an empty one where there is none."""
        return self.source.session if self.source else Session()

    @property
    def facts(self) -> Iterator[Fact]:
        """All facts, in the order of the meetings."""
        for record in self.records:
            yield from record.facts

    def of(self, kind: type[Kind] | tuple[type[Kind], ...]) -> Sequence[Kind]:
        """The facts of a kind, or of several, in the order of the meetings."""
        if kind not in self._found:
            found = [each for own, facts in self._by_type.items() if issubclass(own, kind) for each in facts]
            self._found[kind] = [fact for _, fact in sorted(found, key=itemgetter(0))]
        return self._found[kind]

    @cached_property
    def _found(self) -> dict[object, list[Any]]:
        """The facts of the kinds that were asked for."""
        return {}

    @cached_property
    def _by_type(self) -> dict[type, list[tuple[int, Any]]]:
        """The facts of each type, with their places among all: most are moves, and are not looked through for each."""
        out: dict[type, list[tuple[int, Any]]] = {}
        for place, fact in enumerate(self.facts):
            out.setdefault(type(fact), []).append((place, fact))
        return out

    @cached_property
    def first_day(self) -> dt.date | None:
        """The first day of the session, as the source has it, or else of the first meeting."""
        return self.session.days.first if self.session.days else min(self._days(), default=None)

    @cached_property
    def last_day(self) -> dt.date | None:
        """The last day of the session, as the source has it, or else of the last meeting."""
        return self.session.days.last if self.session.days else max(self._days(), default=None)

    def _days(self) -> list[dt.date]:
        return [meeting.date for meeting in self.meetings if meeting.date]

    @property
    def sample(self) -> bool:
        """Whether anything of it is a sample."""
        return self.session.sample or any(record.record.sample for record in self.records)


def session_facts(
    given: Sequence[GivenRecord], source: SessionSource | None, assets: Assets, keep: KeepPairs | None = None
) -> SessionFacts:
    """The session of the records given, in the order of their meetings. `keep` is asked for the pairs of dialogues.

    Records of another session or body, and the second of two with one symbol, are set aside, each with a finding.
    """
    findings: list[Finding] = []
    ordered = sorted(given, key=lambda each: (each.record.meeting or 0, each.file))
    known = {each.series: each.code for each in bodies(assets)}
    number, body = main_session(ordered, source, known)
    kept, others = sorted_out(ordered, number, body, known, findings)
    if not kept and given:
        raise no_record_of(number, body, given, source)
    records = tuple(each.facts or facts_of(each.record, assets, each.file, computed=each.computed) for each in kept)
    meetings = _meetings(kept, records, source, assets)
    findings.extend(_outside(kept, source))
    findings.extend(finding for record in records for finding in record.findings)
    if source is not None:
        findings.extend(disagreements(source, [(each.file, each.record) for each in kept]))
    return SessionFacts(
        number, body, records, meetings, source, tuple(others), tuple(findings), tuple(state_dialogues(records, keep))
    )


def _outside(kept: Sequence[GivenRecord], source: SessionSource | None) -> Iterator[Finding]:
    days = source.session.days if source else None
    if source is None or days is None:
        return
    for each in kept:
        held = each.record.held
        if held is not None and held.date not in days:
            where = f"{source.file}:{source.lines.get('held', 1)}"
            reason = f"the meeting was held outside the session, which {where} has from {days.first} to {days.last}"
            yield Finding("outside-session", FileSpan(each.file), "held", reason, old=str(held.date))


def _meetings(
    kept: Sequence[GivenRecord], records: Sequence[RecordFacts], source: SessionSource | None, assets: Assets
) -> tuple[Meeting, ...]:
    """Every meeting: those with a record, those that records or the source tell of, and the gaps between them."""
    meetings: list[Meeting] = []
    for given, facts in zip(kept, records, strict=True):
        meetings.append(_recorded(given.record, facts, assets))
    covered = {n for each in meetings for n in range(each.numbers.first, each.numbers.last + 1)}
    for given, facts in zip(kept, records, strict=True):
        meetings.extend(_unrecorded(given.record, facts.label, covered, assets))
    if source is not None:
        _add_listed(meetings, source, covered)
    meetings.sort(key=lambda each: each.numbers.first)
    return tuple(_with_gaps(meetings))


def _recorded(record: Record, facts: RecordFacts, assets: Assets) -> Meeting:
    number = record.meeting or 0
    status = PART if record.part else PARTIAL if record.coverage is Coverage.PARTIAL else RECORDED
    basis = Reference(facts.label, None, 0, held_line(record, assets), "cover")
    return Meeting(
        MeetingRange(number, number),
        status,
        (basis,) if basis.words else (),
        record.held.date if record.held else None,
        record.held.time if record.held else None,
        str(record.part.access) if record.part else "public",
        tuple(_items(facts.proceedings.items)),
        tuple(chair.name for chair in record.chairs),
        facts.label,
        len([paragraph for paragraph in record.paragraphs if paragraph.number is not None]),
    )


def _items(items: Sequence[Item]) -> Iterator[str]:
    """The agenda items; for the consideration of reports, the reports."""
    for item, after in zip_longest(items, items[1:]):
        if (item.level == 1 and not (after is not None and after.level == 2)) or item.level == 2:
            yield item.listed


def _unrecorded(record: Record, label: str, covered: set[int], assets: Assets) -> Iterator[Meeting]:
    gap = record.unrecorded
    if gap is None:
        return
    words = note_of_gap(record, assets)
    basis = Reference(label, None, 0, words, "cover")
    for run in _runs(number for number in gap.numbers if number not in covered):
        covered.update(range(run.first, run.last + 1))
        yield Meeting(run, UNRECORDED, (basis,))


def _runs(numbers: Iterable[int]) -> Iterator[MeetingRange]:
    """The numbers as ranges without gaps."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield MeetingRange(run[0], run[-1])
            run = []
        run.append(number)
    if run:
        yield MeetingRange(run[0], run[-1])


def _add_listed(meetings: list[Meeting], source: SessionSource, covered: set[int]) -> None:
    """Add what the source lists: the day and subject of meetings without records, and meetings records do not name."""
    for listed in source.session.meetings:
        numbers = range(listed.numbers.first, listed.numbers.last + 1)
        basis = reference_of(source, "meetings", listed)
        for meeting in list(meetings):
            inside = [n for n in numbers if meeting.numbers.first <= n <= meeting.numbers.last]
            if not inside or meeting.label:
                continue
            meetings.remove(meeting)
            left = _runs(n for n in range(meeting.numbers.first, meeting.numbers.last + 1) if n not in inside)
            meetings.extend(replace(meeting, numbers=run) for run in left)
            meetings.append(
                Meeting(
                    MeetingRange(inside[0], inside[-1]),
                    meeting.status,
                    (*meeting.basis, basis),
                    listed.date,
                    listed.time,
                    str(listed.access or ""),
                    (listed.subject,) if listed.subject else (),
                )
            )
        status = UNRECORDED if listed.recording == "no record" else ABSENT
        for run in _runs(n for n in numbers if n not in covered):
            covered.update(range(run.first, run.last + 1))
            items = (listed.subject,) if listed.subject else ()
            access = str(listed.access or "")
            meetings.append(Meeting(run, status, (basis,), listed.date, listed.time, access, items))


def _with_gaps(meetings: Sequence[Meeting]) -> Iterator[Meeting]:
    """The meetings, and between them those of which nothing here tells."""
    last: int | None = None
    for meeting in meetings:
        first = meeting.numbers.first
        if last is not None and first and first > last + 1:
            yield Meeting(MeetingRange(last + 1, first - 1), ABSENT, ())
        yield meeting
        last = meeting.numbers.last or last
