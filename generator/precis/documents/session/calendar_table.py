"""The calendar of a session: a table of days, with what was held in the morning and in the afternoon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from precis.documents.session.columns import bold
from precis.documents.session.desk import Desk
from precis.documents.session.paper import Look, Place, Section
from precis.documents.session.speech import capitalized
from precis.facts.fact import SessionMark
from precis.facts.session import ABSENT, RECORDED, UNRECORDED, Meeting
from precis.model import Inlines, Run, Table

__all__ = ["calendar_section"]

_NOON = dt.time(13)
"""A meeting that begins before this is held in the morning."""
_WEEKEND = 5


def calendar_section(desk: Desk) -> Section | None:
    """The calendar with its legend; None if the days of no meeting are known."""
    dated = [meeting for meeting in desk.meetings if meeting.date is not None]
    if not dated:
        return None
    words = desk.words
    rows: list[tuple[Inlines, ...]] = []
    month = None
    for day in _days(dated):
        if (day.year, day.month) != month:
            month = (day.year, day.month)
            rows.append((bold(capitalized(words.month(day))), (), ()))
        own = [meeting for meeting in dated if meeting.date == day]
        morning = [meeting for meeting in own if meeting.time is None or meeting.time < _NOON]
        afternoon = [meeting for meeting in own if meeting not in morning]
        weekday = words.data["calendar"]["weekdays"][day.weekday()]
        named: Inlines = (Run(words.text("day", name=weekday, day=str(day.day))),)
        halves = zip_longest(morning, afternoon) if own else [(None, None)]
        for number, (early, late) in enumerate(halves):
            rows.append((() if number else named, _cell(early, desk), _cell(late, desk)))
    table = Table(words.columns("calendar"), tuple(rows))
    return Section(Look.CALENDAR, (table, *_legend(dated, desk)), words.title("calendar"), place=Place.SIDE)


def _days(meetings: Sequence[Meeting]) -> Iterator[dt.date]:
    """The working days from the first meeting to the last, and those of a weekend on which one was held."""
    held = {meeting.date for meeting in meetings if meeting.date is not None}
    day = min(held)
    while day <= max(held):
        if day.weekday() < _WEEKEND or day in held:
            yield day
        day += dt.timedelta(days=1)


def _cell(meeting: Meeting | None, desk: Desk) -> Inlines:
    """What a half-day held: the number in bold and a word; of a meeting without a record all in italics."""
    if meeting is None:
        return ()
    number, labels = str(meeting.numbers), desk.words.data["labels"]
    if meeting.status == UNRECORDED:
        return (Run(f"{number} {labels['closed' if meeting.access == 'closed' else 'no_record']}", italic=True),)
    if meeting.status == ABSENT:
        return (Run(f"{number} {labels['not_here']}", italic=True),)
    if meeting.status == RECORDED:
        return Run(number, bold=True), Run(f" {_what(meeting, desk)}")
    return Run(number, bold=True), Run(" "), Run(labels["in_part"], italic=True)


def _what(meeting: Meeting, desk: Desk) -> str:
    """One word for what was done at a meeting."""
    data = desk.words.data["calendar"]
    states = [desk.state(dialogue.state).name for dialogue in desk.facts.dialogues if meeting.label in dialogue.labels]
    if states:
        return states[0]
    marks = [fact for fact in desk.record(meeting.label).facts if isinstance(fact, SessionMark)]
    if marks:
        return str(data["opening" if marks[0].act == "opened" else "closing"])
    return desk.words.called(meeting.items)


def _legend(meetings: Sequence[Meeting], desk: Desk) -> Iterator[Table]:
    """What the looks of the cells say, of kinds that occur."""
    labels = desk.words.data["labels"]
    rows: list[tuple[Inlines, ...]] = []
    kinds = (
        (lambda each: each.status == RECORDED, lambda number: (Run(number, bold=True),), "summary_record"),
        (
            lambda each: each.status not in (RECORDED, UNRECORDED, ABSENT),
            lambda number: (Run(number, bold=True), Run(" "), Run(labels["in_part"], italic=True)),
            "recorded_in_part",
        ),
        (
            lambda each: each.status == UNRECORDED and each.access == "closed",
            lambda number: (Run(number, italic=True),),
            "closed_no_record",
        ),
        (
            lambda each: each.status == UNRECORDED and each.access != "closed",
            lambda number: (Run(number, italic=True),),
            "no_record_of",
        ),
        (lambda each: each.status == ABSENT, lambda number: (Run(number, italic=True),), "not_here_of"),
    )
    for fits, shown, name in kinds:
        found = next((meeting for meeting in meetings if fits(meeting)), None)
        if found is not None:
            rows.append((shown(str(found.numbers)), (Run(labels[name]),)))
    if len(rows) > 1:
        yield Table(((), ()), tuple(rows))
