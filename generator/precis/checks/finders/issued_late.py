"""Records issued years after their meeting."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]

_YEARS = 4


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A date of issue that is years after that of the meeting."""
    held, issued = subject.record.held, subject.record.issued
    if held is not None and issued is not None and (years := issued.year - held.date.year) >= _YEARS:
        yield in_field(rule, "issued", str(issued), years=years)
