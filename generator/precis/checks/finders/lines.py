"""Lines that open or close a record, and are not there."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The line of the rule ("opening", "closing"), where the record has the other or a text."""
    record = subject.record
    if not record.blocks:
        return
    for line in rule.words["line"]:
        if getattr(record, line) is None:
            yield in_field(rule, {"opening": "began", "closing": "rose"}[line])
