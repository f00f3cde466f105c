"""Words that are written otherwise, each with the right one: names too, as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, listed, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each of the words of the rule, where no letter stands about it."""
    words = [word for word in listed(rule, subject) if word in subject.own]
    if not words:
        return
    form = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)")
    for stretch, _, match in matches(subject, rule, form, [word.lower() for word in words]):
        yield in_text(rule, subject, stretch, match.span(), rule.words[match[0]][0])
