"""Words that stand twice, one behind the other; and pairs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import eq

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_PAIR = 24
"""A longer pair of words that stands twice is said so on purpose."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A word, or two words, typed twice, but for those of the rule that may stand twice."""
    twice = set(_twice([word for place, words in enumerate(subject.sieve.words) for word in (*words, f"\n{place}")]))
    told = [word for word in twice if word not in rule.words["may"] and len(word) < _PAIR and not word.isdigit()]
    if not told:
        return
    either = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    form = re.compile(rf"(?<![\w'-])(?P<word>(?i:{either})) (?i:(?P=word))(?![\w'-])")
    for stretch, text, match in matches(subject, rule, form, told):
        # What stands a third time is said so on purpose.
        if re.match(rf" (?:\w+ )?{re.escape(match['word'])}\b", text[match.end() :], re.IGNORECASE) is None:
            yield in_text(rule, subject, stretch, match.span(), match["word"])


def _twice(words: Sequence[str]) -> Iterator[str]:
    """What stands twice in a row among the words of all texts, between which other signs stand: one of them, or two."""
    yield from compress(words, map(eq, words, words[1:]))
    for at in compress(range(len(words)), map(eq, words, words[2:])):
        if words[at + 1 : at + 2] == words[at + 3 : at + 4]:
            yield f"{words[at]} {words[at + 1]}"
