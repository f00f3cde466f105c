"""Whole numbers under 10 in figures, where words are to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.counting import is_plural
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_NUMBER = re.compile(r"[1-9](?<=[a-z,] \d)(?= (?P<after>[a-z-]+)(?: (?P<next>[a-z-]+))?)")
_LARGER = re.compile(r"(?<![\w./])\d[\d,.]*\d(?![\w/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_AGE = re.compile(r"\b(?:aged?|age of|under|over|older than|younger than|below|above) \Z")
_RATIO = re.compile(
    r"[1-9] (?:in|out of|to|of(?: the)?) (?:\d|every)|[1-9] [a-z-]+ (?:in|out of|to|for|per) (?:every )?\d"
)
_PART = re.compile(r"\b(?:only|just|another|further|remaining|others?|them|these|those|which|whom) (?:[a-z]+ )?\Z")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A small number before a thing in the plural, behind a word that is none of a reference.

    In a sentence that has a larger number the small ones may be of one series with it (docs/conventions.md §6 rule 5).
    """
    references, units = frozenset(rule.words["not_before"]), frozenset(rule.words["not_after"])
    for stretch, text, match in matches(subject, rule, _NUMBER):
        after = match["after"]
        counted = after if is_plural(after) or match[0] == "1" else match["next"] or ""
        if after in units or counted in units or not (match[0] == "1" or is_plural(counted)):
            continue
        before = text[: match.start()].rstrip(" ,").rsplit(None, 1)[-1].lower()
        if before in references or before[0].isdigit() or _RATIO.match(text, match.start()):
            continue
        if _is_age(text, match) or _in_series(text, match.start(), match["after"] in _TIMES):
            continue
        yield in_text(rule, subject, stretch, match.span(), _WORDS[int(match[0]) - 1])


_TIMES = ("years", "months", "weeks", "days", "hours")
_OF_TIME = re.compile(rf"(?: (?:{'|'.join(_TIMES)})|-(?:year|month|week|day|hour))\b")


def _is_age(text: str, match: re.Match[str]) -> bool:
    """Whether it is the age of a person, which stands in figures."""
    behind = text[match.end() :]
    return bool(re.match(r" [a-z]+ (?:of age|old)\b", behind)) or (
        match["after"] in _TIMES and _AGE.search(text, 0, match.start()) is not None
    )


def _in_series(text: str, at: int, of_time: bool) -> bool:
    """Whether the sentence has a larger number, which is no year; or the one before it, of which it is a part.

    A number of years or days is of one series with other such numbers alone.
    """
    last = text.find(". ", at)
    first = text.rfind(". ", 0, at) + 1
    if _PART.search(text, first, at):
        first = text.rfind(". ", 0, max(first - 1, 0)) + 1
    end = last if last >= 0 else len(text)
    return any(
        not _YEAR.fullmatch(found[0]) and (not of_time or _OF_TIME.match(text, found.end()) is not None)
        for found in _LARGER.finditer(text, first, end)
    )
