"""The phrases that tell what a sentence of a dialogue does (templates/languages/xx/dialogue.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

__all__ = ["Phrase", "Phrases", "anchors_of", "any_of", "filled", "phrases_of"]


@dataclass
class Phrase:
    """A phrase, and letters one of which a text must hold for it to be worth a look; its pattern is made when it is.

    `firmness` is that of a promise; `thanks` says that of the Chair it is a courtesy.
    """

    say: str
    anchors: tuple[str, ...]
    firmness: str = ""
    thanks: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, from the beginning of a word to the end of one."""
        return re.compile(rf"(?<!\w)(?:{self.say})(?!\w)")


class Phrases:
    """The phrases of one kind, and those that take away what stands within them."""

    def __init__(self, phrases: Sequence[Phrase], taken: Sequence[Phrase] = ()) -> None:
        self._phrases = _Anchored(phrases)
        self._taken = _Anchored(taken)

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
    """Phrases by their anchors, so that a text is searched only for those that may stand in it."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._always = frozenset(place for place, phrase in enumerate(phrases) if not phrase.anchors)
        self._anchors = [(anchor, place) for place, phrase in enumerate(phrases) for anchor in phrase.anchors]

    def near(self, text: str) -> list[Phrase]:
        """The phrases that may stand in a text, in their order."""
        found = {place for anchor, place in self._anchors if anchor in text}
        return [self._phrases[place] for place in sorted(found | self._always)]


def phrases_of(data: Mapping[str, Any], kind: str, shorthand: Mapping[str, str]) -> Phrases:
    """The phrases of a kind in the data of a language; none where the language has none."""
    made = [[_phrase(entry, shorthand) for entry in data.get(name, ())] for name in (kind, f"not_{kind}")]
    return Phrases(*made)


def _phrase(entry: Mapping[str, Any], shorthand: Mapping[str, str]) -> Phrase:
    say = filled(entry["say"], shorthand)
    return Phrase(say, anchors_of(say), entry.get("firmness", ""), entry.get("thanks", False))


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


_SHORTEST = 3
"""Letters of an anchor, at least."""


def anchors_of(pattern: str) -> tuple[str, ...]:
    """Letters one of which stands in whatever the pattern matches; empty where none are sure."""
    found: list[tuple[str, ...]] = []
    for part in _parts(pattern):
        if part.startswith("("):
            inside = re.fullmatch(r"\((?:\?:|\?P<\w+>)?(.*)\)", part, re.DOTALL)
            if inside is None or part.startswith(("(?!", "(?=", "(?<")):
                continue
            choices = [anchors_of(choice) for choice in _choices(inside[1])]
            if all(choices):
                found.append(tuple(sorted({anchor for choice in choices for anchor in choice})))
        elif len(part) >= _SHORTEST:
            found.append((part,))
    return max(found, key=lambda anchors: min(map(len, anchors)) - len(anchors) / 8, default=())


def _parts(pattern: str) -> Iterator[str]:
    """The parts that a pattern cannot do without: runs of letters and groups. One with choices has none."""
    if len(_choices(pattern)) > 1:
        yield f"(?:{pattern})"
        return
    run, at = "", 0
    while at < len(pattern):
        char = pattern[at]
        if char == "(":
            end = _closing(pattern, at)
            piece, char = pattern[at : end + 1], ""
            at = end
        elif char == "[":
            piece, char = "", ""
            at = pattern.index("]", at + 2)
        elif char == "\\":
            at += 1
            piece = ""
            char = pattern[at] if not pattern[at].isalnum() else ""
        else:
            piece = ""
        after = pattern[at + 1 : at + 2]
        optional = after in {"?", "*"} or pattern.startswith("{0", at + 1)
        if char and (char.isalpha() or char in " -'") and not optional:
            run += char
        else:
            yield run
            run = ""
            if piece and not optional:
                yield piece
        if after in {"?", "*", "+"}:
            at += 1
        elif after == "{":
            at = pattern.index("}", at)
        at += 1
    yield run


def _closing(pattern: str, opening: int) -> int:
    """Where the group that opens at `opening` closes."""
    depth, at = 0, opening
    while True:
        if pattern[at] == "\\":
            at += 1
        elif pattern[at] == "(":
            depth += 1
        elif pattern[at] == ")":
            depth -= 1
            if not depth:
                return at
        at += 1


def _choices(pattern: str) -> list[str]:
    """The choices of a pattern, parted by "|" outside of groups."""
    choices, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == "|" and not depth:
            choices.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*choices, pattern[start:]]
