"""Fields of the cover that hold no value."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Words such as "null" and "TBD" in the place, among the Chairs, or as job number."""
    record = subject.record
    said = [("place", record.place), ("job_number", record.job_number)]
    said += [("chair", name) for chair in record.chairs for name in (chair.name, chair.capacity)]
    for field, value in said:
        if value is not None and value.strip().casefold() in rule.words["placeholders"]:
            yield in_field(rule, field, value)
