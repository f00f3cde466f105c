"""What a language must know of numbers, dates and times, whether data says it (`numbers`) or a module of its own.

Printed forms may hold `^…^` for raised letters ("590^e^"). Patterns match plain text and hold no group; `read_…`
turns what such a pattern matched into a value, or None where it only looks like one ("31 February 2024").
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

__all__ = ["NOTHING", "Grammar", "alternatives", "any_of", "tree_of"]

NOTHING = "(?!)"
"""The pattern of a list without words: nothing matches it."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The numbers, dates and times of one language. A day is a date that has lost its year.

    `days` gives the first and the last day of a time as they stand beside each other, with month and year once where
    both have them; without the year of both, if it is not wanted. The date of issue may be said otherwise than other
    dates: Russian records have an English one. `nth` says the ordinal of a sentence or a row; it reads as that of a
    session does. `ends` are what stands behind the figures of ordinals.
    """

    meeting: Callable[[int], str]
    meeting_pattern: str
    read_meeting: Callable[[str], int | None]
    session: Callable[[int], str]
    session_pattern: str
    read_session: Callable[[str], int | None]
    nth: Callable[[int], str]
    date: Callable[[dt.date], str]
    date_pattern: str
    read_date: Callable[[str], dt.date | None]
    day: Callable[[dt.date], str]
    days: Callable[[dt.date, dt.date, bool], tuple[str, str]]
    issued: Callable[[dt.date], str]
    issued_pattern: str
    read_issued: Callable[[str], dt.date | None]
    day_pattern: str
    read_day: Callable[[str], dt.date | None]
    time: Callable[[dt.time], str]
    time_pattern: str
    read_time: Callable[[str], dt.time | None]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    ends: tuple[str, ...]


def any_of(words: Iterable[str]) -> str:
    """A pattern, without a group about it, for any of `words` as they stand, the longest first; for none, NOTHING."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or NOTHING


def tree_of(words: Sequence[str]) -> str:
    """A pattern for any of some words in their alphabetical order, the longest first; at least one.

    Words that begin alike share their beginning: so each letter is looked at once.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    ends = rests.pop("", None) is not None
    branches = [re.escape(first) + tree_of(rest) for first, rest in rests.items()] + [""] * ends
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def alternatives(words: Sequence[str]) -> str:
    """A pattern for any of `words`, the longest first, in which a hyphen may be any hyphen or a space.

    Of no words it is NOTHING.
    """
    return _tree(sorted(words, key=len)[::-1]) if words else NOTHING


def _tree(words: list[str]) -> str:
    """The pattern of words in which those that begin alike share their beginning: so each letter is looked at once."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    signs = {"-": "[-‑ ]", " ": r"\s+"}
    branches = [signs.get(first, re.escape(first)) + _tree(rest) if first else "" for first, rest in rests.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
