"""Sessions numbered in figures that have a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_SUFFIX = r"(?:(?<!1\d)(?:(?<=1)st|(?<=2)nd|(?<=3)rd)|(?:(?<=1\d)|(?<=[04-9]))th)"
"""Another one is an ordinal to be mended first."""
_SESSION = re.compile(rf"(?P<ordinal>(?P<number>\d(?<![\w.,]\d)\d?){_SUFFIX}) (?:regular |special )?sessions?\b")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The ordinal before "session", where it is below 100."""
    for stretch, _, match in matches(subject, rule, _SESSION):
        word = subject.wording.grammar.session(int(match["number"])) if int(match["number"]) else ""
        if word:
            yield in_text(rule, subject, stretch, match.span("ordinal"), word[0].lower() + word[1:])
