"""Headings whose report has another number than the symbols behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.proceedings.reports import reviews_in

__all__ = ["find"]

_NUMBER = re.compile(r"/C(?:\.12)?/[A-Z]{3}/(?:R?Q/|QPR/)?(?P<first>\d{1,2})(?:-(?P<last>\d{1,2}))?(?![\w/-])")
"""The number of a report, or of the questions about it; one with a year or of another treaty is numbered otherwise."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The number in a symbol that is none of those of the one report that a heading names."""
    for stretch, _ in texts(subject, rule):
        if "/" not in stretch.text:
            continue
        numbers = {each.report.numbers for each in reviews_in(stretch.text, subject.wording, subject.states)}
        series = numbers.pop() if len(numbers) == 1 else ()
        for match in _NUMBER.finditer(stretch.text) if series else ():
            last = int(match["last"] or match["first"])
            if not {int(match["first"]), last} <= set(series):
                yield in_text(
                    rule,
                    subject,
                    stretch,
                    match.span("first"),
                    number="–".join(map(str, sorted({series[0], series[-1]}))),
                )
