"""Numbers of sessions that no body has had."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]

_MOST = 200


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A session from the two hundredth on."""
    if subject.record.session is not None and subject.record.session >= _MOST:
        yield in_field(rule, "session", str(subject.record.session))
