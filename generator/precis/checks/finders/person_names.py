"""Persons with two spellings in one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.spelling import near_names
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import alternatives, any_of

__all__ = ["find", "names_in", "usual_spellings"]

_LONG = 9
"""So long names that differ in a letter are one name even where neither stands more often."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The spelling that stands less often, of two that differ in a letter or in an accent; the cover's counts too."""
    found = list(names_in(subject, rule))
    counts = Counter(name for _, _, name in found)
    counts.update(chair.name.partition(" ")[2] or chair.name for chair in subject.record.chairs)
    usual = usual_spellings(counts)
    for stretch, span, name in found:
        if name in usual:
            yield in_text(rule, subject, stretch, span, usual[name])


def names_in(subject: Subject, rule: Rule) -> Iterator[tuple[Stretch, tuple[int, int], str]]:
    """The surnames behind an honorific, each with its text and its place there."""
    speech = subject.wording.speech
    for stretch, text, match in matches(subject, rule, _form(tuple(speech["persons"]), tuple(speech["particles"]))):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        start, end = match.span("name")
        name = re.sub(r"'s?\Z", "", match["name"])
        yield stretch, (start, end - len(match["name"]) + len(name)), name


@lru_cache(maxsize=8)
def _form(persons: tuple[str, ...], particles: tuple[str, ...]) -> re.Pattern[str]:
    """An honorific and the surname behind it, of up to four words."""
    before = any_of([word for word in particles if word[-1].isalpha() and word != "of"])
    one = rf"(?:(?:{before}) )?(?:[dl]')?[A-ZÀ-Þ][\w'-]+"
    return re.compile(rf"(?:{alternatives(persons)}) (?P<name>{one}(?: {one}){{0,3}})")


def usual_spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """For each spelling of a name that is rarer than one like it: that one; of long ones as rare, the first named."""
    usual: dict[str, str] = {}
    names = sorted(counts, key=lambda name: -counts[name])
    for index, name in enumerate(names):
        rarer = (other for other in names[:index] if counts[other] > counts[name] or len(name) >= _LONG)
        like = next((other for other in rarer if other not in usual and near_names(other, name)), None)
        if like is not None:
            usual[name] = like
    return usual
