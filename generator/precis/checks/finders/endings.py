"""Words whose ending is spelled as in no word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_MOST = 100_000
"""Words that are remembered: the records of an archive have the same ones."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each word that ends in one of the endings of the rule and is none of its words that do."""
    is_wrong = _is_wrong(rule.words["endings"], rule.words["right"])
    words = sorted(filter(is_wrong, subject.vocabulary))
    if not words:
        return
    # Names, which have capitals, are left alone.
    form = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
    for stretch, _, match in matches(subject, rule, form, words):
        yield in_text(rule, subject, stretch, match.span())


@lru_cache(maxsize=4)
def _is_wrong(endings: tuple[str, ...], right: tuple[str, ...]) -> Callable[[str], bool]:
    """What tells whether a word has one of the endings and is none of those that do."""
    known = frozenset(right)

    @lru_cache(maxsize=_MOST)
    def is_wrong(word: str) -> bool:
        return word.endswith(endings) and word not in known

    return is_wrong
