"""The number of the meeting in a title that is printed otherwise than usual."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.model import plain

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """An ordinal or a number of the title that is not that of the meeting."""
    record, grammar = subject.record, subject.wording.grammar
    if record.title_as_printed is None or record.symbol is None:
        return
    title = plain(record.title_as_printed)
    for match in re.finditer(grammar.meeting_pattern, title):
        number = grammar.read_meeting(match[0])
        if number is not None and number != record.symbol.meeting and number > 2:
            yield in_field(rule, "title", match[0], fix=record.symbol.meeting)
