"""Headings that go on in the words of another language."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """ "(*continued*)" at a heading of a record that is not in English; the rule has the words of each language."""
    own = tuple(subject.wording.reading["continued"])
    for stretch, text in texts(subject, rule):
        for words in rule.words["continued"]:
            at = text.lower().find(words)
            if at >= 0 and words not in own:
                yield in_text(rule, subject, stretch, (at, at + len(words)), right=own[0])
