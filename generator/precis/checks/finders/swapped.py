"""Words that are written otherwise, each with the right one: names too, as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_WORD = re.compile(r"\w[\w-]*")


@lru_cache(maxsize=2048)
def _parts(words: str) -> tuple[str, ...]:
    """The words one by one, as those of a record are known."""
    return tuple(_WORD.findall(words.lower()))


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each of the words of the rule, where no letter stands about it."""
    words = [word for word in rule.words if subject.vocabulary.issuperset(_parts(word)) and word in subject.own]
    if not words:
        return
    form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")
    for stretch, _, match in matches(subject, rule, form):
        yield in_text(rule, subject, stretch, match.span(), rule.words[match[0]][0])
