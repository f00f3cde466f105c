"""Which texts of a record may hold what rules look for: its words and figures are looked up once, for all rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise

from precis.checks.hints import DIGITS, FIGURE, REACH, START, WORD, Hints, Owners, beside_figures

__all__ = ["Sieve"]

_FIGURES = re.compile(r"\d+(?:[.,:/ –-]{1,3}\d+)*")
_SIGNS = re.compile(r"\W{2,}")


class Sieve:
    """The words of the texts of a record, and what stands about its figures. All is in small letters."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = [text.lower() for text in texts]
        self._texts_of: dict[str, list[int]] = {}

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each text one by one."""
        return [WORD.findall(text) for text in self.texts]

    @cached_property
    def _each_once(self) -> list[set[str]]:
        """The words of each text."""
        return [set(words) for words in self.words]

    @cached_property
    def vocabulary(self) -> Set[str]:
        """Each of the words once."""
        return set().union(*self._each_once)

    @cached_property
    def behind(self) -> Mapping[str, Set[str]]:
        """For each word those that stand behind it, whatever signs are between them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for words in self.words:
            for one, other in pairwise(words):
                found[one].add(other)
        return dict(found)

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
        shapes = DIGITS.sub(FIGURE, "\n".join(about)).split("\n") if about else []
        for each, index in zip(shapes, places, strict=True):
            found.setdefault(each, []).append(index)
        return found

    @cached_property
    def _figures(self) -> str:
        return "\n".join(self._about_figures)

    @cached_property
    def _beside_figures(self) -> set[str]:
        """By what hints with figures are looked up."""
        return beside_figures(self._figures)

    def having(self, hints: Hints) -> list[list[int]]:
        """For each of the rules whose hints these are, the texts in which one of them stands, in order."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for owners, texts in self._found(hints):
            for owner in owners:
                found[owner].update(texts)
        return [sorted(found[owner]) if owner in found else [] for owner in range(hints.count)]

    def _found(self, hints: Hints) -> Iterator[tuple[Owners, Sequence[int]]]:
        """Each hint that stands somewhere: the rules that have it, and the texts."""
        for word in hints.words.keys() & self.vocabulary if hints.words else ():
            yield hints.words[word], self._having_word(word)
        for first in hints.pairs.keys() & self.behind.keys() if hints.pairs else ():
            seconds = hints.pairs[first]
            for second in seconds.keys() & self.behind[first]:
                yield from self._having(seconds[second], self._having_word(max(first, second, key=len)))
        for word in hints.parts.keys() & self.vocabulary if hints.parts else ():
            yield from self._having(hints.parts[word], self._having_word(word))
        for signs, owners in hints.signs.items():
            if signs in (self._signs if len(signs) > 1 else self.whole):
                yield owners, [index for index, text in enumerate(self.texts) if signs in text]
        for word in hints.figures.keys() & self._beside_figures if hints.figures else ():
            for figures, owners in hints.figures[word].items():
                if figures in self._figures:
                    for about, places in self._about_figures.items():
                        if figures in about:
                            yield owners, places

    def _having(self, phrases: Mapping[str, Owners], texts: Sequence[int]) -> Iterator[tuple[Owners, Sequence[int]]]:
        for phrase, owners in phrases.items():
            yield owners, [index for index in texts if phrase in self.texts[index]]

    def _having_word(self, word: str) -> Sequence[int]:
        """The texts that have a word."""
        if word not in self._texts_of:
            self._texts_of[word] = [index for index, words in enumerate(self._each_once) if word in words]
        return self._texts_of[word]
