"""Rules that compare the covers of the records of a session: numbers, days, hours, Chairs, meetings without records."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from precis.checks.beside import Found, Named, sessions
from precis.checks.finders.person_names import usual_spellings
from precis.checks.rule import Rule
from precis.checks.telling import in_field
from precis.model import Held, Record
from precis.model.record import duration

__all__ = ["chairs", "days", "fields", "order", "overlap", "unrecorded"]


def fields(records: Sequence[Named], rule: Rule) -> Found:
    """The session of a record, where most of one body in one folder are of another."""
    folders: dict[tuple[str, str | None], list[Named]] = {}
    for each in records:
        if each.subject.record.session is not None:
            folders.setdefault((each.file.rpartition("/")[0], each.subject.record.body), []).append(each)
    for group in folders.values():
        counts = Counter(each.subject.record.session for each in group)
        usual, count = counts.most_common(1)[0]
        for each in group:
            session = each.subject.record.session
            if session != usual and count > len(group) / 2:
                yield each.file, in_field(rule, "session", str(session), fix=usual)


def order(records: Sequence[Named], rule: Rule) -> Found:
    """A meeting that is held before one of a lower number: on an earlier day, or at an earlier hour of the day."""
    for group in sessions(records):
        meetings = [
            (record.symbol.meeting, record.held, each.file)
            for each in group
            if (record := each.subject.record).symbol is not None and record.held is not None
        ]
        meetings.sort(key=lambda each: each[0])
        for (before, earlier, _), (meeting, held, file) in pairwise(meetings):
            if meeting != before and _is_before(held, earlier):
                values = {"date": _shown(held), "before": before, "earlier": _shown(earlier)}
                yield file, in_field(rule, "held", str(meeting), **values)


def _is_before(held: Held, other: Held) -> bool:
    if held.date != other.date or held.time is None or other.time is None:
        return held.date < other.date
    return held.time < other.time


def _shown(held: Held) -> str:
    return f"{held.date} {held.time:%H:%M}" if held.time is not None else str(held.date)


def overlap(records: Sequence[Named], rule: Rule) -> Found:
    """A meeting that begins before another one rose, which is of a lower number or began before it."""
    for group in sessions(records):
        held = [
            (_hours(record), record.meeting, each.file) for each in group if (record := each.subject.record).meeting
        ]
        meetings = sorted((hours, meeting, file) for hours, meeting, file in held if hours is not None)
        until: tuple[dt.datetime, int | None] = dt.datetime.min, None
        for (begins, rises), meeting, file in meetings:
            if begins < until[0] and meeting != until[1]:
                values = {"at": f"{begins:%Y-%m-%d %H:%M}", "other": until[1], "until": f"{until[0]:%H:%M}"}
                yield file, in_field(rule, "held", str(meeting), **values)
            until = max(until, (rises, meeting), key=lambda each: each[0])


def _hours(record: Record) -> tuple[dt.datetime, dt.datetime] | None:
    """When what is recorded of a meeting began and when it rose; a minute later, where that is not said."""
    held, opening, closing = record.held, record.opening, record.closing
    begins = opening.time if opening is not None else held.time if held is not None else None
    if held is None or begins is None:
        return None
    first = dt.datetime.combine(held.date, begins)
    lasted = duration(begins, closing.time) if closing is not None else None
    return first, first + (lasted or dt.timedelta(minutes=1))


def days(records: Sequence[Named], rule: Rule) -> Found:
    """A meeting on a day that is none of the session's, which the source of the session gives."""
    for each in records:
        held, session = each.subject.record.held, each.session
        if held is not None and session is not None and session.days is not None and held.date not in session.days:
            values = {"first": session.days.first, "last": session.days.last}
            yield each.file, in_field(rule, "held", str(held.date), **values)


def chairs(records: Sequence[Named], rule: Rule) -> Found:
    """A Chair whose name is spelled otherwise than in most records of the session, or than its source has it."""
    for group in sessions(records, least=1):
        officers = {officer.name for each in group if each.session is not None for officer in each.session.officers}
        counts = Counter(chair.name for each in group for chair in each.subject.record.chairs)
        # What the source of the session says outweighs all its records.
        counts.update(dict.fromkeys(officers, len(group) + 1))
        usual = _usual_names(counts)
        for each in group:
            for chair in each.subject.record.chairs:
                if chair.name in usual and chair.name not in officers:
                    yield each.file, in_field(rule, "chair", chair.name, fix=usual[chair.name])


def _usual_names(counts: Counter[str]) -> dict[str, str]:
    """For each name whose surname is a rarer spelling of another, or that has it with a rarer honorific: that one."""
    surnames: Counter[str] = Counter()
    usual_of: dict[str, str] = {}
    for name, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        honorific, _, surname = name.partition(" ")
        surnames[surname or honorific] += count
        usual_of.setdefault(surname or honorific, name)
    spellings = usual_spellings(surnames)
    found: dict[str, str] = {}
    for name in counts:
        surname = name.partition(" ")[2] or name
        best = usual_of[spellings.get(surname, surname)]
        if counts[best] > counts[name]:
            found[name] = best
    return found


def unrecorded(records: Sequence[Named], rule: Rule) -> Found:
    """A range of meetings without records that has the meeting of a record."""
    for group in sessions(records, apart=False):
        symbols = {symbol.meeting: str(symbol) for each in group if (symbol := each.subject.record.symbol)}
        for each in group:
            gap = each.subject.record.unrecorded
            if gap is None:
                continue
            for meetings in gap.ranges:
                known = next((symbols[number] for number in sorted(symbols) if number in meetings), None)
                if known is not None:
                    yield each.file, in_field(rule, "unrecorded", str(meetings), fix=known)
