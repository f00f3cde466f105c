"""Which texts of a record may hold what a rule looks for: its words and figures are looked up once, for all rules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

__all__ = ["FIGURE", "REACH", "START", "Sieve", "words_of"]

_WORD = re.compile(r"\w[\w-]*")
_FIGURES = re.compile(r"\d+(?:[.,:/ –-]{1,3}\d+)*")
_DIGITS = re.compile(r"\d+")
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
    """The hints of a rule by how they are looked up. `phrases` are those of several words, by the longest of these."""

    words: frozenset[str]
    phrases: Mapping[str, tuple[str, ...]]
    signs: tuple[str, ...]
    figures: tuple[str, ...]


@lru_cache(maxsize=1024)
def _parted(hint: tuple[str, ...]) -> _Hint:
    figures = tuple(_DIGITS.sub(FIGURE, each) for each in hint if _DIGITS.search(each))
    rest = [each for each in hint if _DIGITS.search(each) is None]
    words = tuple(each for each in rest if _WORD.fullmatch(each))
    phrases: dict[str, tuple[str, ...]] = {}
    signs = []
    for each in rest:
        of_it = _WORD.findall(each)
        if not of_it:
            signs.append(each)
        elif each not in words:
            longest = max(of_it, key=len)
            phrases[longest] = (*phrases.get(longest, ()), each)
    return _Hint(frozenset(words), phrases, tuple(signs), figures)


class Sieve:
    """The words of the texts of a record, and what stands about its figures. All is in small letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = [text.lower() for text in texts]
        self._had: dict[tuple[str, ...], list[int]] = {}

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each text one by one."""
        return [_WORD.findall(text) for text in self.texts]

    @cached_property
    def texts_of(self) -> dict[str, list[int]]:
        """For each word in which texts it stands."""
        found: dict[str, list[int]] = {}
        for index, words in enumerate(self.words):
            for word in set(words):
                found.setdefault(word, []).append(index)
        return found

    @property
    def vocabulary(self) -> Set[str]:
        """Each of the words once."""
        return self.texts_of.keys()

    @cached_property
    def whole(self) -> str:
        """All texts, one a line."""
        return "\n".join(self.texts)

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

    def having(self, hint: tuple[str, ...]) -> list[int]:
        """The texts in which one of the hints of a rule stands, in order."""
        had = self._had.get(hint)
        if had is None:
            had = self._had[hint] = sorted(self._looked_up(hint))
        return had

    def _looked_up(self, hint: tuple[str, ...]) -> set[int]:
        found: set[int] = set()
        parted = _parted(hint)
        for word in parted.words & self.vocabulary if parted.words else ():
            found.update(self.texts_of[word])
        for word in parted.phrases.keys() & self.vocabulary if parted.phrases else ():
            for phrase in parted.phrases[word]:
                found.update([index for index in self.texts_of[word] if phrase in self.texts[index]])
        for signs in parted.signs:
            if signs in self.whole:
                found.update([index for index, text in enumerate(self.texts) if signs in text])
        for figures in parted.figures:
            if figures in self._figures:
                found.update(*(places for about, places in self._about_figures.items() if figures in about))
        return found
