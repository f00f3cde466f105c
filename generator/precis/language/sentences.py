"""Where the sentences of a passage begin and end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["CALL", "NO_WORDS", "SmallWords", "first_sentence", "is_abbreviation", "sentences", "small_words"]

CALL = "\ufffc"
"""The one character that stands for the call of a footnote in a passage's text."""

_ROMAN = re.compile(r"[IVXLC]+")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]{1,2}[^\W\d_])*")
# A stop, what may close after it, and the space before the next sentence. Chinese sentences need no space.
# A text may be all stops: a run of them is looked at once, and a word behind it sought within a hundred signs.
_END = re.compile(rf"(?<![.!?…؟])[.!?…؟]++(?:\s?»|[)\]\"”’'{CALL}])*(?P<space>\s+)|[。！？]+[”’）」]*(?P<wide>\s*)")
_FIRST_WORD = re.compile(rf"[^\w{CALL}]{{0,100}}(\w+)")
_LONGEST = 20  # letters of an abbreviation, at most


@dataclass(frozen=True, slots=True)
class SmallWords:
    """The small words of a language by which sentences end and names hold together.

    Abbreviations have no last full stop: those before a name ("Mr"), before a number ("No") and of times ("p.m"), and
    the `zones` that may follow a time. `in_names` stand inside names; the capital of one that is `common` says only
    that a sentence begins.
    """

    before_names: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    in_names: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


NO_WORDS = SmallWords()
"""Those of a text whose sentences nobody asks for."""


def small_words(data: Mapping[str, Any]) -> SmallWords:
    """The small words that the tables `abbreviations` and `connecting` of a numbers.toml hold."""
    lists = data["abbreviations"] | {name: data["connecting"][name] for name in ("in_names", "common")}
    return SmallWords(**{name: frozenset(words) for name, words in lists.items()})


def is_abbreviation(word: str, words: SmallWords) -> bool:
    """Whether a full stop after `word` belongs to it: "Mr", "No", "p.m", "J"."""
    if word[:1].isupper() and _INITIALS.fullmatch(word):
        return True
    return word in words.before_names or word in words.before_numbers or word in words.times


def sentences(text: str, words: SmallWords) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as (start, end) of what is printed, without the space between them.

    A stop ends a sentence when a word follows that begins neither with a small letter nor with a figure (a sentence
    never begins with figures: docs/conventions.md §6, rule 2), unless the stop is that of an abbreviation.
    """
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    for match in _END.finditer(text, start, end):
        if match.end() < end and (match["space"] is None or _ends(text, match, words)):
            spans.append((start, match.start("wide" if match["space"] is None else "space")))
            start = match.end()
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def first_sentence(text: str, words: SmallWords) -> int:
    """Where the first sentence of `text` ends; see `sentences`."""
    for match in _END.finditer(text):
        if match["space"] is None or _ends(text, match, words):
            return match.start("wide" if match["space"] is None else "space")
    return len(text)


def _ends(text: str, match: re.Match[str], words: SmallWords) -> bool:
    """Whether the stop that `match` found, with space after it, ends a sentence."""
    following = _FIRST_WORD.match(text, match.end())
    if following is None or not following[1][0].isalpha() or following[1][0].islower():
        return False
    standing = text[max(0, match.start() - _LONGEST) : match.start()].split()
    before = standing[-1].lstrip("([\"“‘«'") if standing and text[match.start()] == "." else ""
    if before in words.times:
        return following[1] not in words.zones
    if before in words.before_numbers:
        return _ROMAN.fullmatch(following[1]) is None
    return not is_abbreviation(before, words)
