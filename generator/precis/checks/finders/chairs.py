"""Chairs who stand in one line, or without their honorific."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.language.grammar import any_of

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A name that holds two, and one without "Mr." or "Ms." where the language has these."""
    persons = any_of(subject.wording.speech["persons"])
    second = re.compile(
        rf"(?:;|,|/|&|\band\b|\bthen\b|\bet\b|\bpuis\b)\s*(?:later:?\s*)?(?:{persons})\s", re.IGNORECASE
    )
    for chair in subject.record.chairs:
        if second.search(chair.name):
            yield in_field(rule, "chair", chair.name, why="two persons; write each on a line of its own after “- ”")
        elif subject.record.language in ("en", "fr") and re.match(r"(?:Mr|Ms|Mrs|Dr)\s", chair.name):
            yield in_field(rule, "chair", chair.name, why="the honorific has a full stop")
