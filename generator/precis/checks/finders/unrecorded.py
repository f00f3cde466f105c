"""Meetings without a record that are not before the meeting of this one."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A range that holds the meeting itself, or a later one."""
    unrecorded, meeting = subject.record.unrecorded, subject.record.meeting
    if unrecorded is not None and meeting is not None:
        for meetings in unrecorded.ranges:
            if meetings.last >= meeting:
                yield in_field(rule, "unrecorded", str(meetings), meeting=meeting)
