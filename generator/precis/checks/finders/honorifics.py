"""Persons with two honorifics in one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import any_of

__all__ = ["find"]

_RARE = 9
"""A name of so many letters, or of two with a hyphen, is hardly that of two persons in one record."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The honorific that stands once, of a rare name that has the other one twice and more."""
    men, women = rule.words["men"], rule.words["women"]
    titles = any_of((*men, *women))
    form = re.compile(rf"(?P<title>{titles}) (?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)")
    found = [
        (stretch, text, match)
        for stretch, text, match in matches(subject, rule, form)
        if not text[match.start() - 1 : match.start()].isalnum()
    ]
    counts = Counter((match["name"].removesuffix("'s"), match["title"] in men) for _, _, match in found)
    for stretch, text, match in found:
        name, man = match["name"].removesuffix("'s"), match["title"] in men
        once = counts[name, man] == 1 and counts[name, not man] > 1
        if once and (len(name) >= _RARE or "-" in name) and not text.startswith(" (", match.end()):
            new = women[0] if man else men[0]
            yield in_text(rule, subject, stretch, match.span("title"), new, name=name)
