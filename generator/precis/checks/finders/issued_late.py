"""Records issued a year, or years, after their meeting."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]

_YEARS = 4
_A_YEAR = range(355, 425)
"""Days after a meeting on which a record is issued whose year is one too many; since records are issued in weeks."""
_SOON = 2010


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A date of issue that is years after that of the meeting, or just a year where records are issued in weeks."""
    held, issued = subject.record.held, subject.record.issued
    if held is None or issued is None:
        return
    years = issued.year - held.date.year
    if years >= _YEARS:
        yield in_field(rule, "issued", str(issued), later=f"{years} years")
    elif held.date.year >= _SOON and (issued - held.date).days in _A_YEAR:
        yield in_field(rule, "issued", str(issued), later="a year")
