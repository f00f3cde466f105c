"""The lines of a cover, and the two that open and close a text: each said here, for all who print, cite or read one.

A line that lacks something has a gap in its place. `Wording.gap` gives them; a document counts those it prints.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from precis.assets import Assets
from precis.language.wording import Wording, load_wording
from precis.model import (
    ONLINE,
    Access,
    Call,
    Chair,
    Coverage,
    Gap,
    Held,
    Inlines,
    LineKind,
    MeetingRanges,
    Part,
    Record,
    Symbol,
)

__all__ = [
    "chair_in_data",
    "chair_label",
    "chair_name",
    "end_line",
    "gap_note",
    "held_line",
    "held_value",
    "in_parentheses",
    "job_line",
    "label_of_its_own",
    "name_and_state",
    "notes_of",
    "reissue_note",
    "title_line",
    "usual_notes",
    "with_offices",
]

_TWO_IN_PARENTHESES = re.compile(r"\s*[)）]\s*[(（]")

Lacking = Callable[[str], Gap]
"""Gives the gap that stands for a field that is not known."""


def title_line(
    wording: Wording, meeting: int | None, coverage: Coverage, part: Part | None, note: Call | None, gap: Call | None
) -> Inlines:
    """The title, with the calls of its notes: the part recorded, the meetings before (docs/conventions.md §2.2)."""
    if part is None:
        formula = "title" if coverage is Coverage.FULL else "title_partial"
        return wording.say(formula, meeting=meeting, note=note, gap=gap)
    formula = "title_part" if part.which else "title_public_part"
    return wording.say(formula, meeting=meeting, note=note, gap=gap, part=part.which, access=part.access)


def held_line(
    wording: Wording,
    held: Held | None,
    place: str | None,
    part: Part | None,
    lacking: Lacking,
    weekday: int | None = None,
) -> Inlines:
    """Where and when the meeting was held (docs/conventions.md §2.3); `weekday` is said in place of the date's own.

    Behind the title of a `part`, the line may agree with that.
    """
    time = held.time if held else None
    if weekday is None and held is not None:
        weekday = held.date.weekday()
    formula = "held_online" if place == ONLINE else "held"
    return wording.say(
        wording.of_part(formula) if part else formula,
        place=place or lacking("place"),
        weekday=wording.gap("weekday") if weekday is None else weekday,
        date=held.date if held else lacking("date"),
        time=lacking("time") if time is None else time,
        zone=held.zone or "" if held else "",
    )


def held_value(wording: Wording, held: Held) -> Inlines:
    """When the meeting was held, as the line of the cover says it, without the place."""
    if held.time is None:
        return wording.date(held.date)
    slots = {"weekday": held.date.weekday(), "date": held.date, "time": held.time, "zone": held.zone or ""}
    return wording.say("held_value", **slots)


def chair_label(wording: Wording, chair: Chair, *, later: bool) -> str:
    """What stands before a name: "Chair:", "later:" or a label of its own (docs/conventions.md §2.4)."""
    return label_of_its_own(wording, chair) or wording.label("later" if later else "chair", of=chair.name)


def label_of_its_own(wording: Wording, chair: Chair) -> str:
    """The label that a Chair has in the place of the usual one, with its colon; empty if none."""
    return "" if chair.label is None else wording.office(chair.label, of=chair.name) + wording.labels["colon"]


def chair_name(wording: Wording, chair: Chair) -> str:
    """The name of a Chair with the capacity, in the words of the language: "Mme Diallo (Vice-Présidente)"."""
    name = wording.person(chair.name)
    if not chair.capacity:
        return name
    return wording.labels["capacity"].format(name=name, office=wording.office(chair.capacity, of=chair.name))


def name_and_state(wording: Wording, chair: Chair) -> tuple[str, str]:
    """The name of a Chair with the office, and in parentheses the State that the Chair is of; empty if none is said."""
    office, comma, state = (chair.capacity or "").partition(", ")
    if not comma and office not in wording.offices:
        office, state = "", office
    if not state:
        return chair_name(wording, chair), ""
    form = wording.labels["capacity"]
    return chair_name(wording, replace(chair, capacity=office or None)), form.format(name="", office=state).strip()


def in_parentheses(words: str, wording: Wording) -> str:
    """What documents say of a Chair, as sources write it: with the office and the State in one pair of parentheses,
    those of Latin scripts.
    """
    words = _TWO_IN_PARENTHESES.sub(", ", words)
    found = _with_capacity(wording.labels["capacity"]).fullmatch(words)
    return words if found is None else f"{found['name']} ({found['office']})"


@lru_cache(maxsize=8)
def _with_capacity(form: str) -> re.Pattern[str]:
    return re.compile(re.escape(form).replace(r"\{name\}", "(?P<name>.+?)").replace(r"\{office\}", "(?P<office>.+)"))


def chair_in_data(wording: Wording, chair: Chair) -> Chair:
    """The Chair with the names that offices have in the data: "Mme Diallo (Vice-Présidente)" is a Vice-Chair."""
    capacity, label = (words and wording.office_of(words, of=chair.name) for words in (chair.capacity, chair.label))
    return replace(chair, capacity=capacity, label=label)


def with_offices(record: Record, assets: Assets) -> Record:
    """The record with its Chairs as in the data, whose offices a source may have in the words of its language."""
    if not any(chair.capacity or chair.label for chair in record.chairs):
        return record
    wording = load_wording(record.language, assets)
    return replace(record, chairs=tuple(chair_in_data(wording, chair) for chair in record.chairs))


def notes_of(record: Record, wording: Wording) -> tuple[Inlines, ...]:
    """The notes that the title calls, in order (docs/conventions.md §2.6): as printed, or the usual ones."""
    if record.notes_as_printed is not None:
        return tuple(note.inlines for note in record.notes_as_printed)
    return usual_notes(wording, record.coverage, record.part, record.other_part, record.unrecorded)


def usual_notes(
    wording: Wording,
    coverage: Coverage | None,
    part: Part | None,
    other_part: Symbol | None,
    unrecorded: MeetingRanges | None,
) -> tuple[Inlines, ...]:
    """The notes of a title in order, in the words of the house: of the part recorded, of the meetings before it."""
    texts: list[Inlines] = []
    if part is not None:
        texts.append(_note_of_other_part(wording, part, other_part))
    elif coverage is Coverage.PARTIAL:
        texts.append(wording.say("rest_unrecorded"))
    if unrecorded is not None:
        texts.append(gap_note(wording, unrecorded))
    return tuple(texts)


def gap_note(wording: Wording, unrecorded: MeetingRanges) -> Inlines:
    """The note of the meetings without a record (docs/conventions.md §2.6)."""
    first = unrecorded.ranges[0].first
    if first == unrecorded.ranges[-1].last:
        return wording.say("unrecorded_one", meeting=first)
    return wording.say("unrecorded", meetings=unrecorded)


def _note_of_other_part(wording: Wording, part: Part, symbol: Symbol | None) -> Inlines:
    access = Access.CLOSED if part.access is Access.PUBLIC else Access.PUBLIC
    which = "part" if part.which else "closed_part"
    other = 3 - part.which if part.which else None
    if symbol is None:
        return wording.say(f"no_other_{which}", access=access, part=other)
    return wording.say(f"other_{which}", symbol=str(symbol), access=access, part=other)


def reissue_note(wording: Wording, on: dt.date) -> Inlines:
    """The note that the asterisk of a symbol calls, of a record reissued on a day."""
    return wording.say("reissued", date=on)


def job_line(wording: Wording, number: str) -> str:
    """The job number, two blanks that must not be folded, and the language (docs/conventions.md §1.5)."""
    return f"{number}\u00a0\u00a0{wording.labels['job_language']}"


def end_line(
    wording: Wording, which: Literal["opening", "closing"], time: dt.time | Gap, kind: LineKind, part: Part | None
) -> Inlines:
    """The line that opens or closes the text (docs/conventions.md §2.8); one of a part only where there is a part."""
    if kind is LineKind.PART and part is not None:
        name = "part" if part.which else "public_part"
        return wording.say(f"{name}_{which}", time=time, part=part.which, access=part.access)
    name = "discussion" if kind is LineKind.DISCUSSION else "meeting"
    return wording.say(f"{name}_{which}", time=time)
