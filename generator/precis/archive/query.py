"""What somebody looks for, as the expressions of FTS5 that find it in the two tables of an index."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from precis.archive.store import mark
from precis.archive.words import STEMMERS, pieces, words_for
from precis.model import PrecisError
from precis.model.uri import LANGUAGES

__all__ = ["Query", "phrases_in"]

_ASKED = re.compile(r'["“”«»„]([^"“”«»„]*)["“”«»„]|(\S+)')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: words, all of which a paragraph holds, those in quotation marks beside one another; and more.

    `state` is a State as the index has it (`store.state_mark`), `body` a code, `kind` what a paragraph is or a move in
    it, `theme` its name, `speaker` words of who speaks. `since` is the first day. `phrase` says that all the words
    stand beside one another.
    """

    words: str = ""
    state: str = ""
    body: str = ""
    kind: str = ""
    theme: str = ""
    speaker: str = ""
    language: str = ""
    since: dt.date | None = None
    phrase: bool = False

    def __post_init__(self) -> None:
        if not any((self.phrases, self.state, self.body, self.kind, self.theme, pieces(self.speaker))):
            message = "there is nothing to look for; write a word, or name a State, a speaker or a theme"
            raise PrecisError.one("search-empty", message)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What is looked for, each as it was written: a word, or several in quotation marks."""
        if self.phrase:
            return (self.words,) if pieces(self.words) else ()
        return tuple(phrases_in(self.words))

    @property
    def in_english(self) -> str:
        """The expression for English texts; empty if none is wanted."""
        if self.language not in ("", "en"):
            return ""
        return " AND ".join((*(f"text : {_quoted(pieces(each))}" for each in self.phrases), *self._others()))

    @property
    def in_others(self) -> str:
        """The expression for all other texts; empty if none is wanted. Each language has words of its own."""
        if self.language == "en":
            return ""
        others = list(self._others())
        if not self.phrases:
            wanted = (f"language : {mark(self.language)}",) if self.language else ()
            return " AND ".join((*others, *wanted))
        spoken = [self.language] if self.language else [each for each in LANGUAGES if each != "en"]
        alike: dict[str, list[str]] = {}
        for language in spoken:
            alike.setdefault(" AND ".join(map(self._in(language), self.phrases)), []).append(mark(language))
        choices = (f"({said} AND language : ({' OR '.join(tongues)}))" for said, tongues in alike.items())
        return " AND ".join((f"({' OR '.join(choices)})", *others))

    @staticmethod
    def _in(language: str) -> _Phrase:
        return _Phrase(language)

    def _others(self) -> Iterator[str]:
        """What is asked beside the words of the text, alike in both tables."""
        for column, name in (("state", self.state), ("kind", self.kind), ("theme", self.theme)):
            if name:
                yield f"{column} : {mark(name.removesuffix('0'))}"
        if self.body:
            yield f"body : {mark(self.body)}"
        if pieces(self.speaker):
            yield f"speaker : {_quoted(words_for('').asked(self.speaker))}"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Makes of what was written the expression of its words in a language."""

    language: str

    def __call__(self, written: str) -> str:
        words = words_for(self.language if self.language in STEMMERS else "").asked(written)
        # One Chinese character begins the words of two that it stands in; its last word is itself.
        begins = " *" if len(words) == 1 and len(words[0]) == 1 and not words[0].isascii() else ""
        return f"text : {_quoted(words)}{begins}"


def phrases_in(written: str) -> Iterator[str]:
    """The words of what was written, and what stands in quotation marks, without what has no letters or figures."""
    for match in _ASKED.finditer(written):
        asked = match[2] if match[1] is None else match[1]
        if pieces(asked):
            yield asked


def _quoted(words: Iterable[str]) -> str:
    """Words that stand beside one another; they have letters and figures alone."""
    return f'"{" ".join(words)}"'
