"""A session of a treaty body: what the records of its meetings do not say themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from precis.model.record import Access, MeetingRange

__all__ = ["Days", "ListedMeeting", "NextSession", "Officer", "Recording", "Session"]


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a session, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


class Recording(StrEnum):
    """Whether a meeting has a summary record, and of how much of it."""

    FULL = "record"
    PARTIAL = "partial record"
    NONE = "no record"


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer of the session: "Vice-Chair", "Mr. Okonjo"."""

    office: str
    name: str


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting of the session, or a range of meetings; `subject` is what was done there, in a few words."""

    numbers: MeetingRange
    date: dt.date | None = None
    time: dt.time | None = None
    recording: Recording | None = None
    access: Access | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session that comes next; each part may be unknown."""

    number: int | None = None
    days: Days | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """A session: body ("cmw"), number, days, place, officers, the meetings held, the next session."""

    body: str | None = None
    number: int | None = None
    days: Days | None = None
    place: str | None = None
    officers: tuple[Officer, ...] = ()
    meetings: tuple[ListedMeeting, ...] = ()
    following: NextSession | None = None
    sample: bool = False
