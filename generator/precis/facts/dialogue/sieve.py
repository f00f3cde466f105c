"""Which patterns may match a text, told by its words at once for all of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from precis.facts.dialogue.anchors import Anchor, Group, Needs

__all__ = ["Index", "Sieve"]

_WORD = re.compile(r"[^\W\d_]+")
_MOST_KNOWN = 10_000
"""So many answers are kept: most sentences have none of the words that patterns need, or the same few."""
_MOST_WORDS = 50_000
"""So many words are kept with what they tell."""


class Sieve:
    """Tells by its words which groups of anchors a text has: each group that is known here is a bit.

    What a word tells is found out once. Of an anchor of several words the longest counts.
    """

    def __init__(self) -> None:
        self._bits: dict[Group, int] = {}
        self._whole: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        self._within: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._last = "", 0

    def bits(self, way: Iterable[Group]) -> list[int]:
        """The bits of a text that has all that a way needs, that of the rarest group first."""
        words = ((group, [_longest(anchor) for anchor in group]) for group in way)
        return [
            self._bits.get(group) or self._add(group, longest)
            for group, longest in words
            if all(word for word, _ in longest)
        ]

    def _add(self, group: Group, words: Iterable[tuple[str, str]]) -> int:
        bit = self._bits[group] = 1 << len(self._bits)
        for word, kind in words:
            known = {"whole": self._whole, "begun": self._begun, "within": self._within}[kind]
            known[word] = known.get(word, 0) | bit
        self._known.clear()
        self._last = "", 0
        return bit

    def of(self, text: str) -> int:
        """The bits of a text in small letters; kept for the last, since several tables ask."""
        last, bits = self._last
        if last == text:
            return bits
        bits = 0
        known = self._known
        for word in _WORD.findall(text):
            told = known.get(word)
            bits |= self._learn(word) if told is None else told
        self._last = text, bits
        return bits

    def _learn(self, word: str) -> int:
        bits = self._whole.get(word, 0)
        for end in range(1, len(word) + 1):
            bits |= self._begun.get(word[:end], 0)
        for part, told in self._within.items():
            if part in word:
                bits |= told
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        self._known[word] = bits
        return bits


@cache
def _longest(anchor: Anchor) -> tuple[str, str]:
    """The longest word of an anchor, and whether it is a "whole" one, or "begun" or stands "within" one; "" if none."""
    found: list[tuple[int, str, str]] = []
    for match in _WORD.finditer(anchor.letters):
        begins = match.start() > 0 or anchor.begins
        kind = ("whole" if match.end() < len(anchor.letters) else "begun") if begins else "within"
        found.append((len(match[0]), match[0], kind))
    return max(found, default=(0, "", ""))[1:]


class Index:
    """Patterns by what they need: which of them may match a text. Tables with one `sieve` ask a text for it once."""

    def __init__(self, needs: Iterable[Needs], sieve: Sieve | None = None) -> None:
        self._sieve = sieve or Sieve()
        self._always: list[int] = []
        self._by_bit: dict[int, list[tuple[int, int]]] = {}
        for place, each in enumerate(needs):
            ways = [self._sieve.bits(way) for way in each.ways]
            if ways and all(ways):
                for bits in ways:
                    self._by_bit.setdefault(bits[0], []).append((place, sum(set(bits))))
            else:
                self._always.append(place)
        self._any = sum(self._by_bit)
        self._all = 0
        for ways_of_bit in self._by_bit.values():
            for _, needed in ways_of_bit:
                self._all |= needed
        self._known: dict[int, Sequence[int]] = {}

    def near(self, text: str) -> Sequence[int]:
        """The places of the patterns that may match a text in small letters, in order."""
        bits = self._sieve.of(text) & self._all
        known = self._known.get(bits)
        return self._find(bits) if known is None else known

    def _find(self, bits: int) -> Sequence[int]:
        """The places of the patterns that need no other bits than these; what was found once is kept."""
        found, rare = set(self._always), bits & self._any
        while rare:
            bit = rare & -rare
            rare ^= bit
            for place, needed in self._by_bit[bit]:
                if bits & needed == needed:
                    found.add(place)
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        places = self._known[bits] = sorted(found)
        return places
