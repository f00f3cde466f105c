"""States with a possessive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The name of a State with an apostrophe behind it."""
    for stretch, text in texts(subject, rule):
        for found in subject.states.find(text.replace("'s", "  ")):
            match = re.match(r"'s?", text[found.end :])
            if match:
                span = found.start, found.end + match.end()
                yield in_text(rule, subject, stretch, span, None, bare=found.state.in_text)
