"""A summary record: the facts of its cover, and its blocks.

Every cover field is optional, because real texts lose them; the writer of a document says which ones it needs.
What can be derived is not held: the meeting number is in the symbol, the contents are the headings, the notes
follow from coverage and gaps. A field that ends in `_as_printed` holds what a given record really printed where
that differs from what would be derived.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar, Literal

from precis.model.blocks import Block, Footnote, Heading, Paragraph
from precis.model.inline import Inlines
from precis.model.symbol import Symbol

__all__ = [
    "ONLINE",
    "Access",
    "Chair",
    "ContentsItem",
    "Coverage",
    "Held",
    "Line",
    "LineKind",
    "MeetingRange",
    "MeetingRanges",
    "Note",
    "Part",
    "Record",
    "duration",
    "usual_line",
]


ONLINE = "videoconference"
"""The place of a meeting that was held nowhere."""


class Coverage(StrEnum):
    """How much of the meeting the record covers."""

    FULL = "full"
    PARTIAL = "partial"


class Access(StrEnum):
    """Who could follow a part of a meeting."""

    PUBLIC = "public"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Part:
    """The part of the meeting that the record covers: "first (public)"; `which` is 1 or 2, or None: "public part"."""

    which: int | None
    access: Access

    def __str__(self) -> str:
        ordinal = {None: "", 1: "first ", 2: "second "}[self.which]
        return f"{ordinal}({self.access})"


@dataclass(frozen=True, slots=True)
class Held:
    """When the meeting was to begin. `zone` is printed after the time: "Central European Summer Time"."""

    date: dt.date
    time: dt.time | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Chair:
    """Who presided. `capacity` is printed in parentheses ("Vice-Chair"); `label` replaces "Chair" or "later"."""

    name: str
    capacity: str | None = None
    label: str | None = None

    FORM: ClassVar[str] = r"(?:(?P<label>[^:()]+):[ ]+)?(?P<name>[^(\s][^(]*?)(?:[ ]+\((?P<capacity>[\s\S]+)\))?"
    """The regular expression of a Chair."""

    @classmethod
    def parse(cls, text: str) -> Chair:
        """The Chair written as "Temporary Chair: Ms. Lee (Secretary)"; ValueError if it is none."""
        match = re.fullmatch(cls.FORM, text)
        if match is None:
            raise ValueError(f"'{text}' is not a Chair; write Ms. Diallo, or Mr. Taghizade (Vice-Chair)")
        return cls(match["name"], match["capacity"], match["label"])

    @property
    def named(self) -> str:
        """The name with the capacity: "Mr. Taghizade (Vice-Chair)"."""
        return f"{self.name} ({self.capacity})" if self.capacity else self.name

    def __str__(self) -> str:
        return f"{self.label}: {self.named}" if self.label else self.named


class LineKind(StrEnum):
    """Which of its forms an opening or closing line has (docs/conventions.md §2.8)."""

    MEETING = "meeting"
    DISCUSSION = "discussion"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Line:
    """The line that opens or closes the text: its time and its form.

    MEETING: "The meeting was called to order at …", "The meeting rose at …"; DISCUSSION: "The discussion covered
    in the summary record began at …"; PART: "The first part (public) of the meeting was called to order at …".
    """

    time: dt.time
    kind: LineKind


def usual_line(which: Literal["opening", "closing"], coverage: Coverage, part: Part | None) -> LineKind:
    """The form that an opening or closing line has when nothing else is said.

    Most partial records begin in the middle of a meeting and end with it, so they say when the discussion began and
    when the meeting rose (docs/conventions.md §2.8).
    """
    if part is not None:
        return LineKind.PART
    if coverage is Coverage.PARTIAL and which == "opening":
        return LineKind.DISCUSSION
    return LineKind.MEETING


_LONGEST = dt.timedelta(hours=12)


def duration(opened: dt.time, rose: dt.time) -> dt.timedelta | None:
    """How long a meeting lasted that was opened and rose at these hours; None if it cannot have risen then.

    Meetings in New York end after midnight: an hour before that of the opening is one of the next day, if the meeting
    then lasted less than twelve hours. So "5:30" for half past five in the afternoon is no such hour after "15:00": an
    hour of the afternoon in the figures of the morning always makes a meeting longer.
    """
    day = dt.date(2000, 1, 1)
    lasted = dt.datetime.combine(day, rose) - dt.datetime.combine(day, opened)
    if lasted > dt.timedelta(0):
        return lasted
    overnight = lasted + dt.timedelta(days=1)
    return overnight if overnight < _LONGEST else None


@dataclass(frozen=True, slots=True)
class MeetingRange:
    """Meetings `first` to `last`, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def __contains__(self, meeting: int) -> bool:
        return self.first <= meeting <= self.last


@dataclass(frozen=True, slots=True)
class MeetingRanges:
    """Meetings for which no summary record was issued: one range or more in ascending order, none in another."""

    ranges: tuple[MeetingRange, ...]

    @classmethod
    def of(cls, *ends: tuple[int, int]) -> MeetingRanges:
        """The ranges with these first and last meetings; ValueError if they do not ascend."""
        if not all(first <= last for first, last in ends) or any(a[1] >= b[0] for a, b in pairwise(ends)):
            raise ValueError("ranges of meetings ascend, and none is in another")
        return cls(tuple(MeetingRange(first, last) for first, last in ends))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of all the meetings, in order."""
        return tuple(number for each in self.ranges for number in range(each.first, each.last + 1))

    def __str__(self) -> str:
        return ", ".join(map(str, self.ranges))

    def __contains__(self, meeting: int) -> bool:
        return any(meeting in each for each in self.ranges)


@dataclass(frozen=True, slots=True)
class ContentsItem:
    """A line of the contents; `level` is 1 for an agenda item, 2 for what stands under it."""

    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Note:
    """A starred note of the cover, as printed."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Record:
    """The summary record of one meeting.

    `body` is the code of the treaty body ("cmw"), a file of templates/bodies. `language` and `original` are codes
    ("en"). `notes_as_printed` are in the order of their asterisks, without the asterisks: first the note of a
    partial record or part, then that of unrecorded meetings. `unrecorded` is what the second note speaks of.
    """

    symbol: Symbol | None = None
    meeting_as_printed: int | None = None
    body: str | None = None
    session: int | None = None
    coverage: Coverage = Coverage.FULL
    part: Part | None = None
    held: Held | None = None
    place: str | None = None
    chairs: tuple[Chair, ...] = ()
    issued: dt.date | None = None
    reissued: dt.date | None = None
    distribution: str = "general"
    language: str = "en"
    original: str | None = None
    job_number: str | None = None
    unrecorded: MeetingRanges | None = None
    other_part: Symbol | None = None
    opening: Line | None = None
    closing: Line | None = None
    sample: bool = False
    contents_as_printed: tuple[ContentsItem, ...] | None = None
    notes_as_printed: tuple[Note, ...] | None = None
    title_as_printed: Inlines | None = None
    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    @property
    def meeting(self) -> int | None:
        """The number of the meeting, which is in the symbol; that of the title where the symbol is not known."""
        return self.meeting_as_printed if self.symbol is None else self.symbol.meeting

    @property
    def covers_part(self) -> bool:
        """Whether it covers a part of the meeting, so that its title calls a note on the rest."""
        return self.part is not None or self.coverage is Coverage.PARTIAL

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the text, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text, numbered or not, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
