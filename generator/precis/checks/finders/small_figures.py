"""Whole numbers under 10 in figures, where words are to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.counting import is_plural
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_NUMBER = re.compile(r"[1-9](?= )(?<=[a-zà-ÿ,;'] \d)(?= (?P<after>[^\W\d_][\w-]*)(?: (?P<next>[^\W\d_][\w-]*))?)")
_LARGER = re.compile(r"(?<![\w./])\d[\d,.]*\d(?![\w/])")
_FORMS = ("age", "of_age", "ratio", "part", "of_time", "joined", "joined_before")
_JOINTS = ("and", "or", "et", "ou")
_JOINED_TO = re.compile(r"\d[^\s]*,? (?:and|or|et|ou) \Z")
_REACH = 24
_YEAR = re.compile(r"(?:19|20)\d\d")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A small number before a thing in the plural, behind a word that is none of a reference.

    In a sentence that has a larger number the small ones may be of one series with it (docs/conventions.md §6 rule 5).
    Those behind a `definite` word, "the 3 prisons", are only where they are joined to it.
    """
    definite = frozenset(rule.words["definite"])
    references, units = frozenset(rule.words["not_before"]), frozenset(rule.words["not_after"])
    forms = _forms(tuple((name, tuple(rule.words[name])) for name in _FORMS))
    months = tuple(subject.wording.grammar.months)
    times, numbers = frozenset(rule.words["times"]), rule.words["numbers"]
    for stretch, text, match in matches(subject, rule, _NUMBER):
        after = match["after"]
        counted = after if is_plural(after) or match[0] == "1" else match["next"] or ""
        if (
            after.startswith(months)
            or after in units
            or counted in units
            or not (match[0] == "1" or is_plural(counted))
        ):
            continue
        before = re.split(r"[ ']", text[: match.start()].rstrip(" ,;'"))[-1].lower()
        if _refers(before, text, match.start(), references) or forms["ratio"].match(text, match.start()):
            continue
        of_time = after in times
        if forms["of_age"].match(text, match.end()) or (of_time and forms["age"].search(text, 0, match.start())):
            continue
        if before in definite:
            of_series = _is_joined(text, match.span(), forms)
        else:
            of_series = _in_series(text, match.start(), forms["part"], forms["of_time"] if of_time else None, months)
        if not of_series:
            yield in_text(rule, subject, stretch, match.span(), numbers[int(match[0]) - 1] or None)


@lru_cache(maxsize=8)
def _forms(words: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, re.Pattern[str]]:
    """The patterns of a language: `age`, `part` and `joined_before` stand before the number, the others from it on."""
    ends = ("age", "part", "joined_before")
    return {name: re.compile(rf"(?:{'|'.join(each)})" + (r"\Z" if name in ends else "")) for name, each in words}


def _refers(before: str, text: str, at: int, references: frozenset[str]) -> bool:
    """Whether the word before a number makes it a reference; "and" only where a number stands before it."""
    if before in _JOINTS:
        return _JOINED_TO.search(text[max(0, at - _REACH) : at]) is not None
    return before in references or before[0].isdigit()


def _is_joined(text: str, span: tuple[int, int], forms: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether another number stands before or behind this one in a row."""
    return bool(forms["joined"].match(text, span[1]) or forms["joined_before"].search(text, 0, span[0]))


def _in_series(
    text: str, at: int, part: re.Pattern[str], of_time: re.Pattern[str] | None, months: tuple[str, ...]
) -> bool:
    """Whether the sentence has a larger number, which is no date; or the one before it, of which it is a part.

    A number of years or days is of one series with other such numbers alone.
    """
    last = text.find(". ", at)
    first = text.rfind(". ", 0, at) + 1
    if part.search(text, first, at):
        first = text.rfind(". ", 0, max(first - 1, 0)) + 1
    end = last if last >= 0 else len(text)
    return any(
        not _YEAR.fullmatch(found[0])
        and not text.startswith(months, found.end() + 1)
        and (of_time is None or of_time.match(text, found.end()) is not None)
        for found in _LARGER.finditer(text, first, end)
    )
