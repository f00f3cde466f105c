"""The values that fields hold: each read from text, with a ValueError that says what was found and what to write."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from precis.model import ONLINE, MeetingRange, MeetingRanges, Symbol
from precis.model.characters import UNPRINTABLE, character_name

__all__ = [
    "RANGE",
    "RANGES",
    "choice",
    "read_date",
    "read_flag",
    "read_job_number",
    "read_number",
    "read_place",
    "read_range",
    "read_ranges",
    "read_symbol",
    "read_text",
    "read_time",
    "show_time",
]


RANGE = r"([1-9][0-9]{0,5})(?:[ ]*[-–][ ]*([1-9][0-9]{0,5}))?"
"""A range of meetings: the first and, after a dash, the last."""

RANGES = rf"{RANGE}(?:[ ]*,[ ]*{RANGE})*"
"""Ranges of meetings, set apart by commas."""


def read_text(value: Any) -> str:
    """The text of a field, without the blanks at its ends."""
    if isinstance(value, dict):
        raise ValueError("fields stand where one text is wanted; put a text that holds a colon in quotes")
    if isinstance(value, list):
        raise ValueError("a list stands where one text is wanted")
    collapsed = "" if value is None else value.strip()
    if not collapsed:
        raise ValueError("nothing stands here; write the value, or leave the line out")
    if (found := UNPRINTABLE.search(collapsed)) is not None:
        raise ValueError(f"the character {character_name(found[0])}, which no document can hold, is in it; take it out")
    return collapsed


_ONLINE = ("online", "virtual", "virtually", "via videoconference", "by videoconference", "video conference")
_NOWHERE = ("hybrid", "in person and online")


def read_place(value: Any) -> str:
    """Where a meeting was held. A meeting online was held nowhere, and one that was also online in a room."""
    text = read_text(value)
    if text.lower() in _ONLINE:
        return ONLINE
    if text.lower() in _NOWHERE:
        raise ValueError(f"'{text}' is no place of a meeting; write the building and the town: Palais Wilson, Geneva")
    return text


def read_job_number(value: Any) -> str:
    """A job number: GE.24-00000. The letter of the language behind it is printed by itself."""
    text = read_text(value)
    letter = re.fullmatch(r"(?P<number>\S.*\S)\s*\((?P<letter>[A-Z]|EXT)\)", text)
    if letter is not None:
        message = f"'{text}' has the letter of its language, which is printed by itself; write {letter['number']}"
        raise ValueError(message)
    return text


def read_number(value: Any) -> int:
    """A number in figures, from 1."""
    text = read_text(value)
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        raise ValueError(f"'{text}' is not a number; write figures, such as 39")
    return int(text)


def read_date(value: Any) -> dt.date:
    """A day: 2024-12-13."""
    text = read_text(value)
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no day {text}") from None
    raise ValueError(f"'{text}' is not a date; write 2024-12-13")


def read_time(value: Any) -> dt.time:
    """A time of day: 15:00, 9:30."""
    text = read_text(value)
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"'{text}' is not a time of day; write 15:00 or 9:30")
    return dt.time(int(match[1]), int(match[2]))


def show_time(time: dt.time) -> str:
    """The time as a source has it: 15:00, 9:30."""
    return f"{time.hour}:{time.minute:02}"


def read_range(value: Any) -> MeetingRange:
    """A range of meetings: 580-589, or one number."""
    text = read_text(value)
    match = re.fullmatch(RANGE, text)
    if match is None or int(match[2] or match[1]) < int(match[1]):
        raise ValueError(f"'{text}' is not a range of meetings; write 580-589, or one number")
    return MeetingRange(int(match[1]), int(match[2] or match[1]))


def read_ranges(value: Any) -> MeetingRanges:
    """Ranges of meetings, set apart by commas: 580-589, or 610-612, 614."""
    text = read_text(value)
    if re.fullmatch(RANGES, text) is None:
        raise ValueError(f"'{text}' is no range of meetings; write 580-589, 589, or 610-612, 614")
    read = [read_range(part) for part in text.split(",")]
    try:
        return MeetingRanges.of(*((each.first, each.last) for each in read))
    except ValueError:
        raise ValueError(f"'{text}' does not ascend; write {_ascending(read)}") from None


def _ascending(ranges: list[MeetingRange]) -> MeetingRanges:
    """The ranges in order; those that have meetings in common are one."""
    ends: list[tuple[int, int]] = []
    for each in sorted(ranges, key=lambda each: each.first):
        begun = ends and each.first <= ends[-1][1]
        first, last = ends.pop() if begun else (each.first, each.last)
        ends.append((first, max(last, each.last)))
    return MeetingRanges.of(*ends)


def choice(*choices: str) -> Callable[[Any], str]:
    """The reader of a field that holds one of a few words."""

    def read(value: Any) -> str:
        text = read_text(value)
        if text not in choices:
            meant = f"; write {text.lower()}" if text.lower() in choices else ""
            raise ValueError(f"'{text}' is none of: {', '.join(choices)}{meant}")
        return text

    return read


_TRUTHS = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}


def read_flag(value: Any) -> bool:
    """True or false."""
    text = read_text(value)
    if (meant := _TRUTHS.get(text.lower())) is not None:
        raise ValueError(f"'{text}' is none of: true, false; write {meant}")
    return choice("true", "false")(text) == "true"


def read_symbol(value: Any) -> Symbol:
    """The symbol of a summary record: CMW/C/SR.590."""
    return Symbol.parse(read_text(value))
