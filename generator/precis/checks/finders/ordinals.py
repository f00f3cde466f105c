"""Ordinals in figures whose ending is not that of their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_ORDINAL = re.compile(r"(?P<number>\d(?<![\w.,]\d)\d*(?:,\d{3})*) ?(?:st|nd|rd|th)\b")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Ordinals that the language writes otherwise."""
    for stretch, _, match in matches(subject, rule, _ORDINAL):
        number = match["number"].replace(",", "")
        right = match["number"] + subject.wording.grammar.meeting(int(number)).removeprefix(number)
        if right != match[0]:
            yield in_text(rule, subject, stretch, match.span(), right)
