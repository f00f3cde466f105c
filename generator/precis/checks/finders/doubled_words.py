"""Words that stand twice, one behind the other; and pairs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_PAIR = 24
"""A longer pair of words that stands twice is said so on purpose."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A word, or two words, typed twice, but for those of the rule that may stand twice."""
    twice = {words for text in subject.sieve.words for words in _twice(text)}
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
    """What stands twice in a row among the words of a text: one of them, or two."""
    yield from (word for word, after in pairwise(words) if word == after)
    after_next = zip(words, words[1:], words[2:], words[3:], strict=False)
    yield from (f"{one} {two}" for one, two, three, four in after_next if one == three and two == four)
