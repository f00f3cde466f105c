"""The hints of many rules, turned about: from each word, phrase, sign or form of figures to the rules that have it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["DIGITS", "FIGURE", "REACH", "START", "WORD", "Hints", "beside_figures", "hints_of", "words_of"]

WORD = re.compile(r"\w[\w-]*")
DIGITS = re.compile(r"\d+")
_WORD_BESIDE = re.compile(r"[^\W\d_]+(?=\W)")
"""A word of what stands about figures, with another sign behind it: what has no more may end within a word."""
FIGURE = "0"
"""What stands for any figures in a hint: "0th" is in "12th"."""
_BEHIND = re.compile(f"(?=({FIGURE}.{{1,2}}))")
_BEFORE = re.compile(f".{FIGURE}")
START = "^"
"""What stands in a hint for the beginning of a text, before figures."""
REACH = 20
"""So many characters on either side of figures are looked at: a hint with figures has no more."""

Owners = Sequence[int]
"""The rules that have a hint, by their places in what was turned about."""


def words_of(text: str) -> list[str]:
    """The words of a text one by one, in small letters; those with a hyphen are one."""
    return WORD.findall(text.lower())


@dataclass(frozen=True, slots=True)
class Hints:
    """The hints of `count` rules by how they are looked up, each with its owners.

    `pairs` are those of several words, by two of these that stand side by side, `parts` those with signs and one whole
    word, by that word. `figures` are those with figures, by the longest of the words that another sign stands behind,
    or else by the signs beside the first of the figures.
    """

    count: int
    words: Mapping[str, Owners]
    pairs: Mapping[str, Mapping[str, Mapping[str, Owners]]]
    parts: Mapping[str, Mapping[str, Owners]]
    signs: Mapping[str, Owners]
    figures: Mapping[str, Mapping[str, Owners]]


@lru_cache(maxsize=1024)
def hints_of(rules: tuple[tuple[str, ...], ...]) -> Hints:
    """The hints of each of some rules, turned about. Those of the same rules are made once."""
    owners: dict[str, list[int]] = {}
    for place, hints in enumerate(rules):
        for hint in hints:
            its = owners.setdefault(DIGITS.sub(FIGURE, hint), [])
            if place not in its[-1:]:
                its.append(place)
    words: dict[str, Owners] = {}
    pairs: dict[str, dict[str, dict[str, Owners]]] = {}
    parts: dict[str, dict[str, Owners]] = {}
    signs: dict[str, Owners] = {}
    figures: dict[str, dict[str, Owners]] = {}
    for hint, its in owners.items():
        if FIGURE in hint:
            figures.setdefault(_beside_figures(hint), {})[hint] = its
            continue
        parted = WORD.findall(hint)
        if not parted:
            signs[hint] = its
        elif parted[0] == hint:
            words[hint] = its
        elif len(parted) == 1 or hint.endswith("-"):
            parts.setdefault(max(parted, key=len), {})[hint] = its
        else:
            # The longest of the words, with the one before it or, if it is the first, that behind it.
            at = max(parted.index(max(parted, key=len)) - 1, 0)
            pairs.setdefault(parted[at], {}).setdefault(parted[at + 1], {})[hint] = its
    return Hints(len(rules), words, pairs, parts, signs, figures)


def beside_figures(text: str) -> set[str]:
    """By what hints with figures may be looked up in a text, which has 0 for figures."""
    behind = _BEHIND.findall(text)
    return {FIGURE, *_WORD_BESIDE.findall(text), *_BEFORE.findall(text), *behind, *(signs[:2] for signs in behind)}


def _beside_figures(hint: str) -> str:
    at = hint.index(FIGURE)
    signs = hint[at : at + 3] if at == 0 or len(hint) > at + 2 else hint[at - 1 : at + 1]
    words: list[str] = _WORD_BESIDE.findall(hint)
    return max(words, key=len, default=signs)
