"""Proposals: what a sentence puts to the body for decision."""

from __future__ import annotations

import re
from functools import lru_cache

from precis.language.wording import Wording
from precis.proceedings.labels import any_of, with_blanks

__all__ = ["proposed_in"]


def proposed_in(text: str, wording: Wording) -> tuple[int, int] | None:
    """The characters of a sentence that say what it proposes; None if it proposes nothing.

    "The Chair said she took it that the Committee wished to adopt the agenda." proposes to "adopt the agenda".
    """
    for pattern in _patterns(wording):
        match = pattern.search(text)
        if match is not None:
            return match.span("what")
    return None


@lru_cache(maxsize=8)
def _patterns(wording: Wording) -> tuple[re.Pattern[str], ...]:
    """The patterns of proposals, the surest first."""
    words = wording.speech
    body = rf"(?:{any_of(words['deciding'])})"
    what = r"(?P<what>[^ ,，].*?)[ .:;。；：]*\Z"
    if wording.without_blanks:
        wishes = rf"(?:{body}(?:{any_of(words['wishes'])}))"
        takes_it, proposes_that = (
            rf"(?:{any_of(words[name])})[,，]?{wishes}?{what}" for name in ("takes_it", "proposes_that")
        )
        invites = rf"(?:{any_of(words['invites'])}){body}{what}"
        return tuple(map(re.compile, (takes_it, proposes_that, invites, wishes + what)))
    wishes = rf"(?:{body} (?:{with_blanks(words['wishes'])}))"
    return (
        re.compile(rf"\b(?:{any_of(words['takes_it'])}),? {wishes}?{what}"),
        re.compile(rf"\b(?:{any_of(words['proposes_that'])}),? {wishes}?{what}"),
        re.compile(rf"\b(?:{any_of(words['invites'])}) {body} (?:{with_blanks(words['infinitive'])}){what}"),
        re.compile(rf"\b{wishes}{what}"),
        re.compile(rf"\b(?:{with_blanks(words['proposes'])}){what}"),
    )
