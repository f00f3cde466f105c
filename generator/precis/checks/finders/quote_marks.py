"""Quotation marks of two kinds in one record: those of the rarer kind are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_CURLY = re.compile(r"“[^”]*”")
_STRAIGHT = re.compile(r"(?<![\w\"])\"[^\"”]*\"")
_LONGEST = 80
"""Of a longer quotation the mark that opens it is told."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each quotation in the marks that fewer have; of two as many, those that the apostrophes are not like.

    Without an apostrophe the curly ones are right: final documents have them (docs/conventions.md §6 rule 39).
    """
    if '"' not in subject.exact or "“" not in subject.exact:
        return
    looked = [(stretch, stretch.exact) for stretch, _ in texts(subject, rule)]
    curly, straight = (
        [(stretch, match) for stretch, text in looked for match in form.finditer(text)] for form in (_CURLY, _STRAIGHT)
    )
    apostrophes = [subject.exact.count(sign) for sign in "’'"]
    if len(curly) != len(straight):
        odd = min(curly, straight, key=len)
    else:
        odd = straight if apostrophes[0] >= apostrophes[1] else curly
    other = "“" if odd is straight else '"'
    for stretch, match in odd:
        span = match.span() if len(match[0]) <= _LONGEST else (match.start(), match.start() + 1)
        yield in_text(rule, subject, stretch, span, None, other=other)
