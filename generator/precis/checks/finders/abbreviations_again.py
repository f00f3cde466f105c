"""Abbreviations that are given with their long form a second time."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.finders.abbreviations import introduced, is_short_for
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each short form in parentheses behind its long form that stood so in a text before."""
    given: set[str] = set()
    for stretch, text in texts(subject, rule):
        for at, short in introduced(text):
            if is_short_for(short, text[:at]):
                if short in given:
                    yield in_text(rule, subject, stretch, (at, at + len(short)))
                given.add(short)
