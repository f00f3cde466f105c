"""Names of organs, treaties and offices with a capital or a small letter that they do not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.capitals import Names, by_rarest, otherwise
from precis.checks.rule import Rule
from precis.checks.subject import Subject

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """One of the `names` of the rule with other capitals than its own.

    Those that are `proper`, too, are told in small letters throughout; others may be of a State or a company then.
    """
    names, proper = rule.words["names"], rule.words["proper"]
    yield from otherwise(subject, rule, _names((*names, *proper)), frozenset(proper))


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...]) -> Names:
    return by_rarest(names)
