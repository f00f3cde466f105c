"""Figures that contradict one another: a fall to more, a rise to less, parts that are more than their whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_HUNDRED = 100.0
_BLANKS = re.compile(r"\s")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """What the patterns of the rule find whose numbers do not fit.

    The numbers are the groups `a` and `b`, of a `whole` where there is one; where the units in `ua` and `ub` are two,
    nothing is told. `falls` are patterns of numbers that fall, `rises` of those that rise, `parts` of two and of their
    whole, `shares` of one or two of a hundred.
    """
    counted = {word: float(number) for number, word in enumerate(rule.words["counted"], 1)}
    comma = "".join(rule.words["decimal"]) == ","
    for kind, form in _forms(tuple((kind, rule.words[kind]) for kind in _FIT)):
        for stretch, text in texts(subject, rule):
            for match in form.finditer(text):
                numbers = _numbers(match, counted, comma)
                if numbers is not None and not _FIT[kind](numbers):
                    yield in_text(rule, subject, stretch, match.span())


_FIT: Mapping[str, Callable[[Mapping[str, float]], bool]] = {
    "falls": lambda number: number["b"] < number["a"],
    "rises": lambda number: number["a"] < number["b"],
    "parts": lambda number: number["a"] + number["b"] <= number["whole"],
    "shares": lambda number: number["a"] + number.get("b", 0) <= _HUNDRED,
}


def _numbers(match: re.Match[str], counted: Mapping[str, float], comma: bool) -> dict[str, float] | None:
    """The numbers of the groups; nothing where one is none, or the units are two."""
    groups = match.groupdict()
    if groups.pop("ua", None) != groups.pop("ub", None):
        return None
    numbers = {name: _number(value, counted, comma) for name, value in groups.items() if value}
    found = {name: number for name, number in numbers.items() if number is not None}
    return found if len(found) == len(numbers) else None


def _number(text: str, counted: Mapping[str, float], comma: bool) -> float | None:
    if text.lower() in counted:
        return counted[text.lower()]
    plain = _BLANKS.sub("", text)
    plain = plain.replace(",", ".") if comma else plain.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _forms(kinds: tuple[tuple[str, tuple[str, ...]], ...]) -> list[tuple[str, re.Pattern[str]]]:
    return [(kind, re.compile(pattern)) for kind, patterns in kinds for pattern in patterns]
