"""The year in a symbol that has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]

_WITH_YEAR = "E/C.12"
_FIRST_YEAR = 1987


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A symbol of the Committee on Economic, Social and Cultural Rights with another year than its meeting, or none."""
    record = subject.record
    if record.symbol is None or record.symbol.series != _WITH_YEAR or record.held is None:
        return
    year = record.held.date.year
    if year >= _FIRST_YEAR and record.symbol.element != year:
        yield in_field(rule, "symbol", str(record.symbol), fix=str(replace(record.symbol, element=year)))
