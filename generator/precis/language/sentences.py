"""Where the sentences of a passage begin and end."""

from __future__ import annotations

import re

__all__ = ["CALL", "first_sentence", "is_abbreviation", "sentences"]

CALL = "\ufffc"
"""The one character that stands for the call of a footnote in a passage's text."""

# Abbreviations before a name, English and then French: their full stop never ends a sentence.
_BEFORE_NAME = frozenset(
    "Mr Mrs Ms Dr Prof St H.E Hon Gen Col Lt Rev cf vs e.g i.e viz approx M MM Me Mgr par.ex c.-à-d".split()
)
# Abbreviations before a number: no sentence ends when a Roman numeral follows. (Before figures none does anyway.)
_BEFORE_NUMBER = frozenset(
    "No Nos Art Arts art arts para paras sect sects chap chaps vol vols pt fig figs p pp al par".split()
)
_ROMAN = re.compile(r"[IVXLC]+")
_TIMES = frozenset({"a.m", "p.m"})
_ZONES = frozenset({"Central", "Eastern", "Western", "Greenwich", "Coordinated", "GMT", "UTC", "CET", "CEST"})
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")
# A stop, what may close after it, and the space before the next sentence. Chinese sentences need no space.
_END = re.compile(rf"[.!?…؟]+(?:\s?»|[)\]\"”’'{CALL}])*(?P<space>\s+)|[。！？]+[”’）」]*(?P<wide>\s*)")
_FIRST_WORD = re.compile(rf"[^\w{CALL}]*(\w+)")
_LONGEST = 20  # letters of an abbreviation, at most


def is_abbreviation(word: str) -> bool:
    """Whether a full stop after `word` belongs to it: "Mr", "No", "p.m", "J"."""
    if word[:1].isupper() and _INITIALS.fullmatch(word):
        return True
    return word in _BEFORE_NAME or word in _BEFORE_NUMBER or word in _TIMES


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as (start, end) of what is printed, without the space between them.

    A stop ends a sentence when a word follows that begins neither with a small letter nor with a figure (a sentence
    never begins with figures: un-conventions.md §6, rule 2), unless the stop is that of an abbreviation.
    """
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    for match in _END.finditer(text, start, end):
        if match.end() < end and (match["space"] is None or _ends(text, match)):
            spans.append((start, match.start("wide" if match["space"] is None else "space")))
            start = match.end()
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def first_sentence(text: str) -> int:
    """Where the first sentence of `text` ends; see `sentences`."""
    for match in _END.finditer(text):
        if match["space"] is None or _ends(text, match):
            return match.start("wide" if match["space"] is None else "space")
    return len(text)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the stop that `match` found, with space after it, ends a sentence."""
    following = _FIRST_WORD.match(text, match.end())
    if following is None or not following[1][0].isalpha() or following[1][0].islower():
        return False
    words = text[max(0, match.start() - _LONGEST) : match.start()].split()
    before = words[-1].lstrip("([\"“‘«'") if words and text[match.start()] == "." else ""
    if before in _TIMES:
        return following[1] not in _ZONES
    if before in _BEFORE_NUMBER:
        return _ROMAN.fullmatch(following[1]) is None
    return not is_abbreviation(before)
