"""The words of a text that tell what it is on, cut to their stems; words of every dialogue tell nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

__all__ = ["Stems"]

_WORD = re.compile(r"(?:(?:[cdjlmnst]|qu)')?([^\W\d_][\w'-]*|\d[\d.,]*\d|\d)")
"""A word or a number, without what is elided before it in French."""
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LEFT = 5
"""Letters that an ending must leave."""
_LEFT_BY_INFLECTION = 4
_ENDINGS = 2
"""Endings that a word may lose, one behind the other: "educational"."""
_MOST_TEXTS = 16_384
"""So many texts are kept with their stems: a sentence is looked at for its record, and again for its session."""
_LONGEST = 7
"""Letters of a stem, at most: what is behind them is mostly an ending."""


class Stems:
    """Cuts the words of one language to stems. What was cut once is kept."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._inflections = tuple((ending, put) for ending, put in data["stems"]["inflections"])
        self._endings = tuple(sorted(data["stems"]["endings"], key=len, reverse=True))
        self._same: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self.each = lru_cache(maxsize=_MOST_TEXTS)(self._each)
        """The stems of a text in its order, each as often as it stands there; those of what was asked are kept."""
        self._formula = frozenset(map(self._plain, data["formula"]["words"].split()))
        for words in data["stems"]["same"]:
            first = self._cut(self._plain(words[0]))
            self._same |= {self._cut(self._plain(word)): first for word in words}

    def of(self, text: str) -> frozenset[str]:
        """The stems of a text without those of words that every dialogue has."""
        return frozenset(self.each(text))

    def _each(self, text: str) -> tuple[str, ...]:
        known = self._known
        words = _WORD.findall(text.lower())
        stems = [known[word] if word in known else self._learn(word) for word in words]
        return tuple([stem for stem in stems if stem])

    def _learn(self, word: str) -> str:
        stem = self._known[word] = self._stem(word)
        return stem

    def _stem(self, word: str) -> str:
        """The stem of a word in small letters; empty for one that tells nothing."""
        if word[0].isdigit():
            return word if len(word) > 1 and not _YEAR.fullmatch(word) else ""
        plain = self._plain(word)
        if len(plain) < 3 or plain in self._formula:
            return ""
        cut = self._cut(plain)
        return self._same.get(cut, cut)

    def _plain(self, word: str) -> str:
        """A word without its inflection."""
        word = word.removesuffix("'s").strip("'-")
        for ending, put in self._inflections:
            if word.endswith(ending) and len(word) - len(ending) >= _LEFT_BY_INFLECTION:
                return f"{word[: len(word) - len(ending)]}{put}"
        return word

    def _cut(self, plain: str) -> str:
        for _ in range(_ENDINGS):
            ending = next(
                (each for each in self._endings if plain.endswith(each) and len(plain) - len(each) >= _LEFT), ""
            )
            plain = plain.removesuffix(ending)
        return plain[:_LONGEST].rstrip("e")
