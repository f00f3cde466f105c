"""Which texts of a record may hold what a rule looks for: its words and figures are looked up once, for all rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise

__all__ = ["FIGURE", "REACH", "START", "Sieve", "words_of"]

_WORD = re.compile(r"\w[\w-]*")
_FIGURES = re.compile(r"\d+(?:[.,:/ –-]{1,3}\d+)*")
_DIGITS = re.compile(r"\d+")
_NEAR = re.compile(r"[^\W\d_]+(?=\W)")
"""A word of what stands about figures, with another sign behind it: what has no more may end within a word."""
_SIGNS = re.compile(r"\W{2,}")
FIGURE = "0"
"""What stands for any figures in a hint: "0th" is in "12th"."""
START = "^"
"""What stands in a hint for the beginning of a text, before figures."""
REACH = 20
"""So many characters on either side of figures are looked at: a hint with figures has no more."""


def words_of(text: str) -> list[str]:
    """The words of a text one by one, in small letters; those with a hyphen are one."""
    return _WORD.findall(text.lower())


@dataclass(frozen=True, slots=True)
class _Hint:
    """The hints of a rule by how they are looked up.

    `phrases` are those with signs or of several words, by the longest of these: each with that word and the one beside
    it, or with no words where it has no other whole one. `figures` are those with figures, by the longest of the words
    that another sign stands behind; "" where they have none.
    """

    words: frozenset[str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    signs: tuple[str, ...]
    figures: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1024)
def _parted(hint: tuple[str, ...]) -> _Hint:
    figures: dict[str, tuple[str, ...]] = {}
    for each in (_DIGITS.sub(FIGURE, each) for each in hint if _DIGITS.search(each)):
        longest = max(_NEAR.findall(each), key=len, default="")
        figures[longest] = (*figures.get(longest, ()), each)
    rest = [each for each in hint if _DIGITS.search(each) is None]
    words = tuple(each for each in rest if _WORD.fullmatch(each))
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    signs = []
    for each in rest:
        of_it = _WORD.findall(each)
        if not of_it:
            signs.append(each)
        elif each not in words:
            longest = max(of_it, key=len)
            at = max(of_it.index(longest) - 1, 0)
            pair = () if len(of_it) == 1 or each.endswith("-") else tuple(of_it[at : at + 2])
            phrases[longest] = (*phrases.get(longest, ()), (pair, each))
    return _Hint(frozenset(words), phrases, tuple(signs), figures)


class Sieve:
    """The words of the texts of a record, and what stands about its figures. All is in small letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = [text.lower() for text in texts]

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each text one by one."""
        return [_WORD.findall(text) for text in self.texts]

    @cached_property
    def texts_of(self) -> dict[str, list[int]]:
        """For each word in which texts it stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self.words):
            for word in set(words):
                found[word].append(index)
        return dict(found)

    @cached_property
    def _pairs(self) -> set[tuple[str, ...]]:
        """Each two words that stand beside one another, whatever signs are between them; and no words."""
        return {()}.union(chain.from_iterable(map(pairwise, self.words)))

    @cached_property
    def behind(self) -> Mapping[str, Set[str]]:
        """For each word those that stand behind it, whatever signs are between them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in self._pairs - {()}:
            found[one].add(other)
        return dict(found)

    @property
    def vocabulary(self) -> Set[str]:
        """Each of the words once."""
        return self.texts_of.keys()

    @cached_property
    def whole(self) -> str:
        """All texts, one a line."""
        return "\n".join(self.texts)

    @cached_property
    def _signs(self) -> str:
        """What stands in all texts between words and is longer than a sign, each once."""
        return "\t".join(set(_SIGNS.findall(self.whole)))

    @cached_property
    def _about_figures(self) -> dict[str, list[int]]:
        """What stands about each of the figures, with 0 for them, and in which texts."""
        about, places = [], []
        for index, text in enumerate(self.texts):
            for match in _FIGURES.finditer(text):
                start, end = match.span()
                about.append(text[start - REACH : end + REACH] if start > REACH else f"{START}{text[: end + REACH]}")
                places.append(index)
        found: dict[str, list[int]] = {}
        shapes = _DIGITS.sub(FIGURE, "\n".join(about)).split("\n") if about else []
        for each, index in zip(shapes, places, strict=True):
            found.setdefault(each, []).append(index)
        return found

    @cached_property
    def _figures(self) -> str:
        return "\n".join(self._about_figures)

    @cached_property
    def _near_figures(self) -> set[str]:
        """Each of the words about figures, and no word."""
        return {"", *_NEAR.findall(self._figures)}

    def having(self, hint: tuple[str, ...]) -> list[int]:
        """The texts in which one of the hints of a rule stands, in order."""
        found: set[int] = set()
        parted = _parted(hint)
        for word in parted.words & self.vocabulary if parted.words else ():
            found.update(self.texts_of[word])
        for word in parted.phrases.keys() & self.vocabulary if parted.phrases else ():
            for phrase in [phrase for pair, phrase in parted.phrases[word] if pair in self._pairs]:
                found.update([index for index in self.texts_of[word] if phrase in self.texts[index]])
        for signs in parted.signs:
            if signs in (self._signs if len(signs) > 1 else self.whole):
                found.update([index for index, text in enumerate(self.texts) if signs in text])
        for word in parted.figures.keys() & self._near_figures if parted.figures else ():
            for figures in parted.figures[word]:
                if figures in self._figures:
                    found.update(*(places for about, places in self._about_figures.items() if figures in about))
        return sorted(found)
