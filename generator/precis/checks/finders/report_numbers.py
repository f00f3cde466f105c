"""Headings whose report has another number than the symbols behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.proceedings.reports import report_numbers

__all__ = ["find"]

_NUMBER = re.compile(r"/C(?:\.12)?/[A-Z]{3}/(?:R?Q/|QPR/)?(?P<first>\d{1,2})(?:-(?P<last>\d{1,2}))?(?![\w/-])")
"""The number of a report, or of the questions about it; one with a year or of another treaty is numbered otherwise."""
_PARENTHESES = re.compile(r"\([^()]*\)")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The number in a symbol that is none of those of the reports that a heading names."""
    for stretch, _ in texts(subject, rule):
        found = list(_NUMBER.finditer(stretch.text)) if "/" in stretch.text else []
        series = report_numbers(_PARENTHESES.sub("", stretch.text), subject.wording) if found else ()
        for match in found if series else ():
            if not {int(match["first"]), int(match["last"] or match["first"])} <= set(series):
                number = "–".join(map(str, sorted({series[0], series[-1]})))
                yield in_text(rule, subject, stretch, match.span("first"), number=number)
