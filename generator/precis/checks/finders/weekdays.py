"""Days of the week that are not those of their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import any_of

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A day of the week before a date with its year."""
    grammar = subject.wording.grammar
    if not any(day.lower() in subject.lowered for day in grammar.weekdays):
        return
    form = re.compile(
        rf"\b(?P<day>{any_of(grammar.weekdays)}),? (?:the )?(?P<date>{grammar.date_pattern})", re.IGNORECASE
    )
    for stretch, _, match in matches(subject, rule, form):
        date = grammar.read_date(match["date"])
        if date is None:
            continue
        right = grammar.weekdays[date.weekday()]
        if right.lower() != match["day"].lower():
            yield in_text(rule, subject, stretch, match.span(), None, fix=right)
