"""Days of the week that are not those of their dates."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import any_of

__all__ = ["find"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR = 120
"""Days; a date without its year that is farther from the meeting may be of another year."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A day of the week before a date; one without its year is taken for that next to the meeting."""
    grammar = subject.wording.grammar
    if not any(day.lower() in subject.sieve.whole for day in grammar.weekdays):
        return
    date_of = rf"{grammar.date_pattern}|\d{{1,2}}(?:er)? [^\W\d_]+"
    form = re.compile(rf"\b(?P<day>{any_of(grammar.weekdays)}),? (?:the )?(?P<date>{date_of})", re.IGNORECASE)
    for stretch, text, match in matches(subject, rule, form):
        date = grammar.read_date(match["date"])
        if date is None and not re.match(r" (?:19|20)\d\d", text[match.end() :]):
            date = _nearest(match["date"], subject, text[: match.start()])
        if date is None:
            continue
        right = grammar.weekdays[date.weekday()]
        if right.lower() != match["day"].lower():
            yield in_text(rule, subject, stretch, match.span(), None, fix=right)


def _nearest(day: str, subject: Subject, before: str) -> dt.date | None:
    """The day that is meant without its year: that next to the meeting, if it is near and no other year was named."""
    held = subject.record.held
    if held is None or any(int(year) != held.date.year for year in _YEAR.findall(before)):
        return None
    found = (subject.wording.grammar.read_date(f"{day} {held.date.year + years}") for years in (-1, 0, 1))
    near = [date for date in found if date is not None and abs((date - held.date).days) <= _NEAR]
    return near[0] if near else None
