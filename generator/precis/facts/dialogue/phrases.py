"""The phrases that tell what a sentence of a dialogue does (templates/languages/xx/dialogue.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from precis.facts.dialogue.anchors import Needs, needs_of
from precis.facts.dialogue.sieve import Index, Sieve

__all__ = ["Phrase", "Phrases", "any_of", "filled", "phrases_of"]


@dataclass
class Phrase:
    """A phrase, and what a text must hold for it to be worth a look; its pattern is made when it is.

    `firmness` is that of a promise; `thanks` says that of the Chair it is a courtesy, `own` that it begins with a verb
    whose subject must be the speaker.
    """

    say: str
    needs: Needs
    firmness: str = ""
    thanks: bool = False
    own: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, from the beginning of a word to the end of one."""
        return re.compile(rf"(?<!\w)(?:{self.say})(?!\w)")


class Phrases:
    """The phrases of one kind, and those that take away what stands within them."""

    def __init__(self, phrases: Sequence[Phrase], taken: Sequence[Phrase] = (), sieve: Sieve | None = None) -> None:
        sieve = sieve or Sieve()
        self._phrases = _Anchored(phrases, sieve)
        self._taken = _Anchored(taken, sieve)

    def find(self, text: str) -> tuple[re.Match[str], Phrase] | None:
        """The first phrase of the table that stands in a text in small letters and is not taken away; or None."""
        return next(self.each(text), None)

    def each(self, text: str) -> Iterator[tuple[re.Match[str], Phrase]]:
        """Every place where a phrase stands and is not taken away, phrase by phrase."""
        taken: list[tuple[int, int]] | None = None
        for phrase in self._phrases.near(text):
            for match in phrase.pattern.finditer(text):
                if taken is None:
                    near = self._taken.near(text)
                    taken = [each.span() for other in near for each in other.pattern.finditer(text)]
                if not any(start < match.end() <= end for start, end in taken):
                    yield match, phrase


class _Anchored:
    """Phrases by what they need, so that a text is searched only for those that may stand in it."""

    def __init__(self, phrases: Sequence[Phrase], sieve: Sieve) -> None:
        self._phrases = tuple(phrases)
        self._index = Index((phrase.needs for phrase in phrases), sieve)

    def near(self, text: str) -> list[Phrase]:
        """The phrases that may stand in a text, in their order."""
        return [self._phrases[place] for place in self._index.near(text)]


def phrases_of(data: Mapping[str, Any], kind: str, shorthand: Mapping[str, str], sieve: Sieve | None = None) -> Phrases:
    """The phrases of a kind in the data of a language; none where the language has none. Kinds share the `sieve`."""
    own, taken = ([_phrase(entry, shorthand) for entry in data.get(name, ())] for name in (kind, f"not_{kind}"))
    return Phrases(own, taken, sieve)


def _phrase(entry: Mapping[str, Any], shorthand: Mapping[str, str]) -> Phrase:
    say = filled(entry["say"], shorthand)
    return Phrase(say, needs_of(say), entry.get("firmness", ""), entry.get("thanks", False), entry.get("own", False))


def filled(pattern: str, shorthand: Mapping[str, str]) -> str:
    """A pattern with its shorthand written out; shorthand may hold shorthand."""
    while True:
        made = re.sub(r"\{([a-z_]+)\}", lambda match: shorthand[match[1]], pattern)
        if made == pattern:
            return made
        pattern = made


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"
