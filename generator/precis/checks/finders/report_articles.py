"""Reports considered under the article of another treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.language.bodies import bodies

__all__ = ["find"]

_FIGURES = re.compile(r"\d+(?![\w(]| \()")
"""The number of an article, and not of one with paragraphs: "article 8 (1)" is of a protocol."""
_PARENTHESES = re.compile(r"[(（][^()（）]*[)）]")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A heading on the consideration of reports with the article of another body's treaty, and not of a protocol."""
    known = bodies(subject.assets)
    symbol = subject.record.symbol
    own = next((body for body in known if symbol is not None and body.series == symbol.series), None)
    if own is None or not own.report_articles:
        return
    right = frozenset(re.findall(r"\d+", own.report_articles))
    others = {figure for body in known for figure in re.findall(r"\d+", body.report_articles)} - right
    begun = tuple(subject.wording.reading["considerations"])
    for stretch, text in texts(subject, rule):
        words = text.lower()
        if not words.startswith(begun) or any(each in words for each in rule.words["protocols"]):
            continue
        parted = _PARENTHESES.sub(lambda found: " " * len(found[0]), text)
        found = list(_FIGURES.finditer(parted))
        if found and not right & {each[0] for each in found}:
            for each in found:
                if each[0] in others:
                    yield in_text(rule, subject, stretch, each.span(), right=own.report_articles)
