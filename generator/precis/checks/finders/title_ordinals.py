"""The ordinal of the meeting in a title, whose ending is not that of its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.language.grammar import any_of
from precis.model import plain

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Ordinals in figures of the title that the language writes otherwise; the rule has all `ends` that are read."""
    if subject.record.title_as_printed is None:
        return
    ordinal = re.compile(rf"(?<![\w.,/])(?P<number>\d+) ?(?:{any_of(rule.words['ends'])})(?!\w)")
    for match in ordinal.finditer(plain(subject.record.title_as_printed)):
        right = subject.wording.grammar.meeting(int(match["number"])).replace("^", "")
        if match[0] != right:
            yield in_field(rule, "title", match[0], fix=right)
