"""Sentences that begin with figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_FIGURES = re.compile(
    r"\d(?<![\w.,/(–-]\d)\d*(?:[,.]\d+| \d{3}\b)*(?= (?:[a-zà-ÿ]|[A-Z]{2}|% |(?:l|d|qu)'|[A-ZÀ-Þ][a-zà-ÿ]{3,}s ))"
)
_ENDS = re.compile(r"(?P<last>[^\s(]*[^\s(.?!])?(?P<stop>[.?!])[”\"’')\]]*\Z")
_LAST = ".?!”\"’')]"
"""Signs that stand at the end of a sentence."""
_REACH = 40
_SHORTEST = 2
"""A word of one letter before a stop is an initial or an abbreviation, as in "v."."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Figures at the beginning of a text, or behind a stop that no abbreviation of the rule has."""
    short = frozenset(rule.words["abbreviations"])
    for stretch, text, match in matches(subject, rule, _FIGURES):
        at = match.start()
        if not at or (
            text[at - 1] == " " and text[at - 2] in _LAST and _ends(text[max(0, at - _REACH) : at - 1], short)
        ):
            yield in_text(rule, subject, stretch, match.span())


def _ends(before: str, short: frozenset[str]) -> bool:
    """Whether a sentence ends here."""
    match = _ENDS.search(before)
    if match is None:
        return False
    last = (match["last"] or "").strip("”\"’'")
    if match["stop"] != ".":
        return True
    return last.lower() not in short and "." not in last and (len(last) >= _SHORTEST or not last.isalpha())
