"""A session's source, `document: session`: read into a session, and written from one.

Its fields are in one table, as those of a record are (`fields`); it has no text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from precis.assets import Assets
from precis.model import (
    Access,
    Days,
    Faults,
    ListedMeeting,
    NextSession,
    Officer,
    Recording,
    Session,
)
from precis.source import values as common
from precis.source.consistency import unknown_body
from precis.source.field import FIGURES, FLAG, STRING, Field, typed_values
from precis.source.front import check_keys, print_front, split_front
from precis.source.kinds import SESSION, Form, check_document, kinds
from precis.source.lengths import check_lengths

__all__ = ["FIELDS", "SessionSource", "print_session", "read_session"]

_DAYS = r"(\d{4}-\d{2}-\d{2})[ ]+to[ ]+(\d{4}-\d{2}-\d{2})"
_MEETING = re.compile(
    r"(?P<numbers>\d+(?:[ ]*[-–][ ]*\d+)?)(?:,?[ ]+(?P<date>\d{4}-\d{2}-\d{2})(?:[ ]+(?P<time>\d{1,2}:\d{2}))?)?"
)


_NAMED = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": STRING}


@dataclass(frozen=True, slots=True)
class SessionSource:
    """A session and the line of each field of its source, counted in the file."""

    session: Session
    file: str
    lines: Mapping[str, int]


def _days(value: Any) -> Days:
    text = common.read_text(value)
    match = re.fullmatch(_DAYS, text)
    if match is None:
        raise ValueError(f"'{text}' is not a range of days; write 2024-12-02 to 2024-12-13")
    days = Days(common.read_date(match[1]), common.read_date(match[2]))
    if days.last < days.first:
        raise ValueError(f"{days.last} is before {days.first}; write the first day first")
    return days


def _entries(value: Any) -> Iterator[tuple[str, str]]:
    """The entries of a list of "name: value", each a mapping of one in YAML."""
    if not isinstance(value, list):
        raise ValueError("this is a list; write each entry on a line of its own after '- '")
    for entry in value:
        if isinstance(entry, dict) and len(entry) == 1:
            ((key, inner),) = entry.items()
            yield key.strip(), common.read_text(inner)
        else:
            yield common.read_text(entry), ""


def _officers(value: Any) -> tuple[Officer, ...]:
    officers = []
    for office, name in _entries(value):
        if not name:
            raise ValueError(f"'{office}' is not an officer; write Vice-Chair: Mr. Okonjo")
        officers.append(Officer(office, name))
    return tuple(officers)


def _meetings(value: Any) -> tuple[ListedMeeting, ...]:
    meetings = [_meeting(head, rest) for head, rest in _entries(value)]
    seen: set[int] = set()
    for meeting in meetings:
        numbers = range(meeting.numbers.first, meeting.numbers.last + 1)
        if twice := seen.intersection(numbers):
            raise ValueError(f"meeting {min(twice)} is listed twice; list each meeting once")
        seen.update(numbers)
    return tuple(sorted(meetings, key=lambda meeting: meeting.numbers.first))


def _meeting(head: str, rest: str) -> ListedMeeting:
    match = _MEETING.fullmatch(head)
    if match is None:
        raise ValueError(f"'{head}' is not a meeting; write 1950, 1951-1953, or 1950 2053-11-24 10:00")
    said, _, subject = rest.partition(";")
    recording: Recording | None = None
    access: Access | None = None
    for word in filter(None, (part.strip() for part in said.split(","))):
        if word in set(Recording):
            recording = Recording(word)
        elif word in set(Access):
            access = Access(word)
        else:
            known = ", ".join((*Recording, *Access))
            raise ValueError(f"'{word}' is none of: {known}; write what was done there after a semicolon")
    return ListedMeeting(
        common.read_range(match["numbers"]),
        common.read_date(match["date"]) if match["date"] else None,
        common.read_time(match["time"]) if match["time"] else None,
        recording,
        access,
        subject.strip(),
    )


def _show_meeting(meeting: ListedMeeting) -> Any:
    date = f" {meeting.date}" if meeting.date else ""
    time = f" {common.show_time(meeting.time)}" if meeting.time else ""
    said = ", ".join(filter(None, (meeting.recording, meeting.access)))
    value = f"{said}{'; ' if meeting.subject else ''}{meeting.subject}".strip()
    head = f"{meeting.numbers}{date}{time}"
    return {head: value} if value else head


def _following(value: Any) -> NextSession:
    if not isinstance(value, dict):
        raise ValueError("the next session has lines of its own: session, held, place; write each below 'next:'")
    unknown = set(value) - {"session", "held", "place"}
    if unknown:
        raise ValueError(f"'{min(unknown)}' is none of: session, held, place")
    return NextSession(
        common.read_number(value["session"]) if "session" in value else None,
        _days(value["held"]) if "held" in value else None,
        common.read_text(value["place"]) if "place" in value else "",
    )


def _show_following(following: NextSession) -> dict[str, str]:
    shown = {"session": following.number, "held": following.days and _show_days(following.days)}
    return {key: str(value) for key, value in (*shown.items(), ("place", following.place)) if value}


def _show_days(days: Days) -> str:
    return f"{days.first} to {days.last}"


FIELDS: tuple[Field, ...] = (
    Field("body", "the treaty body: cmw", common.read_text, str, STRING),
    Field("session", "the number of the session, 97", common.read_number, str, FIGURES),
    Field("held", "its first and its last day: 2053-11-24 to 2053-12-05", _days, _show_days, STRING),
    Field("place", "where it was held: Palais Wilson, Geneva", common.read_text, str, STRING),
    Field(
        "officers",
        "who held which office, each as office: name",
        _officers,
        lambda officers: [{each.office: each.name} for each in officers],
        {"type": "array", "items": _NAMED},
    ),
    Field(
        "meetings",
        "the meetings, each once: a number or a range, date and time, and what is known of its record",
        _meetings,
        lambda meetings: [_show_meeting(each) for each in meetings],
        {"type": "array", "items": {"anyOf": [FIGURES, STRING, _NAMED]}},
    ),
    Field(
        "next",
        "the session that comes next: session, held and place, each if known",
        _following,
        _show_following,
        {
            "type": "object",
            "properties": {"session": FIGURES, "held": STRING, "place": STRING},
            "additionalProperties": False,
        },
    ),
    Field("sample", "true for a session that is not of the United Nations", common.read_flag, lambda _: "true", FLAG),
)
"""The fields of a session's source."""

_NAMES = {"session": "number", "held": "days", "next": "following"}
"""The fields whose key and name in the model differ."""


def read_session(text: str, file: str, assets: Assets) -> SessionSource:
    """The session of a source. Raises PrecisError with all that is wrong in it, each with its line."""
    faults = Faults(file, text)
    check_lengths(text, faults)
    front, rest, line = split_front(text, faults)
    check_document(front, faults, Form.SESSION, known=kinds(assets))
    check_keys(front, ["document", *(field.key for field in FIELDS)], faults)
    typed = typed_values(front, FIELDS, faults)
    values = {_NAMES.get(key, key): value for key, value in typed.items()}
    if rest.strip():
        message = "a session's source has no text below its front matter; what was said stands in the records"
        faults.add("session-text", message, line)
    for misfit in unknown_body(values.get("body"), assets):
        faults.add("field-value", str(misfit), front.lines.get("body"), "body")
    faults.check()
    return SessionSource(Session(**values), file, front.lines)


def print_session(session: Session) -> str:
    """The source that reads as `session`."""
    usual = Session()
    values: dict[str, Any] = {}
    for field in FIELDS:
        value = getattr(session, _NAMES.get(field.key, field.key))
        if value != getattr(usual, _NAMES.get(field.key, field.key)):
            values[field.key] = field.show(value)
    return print_front({"document": SESSION, **values})
