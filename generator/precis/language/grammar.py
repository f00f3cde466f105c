"""What a language must know of numbers, dates and times: the part of the wording that cannot be data.

Printed forms may hold `^…^` for raised letters ("590^e^"). Patterns match plain text and hold no group; `read_…`
turns what such a pattern matched into a value, or None where it only looks like one ("31 February 2024").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

__all__ = [
    "UNACCENTED",
    "YEAR",
    "Grammar",
    "alternatives",
    "month_names",
    "read_date",
    "weekday_names",
    "without_accents",
]

YEAR = r"\d(?: ?\d){3}"
"""The figures of a year, which a converter may split."""


UNACCENTED = {"a": "àâä", "e": "éèêë", "i": "îï", "o": "ôö", "u": "ùûü", "c": "ç"}
"""The letters with accents of French, which its capitals may lack: "FEVRIER"."""

UNACCENTED |= {plain.upper(): letters.upper() for plain, letters in UNACCENTED.items()}
_PLAIN = str.maketrans({letter: plain for plain, letters in UNACCENTED.items() for letter in letters})


def without_accents(text: str) -> str:
    """The text without accents, as capitals may be written in French."""
    return text if text.isascii() else text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The numbers, dates and times of one language."""

    meeting: Callable[[int], str]
    meeting_pattern: str
    read_meeting: Callable[[str], int | None]
    session: Callable[[int], str]
    session_pattern: str
    read_session: Callable[[str], int | None]
    date: Callable[[dt.date], str]
    date_pattern: str
    read_date: Callable[[str], dt.date | None]
    time: Callable[[dt.time], str]
    time_pattern: str
    read_time: Callable[[str], dt.time | None]
    weekdays: tuple[str, ...]


@cache
def month_names(language: str) -> tuple[str, ...]:
    """The names of the months, January first, as they stand in a date."""
    from babel.dates import get_month_names

    names: Mapping[int, str] = get_month_names("wide", "format", language)
    return tuple(names[number] for number in range(1, 13))


@cache
def weekday_names(language: str) -> tuple[str, ...]:
    """The names of the days, Monday first."""
    from babel.dates import get_day_names

    names: Mapping[int, str] = get_day_names("wide", "format", language)
    return tuple(names[number] for number in range(7))


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, the longest first, in which a hyphen may be any hyphen or a space."""
    return _tree(sorted(words, key=len)[::-1])


def _tree(words: list[str]) -> str:
    """The pattern of words in which those that begin alike share their beginning: so each letter is looked at once."""
    import re

    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    signs = {"-": "[-‑ ]", " ": r"\s+"}
    branches = [signs.get(first, re.escape(first)) + _tree(rest) if first else "" for first, rest in rests.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def read_date(text: str, months: tuple[str, ...]) -> dt.date | None:
    """The date of "13 December 2024": a day, a month of `months`, a year; None if there is no such day."""
    import re

    # A converter may split the figures of the day.
    joined = re.sub(r"^(\d) (\d)(?=\D)", r"\1\2", text.strip())
    match = re.fullmatch(rf"(\d{{1,2}})\D*?\s+(\S+)\s+({YEAR})", joined)
    if match is None:
        return None
    lowered = [without_accents(month.lower()) for month in months]
    month = without_accents(match[2].lower())
    if month not in lowered:
        return None
    try:
        return dt.date(int(re.sub(r"\s", "", match[3])), lowered.index(month) + 1, int(match[1]))
    except ValueError:
        return None
