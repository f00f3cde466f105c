"""Numbers, dates and times in English (un-conventions.md §0 items 7 and 8)."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from precis.wording.grammar import Grammar, alternatives, month_names, read_date, weekday_names

__all__ = ["english"]

_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()


def figure_ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 590th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def word_ordinal(number: int) -> str:
    """The ordinal in words below one hundred, "thirty-ninth"; in figures from there, "106th"."""
    if not 0 < number < 100:
        return figure_ordinal(number)
    if number < 20:
        return _ONES[number - 1]
    tens, ones = divmod(number, 10)
    return _TENTHS[tens - 2] if ones == 0 else f"{_TENS[tens - 2]}-{_ONES[ones - 1]}"


@cache
def _numbers_of_words() -> dict[str, int]:
    return {word_ordinal(number): number for number in range(1, 100)}


def _read_ordinal(text: str) -> int | None:
    found = re.match(r"\d+", text)
    if found:
        return int(found[0])
    return _numbers_of_words().get(re.sub(r"[\s‑]+", "-", text.strip().lower()))


def _time(time: dt.time) -> str:
    if (time.hour, time.minute) == (12, 0):
        return "noon"
    if (time.hour, time.minute) == (0, 0):
        return "midnight"
    hour = time.hour % 12 or 12
    minutes = f".{time.minute:02}" if time.minute else ""
    return f"{hour}{minutes} {'a.m.' if time.hour < 12 else 'p.m.'}"


def _read_time(text: str) -> dt.time | None:
    lowered = text.lower()
    if "noon" in lowered:
        return dt.time(12)
    if "midnight" in lowered:
        return dt.time(0)
    match = re.match(r"(\d{1,2})(?:[.:](\d{2}))?\.?\s*([ap])", lowered)
    if match is None or not 1 <= int(match[1]) <= 12 or int(match[2] or 0) > 59:
        return None
    return dt.time(int(match[1]) % 12 + (12 if match[3] == "p" else 0), int(match[2] or 0))


@cache
def english() -> Grammar:
    """The grammar of English."""
    months = month_names("en")
    figures = r"\d+\s?(?:st|nd|rd|th)\b"
    return Grammar(
        meeting=figure_ordinal,
        meeting_pattern=figures,
        read_meeting=_read_ordinal,
        session=word_ordinal,
        session_pattern=f"(?:{figures}|{alternatives(tuple(_numbers_of_words()))})",
        read_session=_read_ordinal,
        date=lambda date: f"{date.day} {months[date.month - 1]} {date.year}",
        date_pattern=rf"\d{{1,2}}\s+{alternatives(months)}\s+\d{{4}}",
        read_date=lambda text: read_date(text, months),
        time=_time,
        time_pattern=r"(?:\d{1,2}(?:[.:]\d{2})?\.?\s*[ap]\.?\s?m\b\.?|(?:12\s+)?noon|(?:12\s+)?midnight)",
        read_time=_read_time,
        weekdays=weekday_names("en"),
    )
