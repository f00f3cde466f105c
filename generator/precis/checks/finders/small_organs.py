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

_NEXT = re.compile(r" ([a-zà-ÿ-]+'?)")
"""The word behind a name; an elided one by itself."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each of the `names` of the rule behind one of its `articles`; what its pattern finds is told already.

    Where a name stands otherwise, "a committee", the one with its article may be that: none is told then. A name before
    one of the words `of_others` is another one, and one before a word that begins as `things` do is part of its name.
    """
    words, known = rule.words, _compiled(rule.pattern) if rule.pattern else None
    of_others = frozenset(words["of_others"])
    articles, things = frozenset(words["articles"]), words["things"]
    for name in words["names"]:
        if name not in subject.vocabulary:
            continue
        found = list(matches(subject, rule, _compiled(rf"(?<!\w){name}s?(?![\w-])"), [name, f"{name}s"]))
        alone = []
        for stretch, text, match in found:
            behind = _NEXT.match(text, match.end())
            if behind is not None and behind[1].startswith(things):
                continue
            before = text[: match.start()].rsplit(None, 1)[-1:]
            if match[0] != name or not articles.intersection(each.lower() for each in before):
                break
            if behind is not None and behind[1] in of_others:
                break
            alone.append((stretch, text, match.span()))
        else:
            for stretch, text, span in alone:
                if known is None or known.match(text, span[0]) is None:
                    yield in_text(rule, subject, stretch, span)


@lru_cache(maxsize=16)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
