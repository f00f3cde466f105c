"""Notes as printed of a record of a part, which say nothing of the other part."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A record of a part whose notes are given and are none."""
    record = subject.record
    if record.covers_part and record.notes_as_printed is not None and not record.notes_as_printed:
        yield in_field(rule, "notes")
