"""A body that the symbol does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.language.bodies import bodies

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The body of the cover, where the series of the symbol is that of another one."""
    record = subject.record
    if record.symbol is None or record.body is None:
        return
    own = [body.code for body in bodies(subject.assets) if body.series == record.symbol.series]
    if own and record.body not in own:
        yield in_field(rule, "body", record.body, fix=" or ".join(own))
