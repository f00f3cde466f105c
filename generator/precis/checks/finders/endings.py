"""Words whose ending is spelled as in no word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each word that ends in one of the endings of the rule and is none of its words that do."""
    endings, right = tuple(rule.words["endings"]), frozenset(rule.words["right"])
    words = sorted([word for word in subject.vocabulary if word.endswith(endings) and word not in right])
    if not words:
        return
    # Names, which have capitals, are left alone.
    form = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
    for stretch, _, match in matches(subject, rule, form, words):
        yield in_text(rule, subject, stretch, match.span())
