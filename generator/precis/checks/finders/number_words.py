"""Numbers of two digits in words, where figures are to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.counting import is_plural
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_AFTER = re.compile(
    r" (?:of (?:the|them|those|these|its|his|her|their|whom|which)\b|(?P<a>[a-z-]+)(?: (?P<b>[a-z-]+))?)"
)
_BEFORE = re.compile(r"\b(?:(?:quarter|half|minutes?) (?:to|past)|[Tt]he) \Z")
"""Behind these a number is a time of day, or that of a set that everybody knows: "the ten islands"."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A number from ten to ninety-nine with a small letter: with a capital it begins a sentence or is a name.

    Of the round ones only those that count something are told: "ten magistrates", not "they were worth ten of him".
    """
    words, form = _numbers(*(rule.words[name] for name in ("round", "teens", "ones")))
    there = words & subject.vocabulary
    if not there:
        return
    for stretch, text, match in matches(subject, rule, form, there):
        if _BEFORE.search(text, 0, match.start()) or re.match(
            rf" (?:{'|'.join(rule.words['not_after'])})\b", text[match.end() :]
        ):
            continue
        if match["ten"] and not match["one"] and not _counts(text[match.end() :], rule):
            continue
        yield in_text(rule, subject, stretch, match.span())


@lru_cache(maxsize=8)
def _numbers(
    round_ones: tuple[str, ...], others: tuple[str, ...], ones: tuple[str, ...]
) -> tuple[frozenset[str], re.Pattern[str]]:
    """All the numbers from ten to ninety-nine, and the pattern that finds them."""
    words = frozenset((*round_ones, *others, *(f"{ten}-{one}" for ten in round_ones for one in ones)))
    tens, units = "|".join(round_ones), "|".join(ones)
    single = rf"(?P<ten>{tens})(?P<one>[- ](?:{units})(?!\w))?|{'|'.join(others)}"
    return words, re.compile(rf"(?<![\w-])(?:{single})(?![\w-])")


def _counts(after: str, rule: Rule) -> bool:
    """Whether a round number counts what stands behind it: things in the plural, which are no time."""
    match = _AFTER.match(after)
    if match is None:
        return False
    if match["a"] is None:
        return True
    things = next((word for word in (match["a"], match["b"]) if word and is_plural(word)), "")
    return bool(things) and things not in rule.words["not_counted"]
