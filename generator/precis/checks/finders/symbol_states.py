"""Headings whose State is not that of the symbols behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_CODES = re.compile(r"(?<=/)(?P<first>[A-Z]{3})(?:-(?P<second>[A-Z]{3}))?(?=/)")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The code of a symbol, where the heading names one State and no symbol of it has its code."""
    for stretch, own in texts(subject, rule):
        if "/" not in stretch.text:
            continue
        named = {found.state.code for found in subject.states_in(own)}
        found = [match for match in _CODES.finditer(stretch.text) if match["first"] in subject.states.by_code]
        codes = {code for match in found for code in match.groups() if code}
        if len(named) == 1 and found and named.isdisjoint(codes):
            yield in_text(rule, subject, stretch, found[0].span("first"), next(iter(named)))
