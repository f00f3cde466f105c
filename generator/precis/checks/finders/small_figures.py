"""Whole numbers under 10 in figures, where words are to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_NUMBER = re.compile(r"(?<=\w )(?P<number>[1-9])(?= (?P<after>[a-z-]+))")
_LARGER = re.compile(r"(?<![\w./])\d[\d,.]*\d(?![\w/])")
_YEAR = re.compile(r"(?:19|20)\d\d")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A small number after a word that counts things and before a thing in the plural.

    In a sentence that has a larger number the small ones may be of one series with it (docs/conventions.md §6 rule 5).
    """
    ones = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    for stretch, text in texts(subject, rule):
        for match in _NUMBER.finditer(text):
            plural = match["after"].endswith("s") or match["after"] in ("men", "women", "children", "people", "staff")
            counted = (
                text[: match.start()].rsplit(None, 1)[-1].lower() in rule.words["before"]
                and match["after"] not in rule.words["not_after"]
            )
            if not counted or not (plural or match["number"] == "1") or _in_series(text, match.start("number")):
                continue
            yield in_text(rule, subject, stretch, match.span("number"), ones[int(match["number"]) - 1])


def _in_series(text: str, at: int) -> bool:
    """Whether the sentence about a place, or the one before it, has a larger number, which is no year."""
    first = text.rfind(". ", 0, max(text.rfind(". ", 0, at), 0)) + 1
    last = text.find(". ", at)
    sentences = text[first : last if last >= 0 else len(text)]
    return any(not _YEAR.fullmatch(found[0]) for found in _LARGER.finditer(sentences))
