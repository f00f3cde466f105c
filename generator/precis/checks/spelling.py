"""Whether two names may be one, spelled in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

__all__ = ["Told", "first_letter", "mistyped", "near_names"]

_SHORTEST = 5
"""Shorter names that differ in a letter are names of two persons as a rule: Lee and Leo."""
_SURE = 6
"""Names of so many letters are one wherever they differ; shorter ones only within: Pinnas, not Silvas beside Silva."""

_APART = 2
"""Names that are one differ in length by so many letters at most; two that have changed places differ in so many."""
_DOUBLE_NAME = 2
"""A double name has so many parts."""
_BEGINNING = 2
"""Parts of double names that are one begin with so many letters that are the same."""
_SOUNDS = (("ph", "f"), ("ck", "k"), ("ch", "k"), ("c", "k"), ("th", "t"), ("y", "i"), ("w", "v"), ("ou", "u"))
_DOUBLE = re.compile(r"(.)\1")


_MOST = 100_000
"""Words that are remembered: the records of an archive have the same ones."""

_What = TypeVar("_What")


class Told(Generic[_What]):
    """What is told of words, each of which is looked at once: the words of which nothing is are remembered."""

    def __init__(self, tell: Callable[[str], _What | None]) -> None:
        self._tell = tell
        self._right: set[str] = set()

    def among(self, words: Iterable[str]) -> dict[str, _What]:
        """What is told of each of some words of which something is."""
        right = self._right
        if len(right) > _MOST:
            right.clear()
        unknown = [word for word in words if word not in right]
        told = {word: what for word in unknown if (what := self._tell(word))}
        right.update(word for word in unknown if word not in told)
        return told


def first_letter(name: str) -> str:
    """The letter with which a name begins, without its accent: names that are near begin with the same one."""
    return _bare(name)[:1]


def near_names(one: str, other: str) -> bool:
    """Whether they differ only in accents or hyphens, or in one letter of many that is not a beginning.

    Of double names, one part may differ in two letters: Ceesay-Njie, Ceesay-Njai.
    """
    first, second = _bare(one), _bare(other)
    if first == second:
        return one.casefold() != other.casefold()
    if min(len(first), len(second)) < _SHORTEST or first[0] != second[0] or abs(len(first) - len(second)) > 1:
        return False
    if one.split()[0] != other.split()[0] and len(one.split()) > 1:
        return False
    within = first[-2:] == second[-2:] or min(len(first), len(second)) >= _SURE
    return (within and _one_apart(first, second)) or ("-" in one and _one_part_apart(one, other))


def mistyped(one: str, other: str) -> bool:
    """Whether a name may be another one that is typed wrongly, or written as it sounds.

    A double letter stands elsewhere, two letters have changed their places, or the first one is missing. Another first
    letter is another name: Fernández, Hernández.
    Only for names of which one is known to be right.
    """
    first, second = _bare(one), _bare(other)
    if min(len(first), len(second)) < _SURE or first == second or abs(len(first) - len(second)) > _APART:
        return False
    if _as_heard(first) == _as_heard(second):
        return True
    if min(len(first), len(second)) <= _SURE:
        return False
    if first[0] != second[0]:
        return len(first) != len(second) and _one_apart(first, second)
    apart = sum(letter != beside for letter, beside in zip(first, second, strict=False))
    return sorted(first) == sorted(second) and apart == _APART


def _as_heard(name: str) -> str:
    """A name with each double letter once, and one letter for those that sound alike."""
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    return _DOUBLE.sub(r"\1", name)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in letters if sign.isalnum())


def _one_part_apart(one: str, other: str) -> bool:
    """Whether two double names have all parts but one, and that one but for two letters that stand together."""
    if not any(first == second for first, second in zip(one.split("-"), other.split("-"), strict=False)):
        return False
    parts = [(_bare(first), _bare(second)) for first, second in zip(one.split("-"), other.split("-"), strict=False)]
    apart = [(first, second) for first, second in parts if first != second]
    if len(parts) < _DOUBLE_NAME or one.count("-") != other.count("-") or len(apart) != 1:
        return False
    first, second = apart[0]
    start = _alike(first, second)
    end = _alike(first[start:][::-1], second[start:][::-1])
    rests = first[start : len(first) - end], second[start : len(second) - end]
    return start >= _BEGINNING and max(map(len, rests)) <= _APART


def _alike(one: str, other: str) -> int:
    """With how many letters that are the same two words begin."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return start


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter is another, is missing, or two are changed about."""
    start = _alike(one, other)
    rests = one[start:], other[start:]
    if len(one) == len(other):
        turned = rests[0][:2] == rests[1][:2][::-1] and rests[0][2:] == rests[1][2:]
        return rests[0][1:] == rests[1][1:] or turned
    longer, shorter = sorted(rests, key=len, reverse=True)
    return longer[1:] == shorter
