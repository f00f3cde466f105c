"""Figures of four digits without a comma, in a record that parts others of four by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.counting import is_plural
from precis.checks.finders.thousands import is_number_of
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_PARTED = re.compile(r"[1-9],(?<![\d,.].,)\d{3}(?![\d,])")
_PLAIN = re.compile(r"[1-9](?<![\w.,/:–-]\d)\d{3}(?= (?P<after>[a-z]+))")
_YEARS = range(1800, 2101)


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Such a figure before a thing in the plural, unless it may be a year or is the number of a law."""
    if _PARTED.search(subject.own) is None:
        return
    for stretch, text, match in matches(subject, rule, _PLAIN):
        if int(match[0]) not in _YEARS and is_plural(match["after"]) and not is_number_of(text, match.start()):
            yield in_text(rule, subject, stretch, match.span(), f"{int(match[0]):,}")
