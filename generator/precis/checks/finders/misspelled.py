"""Words that lack a letter, have one twice or two in the wrong order, of those that records use most."""

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

_SHORTEST = 4
"""Letters of a word that is looked at: one letter less than the shortest of the rule."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each word that is one of the rule's but for a slip within it, and that no other word is (`right`)."""
    meant = _meant(rule.words["words"], rule.words["right"]).among(subject.vocabulary)
    if not meant:
        return
    form = re.compile(rf"(?<![\w-])(?i:{'|'.join(map(re.escape, sorted(meant)))})(?![\w-])")
    for stretch, _, match in matches(subject, rule, form, meant):
        new = meant[match[0].lower()]
        yield in_text(rule, subject, stretch, match.span(), new if match[0][0].islower() else new.capitalize())


@lru_cache(maxsize=4)
def _meant(words: tuple[str, ...], right: tuple[str, ...]) -> Told[str]:
    """What gives the words that others are meant for, with the same letters at their ends.

    The words stand in one text, which is read sooner than a list.
    """
    by_ends: dict[tuple[str, str, int], tuple[str, ...]] = {}
    listed = " ".join(words).split()
    for word in listed:
        key = word[0], word[-1], len(word)
        by_ends[key] = (*by_ends.get(key, ()), word)
    known = frozenset((*listed, *" ".join(right).split()))

    def meant(word: str) -> str | None:
        if len(word) < _SHORTEST or word in known:
            return None
        first, last = word[0], word[-1]
        every = (by_ends.get((first, last, len(word) + more), ()) for more in (0, 1, -1))
        return next((other for others in every for other in others if _is_slip(word, other)), None)

    return Told(meant)


def _is_slip(word: str, other: str) -> bool:
    at = next(
        (place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two),
        min(len(word), len(other)),
    )
    if len(word) < len(other):
        # Without an e or an r near its end it is another form of the word.
        return word[at:] == other[at + 1 :] and (len(word) - at > 1 or other[at] not in "eér")
    if len(word) > len(other):
        return word[at] == word[at - 1] and word[at + 1 :] == other[at:]
    return word[at : at + 2] == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :]
