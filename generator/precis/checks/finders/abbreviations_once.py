"""Abbreviations that are given and not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.finders.abbreviations import introduced
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each short form in parentheses that stands nowhere else."""
    for stretch, text in texts(subject, rule):
        for at, short in introduced(text):
            if len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", subject.whole)) == 1:
                yield in_text(rule, subject, stretch, (at, at + len(short)))
