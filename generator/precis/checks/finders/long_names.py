"""States under their long names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The long name of a State that has a short one."""
    for stretch, text in texts(subject, rule):
        for found in subject.states_in(text):
            state = found.state
            told = re.sub(r"\A[Tt]he ", "", text[found.start : found.end])
            if told == state.official and told not in (state.name, state.prose):
                yield in_text(rule, subject, stretch, (found.start, found.end), state.in_text)
