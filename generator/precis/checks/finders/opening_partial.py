"""The opening line of a partial record over one that is full."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.model import Coverage, LineKind

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The line "The discussion covered in the summary record began at" without coverage: partial."""
    record = subject.record
    partial = record.coverage is Coverage.PARTIAL or record.part is not None
    if record.opening is not None and record.opening.kind is LineKind.DISCUSSION and not partial:
        yield in_field(rule, "began")
