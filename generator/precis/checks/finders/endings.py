"""Words whose ending is spelled as in no word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.spelling import Told
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each word that ends in one of the endings of the rule and is none of its words that do."""
    words = sorted(_wrong(rule.words["endings"], rule.words["right"]).among(subject.vocabulary))
    if not words:
        return
    # Names, which have capitals, are left alone.
    form = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
    for stretch, _, match in matches(subject, rule, form, words):
        yield in_text(rule, subject, stretch, match.span())


@lru_cache(maxsize=4)
def _wrong(endings: tuple[str, ...], right: tuple[str, ...]) -> Told[bool]:
    """Which words have one of the endings and are none of those that do."""
    known = frozenset(right)
    return Told(lambda word: word.endswith(endings) and word not in known)
