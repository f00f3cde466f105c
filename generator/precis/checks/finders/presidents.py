"""The Chair of a meeting as a man and as a woman, in a language that has a word for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import any_of

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The words for a Chair who is not the one of the cover; without a cover that says it, those that are rarer.

    The words of the rule for a `man` and for a `woman` stand in pairs; the first of them are those of who speaks. It is
    silent where the cover has both, or one of the words for `changes` of the Chair stands in the record.
    """
    men, women = rule.words["man"], rule.words["woman"]
    if any(change in subject.own for change in rule.words["changes"]):
        return
    found = [
        (stretch, match, match[0] in men)
        for stretch, _, match in matches(subject, rule, _form(men, women, rule.words["not_after"]))
        if match[0] not in (men[0], women[0]) or (match.start() == 0 and stretch.speaks(match.end()))
    ]
    covers = {
        man
        for chair in subject.record.chairs
        for man, titles in ((True, rule.words["men"]), (False, rule.words["women"]))
        if chair.name.startswith(tuple(f"{title} " for title in titles))
    }
    counts = Counter(man for _, _, man in found)
    if len(covers) == 2 or not found:
        return
    right = next(iter(covers), found[0][2] if counts[True] == counts[False] else counts[True] > counts[False])
    of_cover = f"the Chair is {subject.record.chairs[0].name}" if covers else "it stands otherwise elsewhere"
    pairs = dict(zip(men, women, strict=True)) if not right else dict(zip(women, men, strict=True))
    for stretch, match, man in found:
        if man != right:
            yield in_text(rule, subject, stretch, match.span(), pairs[match[0]], who=of_cover)


@lru_cache(maxsize=4)
def _form(men: tuple[str, ...], women: tuple[str, ...], not_after: tuple[str, ...]) -> re.Pattern[str]:
    """The words for a Chair, where they are not those for the head of another body, or for another Chair."""
    behind = any_of([word if word.endswith("'") else f"{word} " for word in not_after])
    return re.compile(rf"(?:{any_of((*men, *women))})(?![\w-])(?! (?:{behind}|[A-ZÀ-Þ]))")
