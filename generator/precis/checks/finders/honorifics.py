"""Persons with two honorifics in one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_NAMED = re.compile(r"(?P<title>M(?:r|s|rs))(?<!\w\w\w)\. (?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)")
_OF_MEN = "Mr"
_RARE = 9
"""A name of so many letters, or of two with a hyphen, is hardly that of two persons in one record."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The honorific that stands once, of a rare name that has the other one twice and more."""
    found = list(matches(subject, rule, _NAMED))
    counts = Counter((match["name"].removesuffix("'s"), match["title"] == _OF_MEN) for _, _, match in found)
    for stretch, text, match in found:
        name, man = match["name"].removesuffix("'s"), match["title"] == _OF_MEN
        once = counts[name, man] == 1 and counts[name, not man] > 1
        if once and (len(name) >= _RARE or "-" in name) and not text.startswith(" (", match.end()):
            new = "Ms." if man else "Mr."
            yield in_text(rule, subject, stretch, (match.start(), match.end("title") + 1), new, name=name)
