"""Job numbers of another form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A number that is of no house."""
    given = subject.record.job_number
    if given is None:
        return
    prefixes = "|".join(map(re.escape, subject.wording.job_prefixes))
    if not re.fullmatch(rf"(?:(?:{prefixes})\.)?\d\d-\d{{5}}", given):
        yield in_field(rule, "job_number", given)
