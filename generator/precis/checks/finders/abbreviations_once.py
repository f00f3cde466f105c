"""Abbreviations that are given and not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.finders.abbreviations import introduced
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find", "is_short_for"]

_REACH = 100
"""No long form has more characters."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each short form in parentheses behind its long form that stands nowhere else.

    Those that the rule calls `usual` are of organizations that are given so as a matter of course.
    """
    usual = frozenset(rule.words["usual"])
    for stretch, text in texts(subject, rule):
        for at, short in introduced(text):
            if short in usual or not is_short_for(short, text[:at]):
                continue
            if len(re.findall(rf"(?<!\w){re.escape(short.removesuffix('s'))}s?(?!\w)", subject.whole)) == 1:
                yield in_text(rule, subject, stretch, (at, at + len(short)))


def is_short_for(short: str, before: str) -> bool:
    """Whether the letters of a short form stand in this order before it, the first at the beginning of a word."""
    words = re.findall(r"[^\W_]+", before[-_REACH:])
    letters = [letter for letter in short.removesuffix("s").casefold() if letter.isalpha()]
    for first, word in enumerate(words):
        if word[0].casefold() == letters[0]:
            rest = iter(" ".join(words[first:]).casefold())
            if all(letter in rest for letter in letters) and len(words) - first >= min(len(letters), 3):
                return True
    return False
