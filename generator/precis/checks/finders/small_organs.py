"""Organs and treaties in small letters behind their article, where the record speaks of no other of their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each of the `names` of the rule behind one of its `articles`; what its pattern finds is told already.

    Where a name stands otherwise, "a committee", the one with its article may be that: none is told then. A name before
    one of the words `of_others` is another one, and one before `things` is part of a name of these.
    """
    words = rule.words
    names = [name for name in words["names"] if name in subject.vocabulary]
    for name in names:
        form, known = _form(name, words["articles"], words["of_others"], words["things"]), _known(rule.pattern)
        found = list(matches(subject, rule, form, [name, f"{name}s"]))
        if any(match.lastgroup == "other" for _, _, match in found):
            continue
        for stretch, text, match in found:
            if match.lastgroup == "alone" and (known is None or known.match(text, match.start()) is None):
                yield in_text(rule, subject, stretch, match.span())


@lru_cache(maxsize=64)
def _form(name: str, articles: tuple[str, ...], of_others: tuple[str, ...], things: tuple[str, ...]) -> re.Pattern[str]:
    """A name in small letters: `alone` behind an article, part of a `thing`, or `other`."""
    behind = "|".join(rf"(?<=\b{article}{name})" for article in articles)
    others, parts = "|".join(of_others), "|".join(things)
    return re.compile(
        rf"(?<!\w){name}(?:(?P<thing>(?= (?:{parts})\b))|(?P<alone>(?![\w-])(?:{behind})(?! (?:{others})))|(?P<other>))"
    )


@lru_cache(maxsize=16)
def _known(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None
