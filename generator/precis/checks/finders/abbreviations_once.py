"""Abbreviations that are given and not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.finders.abbreviations import ROMAN, introduced, is_short_for
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each short form in parentheses behind its long form that stands nowhere else.

    Those that the rule calls `usual` are of organizations that are given so as a matter of course.
    """
    usual = frozenset(rule.words["usual"])
    for stretch, text in texts(subject, rule):
        for at, short in introduced(text):
            if short in usual or ROMAN.fullmatch(short) or not is_short_for(short, text[:at]):
                continue
            if len(re.findall(rf"(?<!\w){re.escape(short.removesuffix('s'))}s?(?!\w)", subject.whole)) == 1:
                yield in_text(rule, subject, stretch, (at, at + len(short)))
