"""Commas before "and" at the end of a series of single words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_LAST = re.compile(
    r", (?:and|or) (?P<the>the )?(?P<last>[^\W\d_][\w-]*)(?:"
    r" [a-z][\w-]*[a-z]s(?=[.;:?]| (?:had|were|to|in|for|from|at|on|by)\b)|"
    r"(?<=[a-z])(?: [a-z][\w-]*){1,2}(?= (?:had|were) )|"
    r"(?=[.;:?]| (?:had|were|was|would|could|should|to|in|for|from|at|on|by)\b))"
)
_ITEMS = re.compile(
    r"(?:\A|[ (])(?P<items>(?P<the>[Tt]he )?[^\W\d_][\w-]*, "
    r"(?:the )?(?P<second>[^\W\d_][\w-]*)(?: (?P<noun>[^\W\d_][\w-]*))?)\Z"
)


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Three words in a row, all with an article or none: a comma behind two of them only may set off a clause."""
    not_second, not_last = frozenset(rule.words["not_second"]), frozenset(rule.words["not_last"])
    for stretch, text, match in matches(subject, rule, _LAST):
        items = _ITEMS.search(text[: match.start()])
        if items is None or items["second"] in not_second or {match["last"], items["second"]} & not_last:
            continue
        if bool(items["the"]) != bool(match["the"]) or (items["noun"] and items["the"]):
            continue
        yield in_text(rule, subject, stretch, (items.start("items"), match.end()))
