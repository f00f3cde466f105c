"""Figures of five digits and more without their commas, or with blanks in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find", "is_number_of"]

_FIGURES = re.compile(
    r"[1-9](?<![\w.,/:–-][1-9])(?:\d{4,8}|\d{0,2}(?: \d{3})+)(?![\w/-]|[.,]\d)(?= [a-z]|[.;)](?: |$)|$)", re.MULTILINE
)
_NAMED = re.compile(
    r"(?:\b(?:No|Nos|Act|Law|Decree|Case|number|code|Order|Directive|Bill|Ordinance|Resolution"
    r"|[Ff]ile|[Rr]eference|[Aa]ccount|[Rr]oom|Box|Ref)\.? ?|#)\Z"
)


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Figures that count something: not the number of a law or of a case."""
    for stretch, text, match in matches(subject, rule, _FIGURES):
        if not is_number_of(text, match.start()):
            yield in_text(rule, subject, stretch, match.span(), f"{int(match[0].replace(' ', '')):,}")


def is_number_of(text: str, at: int) -> bool:
    """Whether figures are the number of a law, a case or the like."""
    return _NAMED.search(text, max(0, at - 12), at) is not None
