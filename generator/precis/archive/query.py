"""What somebody looks for, as the expressions of FTS5 that find it in the two tables of an index."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from precis.archive.schema import ENGLISH, OTHERS
from precis.archive.stems import KNOWN
from precis.archive.store import mark
from precis.archive.words import pieces, words_for
from precis.model import PrecisError

__all__ = ["Query", "Wanted", "phrases_in"]

_ASKED = re.compile(r'["“”«»„]([^"“”«»„]*)["“”«»„]|(\S+)')

_MOST_WORDS, _LONGEST = 200, 5_000
"""Words, each of which is looked for at each place of a text that was found; and characters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What FTS5 is asked for in a table, as its expressions: `phrases` of the text, and what is so `besides`.

    What is found is `without` what that expression finds.
    """

    table: str
    phrases: tuple[str, ...]
    besides: tuple[str, ...]
    without: str = ""

    @property
    def all(self) -> str:
        """The expression of all of it."""
        said = " AND ".join((*self.phrases, *self.besides))
        return f"({said}) NOT {self.without}" if self.without else said


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
        count = len(pieces(f"{self.words} {self.speaker}"))
        length = len(self.words) + len(self.speaker)
        if count > _MOST_WORDS or length > _LONGEST:
            what = f"{count:,} words" if count > _MOST_WORDS else f"{length:,} characters"
            message = f"there are {what} to look for; write at most {_MOST_WORDS} words, such as a sentence"
            raise PrecisError.one("search-long", message)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What is looked for, each once and as it was written: a word, or several in quotation marks."""
        if self.phrase:
            return (self.words,) if pieces(self.words) else ()
        return tuple(dict.fromkeys(phrases_in(self.words)))

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What the tables are asked for. No paragraph is found by two of them: each language has words of its own."""
        besides = tuple(self._besides())
        found = []
        if self.language in ("", "en"):
            phrases = tuple(f"text : {_quoted(pieces(each))}" for each in self.phrases)
            found.append(Wanted(ENGLISH, phrases, besides))
        spoken = (self.language,) if self.language else KNOWN
        alike: dict[tuple[str, ...], list[str]] = {}
        for language in spoken:
            if language == "en":
                continue
            alike.setdefault(tuple(_in(language, each) for each in self.phrases), []).append(mark(language))
        for phrases, tongues in alike.items():
            found.append(Wanted(OTHERS, phrases, (*besides, f"language : ({' OR '.join(tongues)})")))
        if not self.language:
            # Those whose words have no stems, whichever they are: their words are looked for as they stand.
            phrases = tuple(_in("", each) for each in self.phrases)
            tongues = [mark(each) for each in KNOWN if each != "en"]
            found.append(Wanted(OTHERS, phrases, besides, f"language : ({' OR '.join(tongues)})"))
        return tuple(found)

    def _besides(self) -> Iterator[str]:
        """What is asked beside the words of the text, alike in both tables."""
        for column, name in (("state", self.state), ("kind", self.kind), ("theme", self.theme)):
            if name:
                yield f"{column} : {mark(name.removesuffix('0'))}"
        if self.body:
            yield f"body : {mark(self.body)}"
        if pieces(self.speaker):
            yield f"speaker : {_quoted(words_for('').asked(self.speaker))}"


def _in(language: str, written: str) -> str:
    """The expression of what was written, in the words of a language that is not English."""
    words = words_for(language).asked(written)
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
