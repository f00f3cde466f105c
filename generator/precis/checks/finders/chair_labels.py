"""Labels before the name of a Chair that are those of no Chair."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A label that is none of the rule's: its `stems`, alone, with a word `before` or with one `after`."""
    known = _labels(*(tuple(rule.words[key]) for key in ("stems", "before", "after")))
    for chair in subject.record.chairs:
        if chair.label is not None and chair.label not in known:
            like = get_close_matches(chair.label, sorted(known), 1, 0.8)
            advice = (
                f"did you mean {like[0]}?"
                if like
                else f"write the office behind the name: {chair.name} ({chair.label})"
            )
            yield in_field(rule, "chair", chair.label, advice=advice)


@lru_cache(maxsize=4)
def _labels(stems: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> frozenset[str]:
    joined = [word + stem if word.endswith("-") else f"{word} {stem}" for word in before for stem in stems]
    return frozenset({*stems, *joined, *(f"{stem} {word}" for stem in stems for word in after)})
