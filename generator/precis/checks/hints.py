"""The hints of many rules, turned about: from each word, phrase, sign or form of figures to the rules that have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
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
        for hint in dict.fromkeys(DIGITS.sub(FIGURE, hint) for hint in hints):
            owners.setdefault(hint, []).append(place)
    figures = [hint for hint in owners if FIGURE in hint]
    words, parts, pairs, signs = [], [], [], []
    for hint in owners:
        if FIGURE in hint:
            continue
        of_it = WORD.findall(hint)
        if not of_it:
            signs.append(hint)
        elif of_it == [hint]:
            words.append(hint)
        elif len(of_it) == 1 or hint.endswith("-"):
            parts.append(hint)
        else:
            pairs.append(hint)
    by_first = _grouped(pairs, lambda hint: _pair(hint)[0])
    return Hints(
        len(rules),
        {hint: owners[hint] for hint in words},
        {
            first: _with_owners(_grouped(hints, lambda hint: _pair(hint)[1]), owners)
            for first, hints in by_first.items()
        },
        _with_owners(_grouped(parts, _longest), owners),
        {hint: owners[hint] for hint in signs},
        _with_owners(_grouped(figures, _beside_figures), owners),
    )


def beside_figures(text: str) -> set[str]:
    """By what hints with figures may be looked up in a text, which has 0 for figures."""
    behind = _BEHIND.findall(text)
    return {FIGURE, *_WORD_BESIDE.findall(text), *_BEFORE.findall(text), *behind, *(signs[:2] for signs in behind)}


def _beside_figures(hint: str) -> str:
    at = hint.index(FIGURE)
    signs = hint[at : at + 3] if at == 0 or len(hint) > at + 2 else hint[at - 1 : at + 1]
    words: list[str] = _WORD_BESIDE.findall(hint)
    return max(words, key=len, default=signs)


def _grouped(hints: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for hint in hints:
        found.setdefault(key(hint), []).append(hint)
    return found


def _with_owners(groups: Mapping[str, list[str]], owners: Mapping[str, Owners]) -> dict[str, dict[str, Owners]]:
    return {key: {hint: owners[hint] for hint in hints} for key, hints in groups.items()}


def _longest(hint: str) -> str:
    return max(words_of(hint), key=len)


def _pair(hint: str) -> list[str]:
    """The longest of the words of a hint with the one before it, or with that behind it."""
    words = WORD.findall(hint)
    at = max(words.index(_longest(hint)) - 1, 0)
    return words[at : at + 2]
