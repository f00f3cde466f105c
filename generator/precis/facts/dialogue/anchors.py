"""Letters that a text must hold for a pattern to match it, so that a text is searched for few patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Anchor", "Index", "anchors_of", "anchors_of_any", "keys_of"]

_SHORTEST = 3
"""Letters of an anchor, at least."""
_KEY = 4
"""Letters of the beginning of a word by which anchors are looked up."""
_FREQUENT = {0: 1.0, 1: 1.0, 2: 0.6, 3: 0.5, 4: 0.2, 5: 0.1, 6: 0.04}
"""How many of all sentences hold a word, roughly, by its letters; of more letters, RARE."""
_RARE = 0.015
_EDGES = ("\\b", "\\A", "\\a")
"""Marks behind which letters begin a word; small, where a pattern is read in small letters."""
_WORD = re.compile(r"[^\W\d_]+")


class Anchor(NamedTuple):
    """Letters of a pattern; `begins` says that they begin with a word."""

    letters: str
    begins: bool

    @property
    def key(self) -> str:
        """The beginning of the longest word that begins in them, up to KEY letters; empty if none is sure."""
        best = ""
        for match in _WORD.finditer(self.letters):
            complete = match.end() < len(self.letters) or len(match[0]) >= _KEY
            if complete and (match.start() > 0 or self.begins) and len(match[0]) > len(best):
                best = match[0]
        return best[:_KEY]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A character, a group or something else of a pattern; `optional` says that a text may do without it."""

    text: str
    kind: str
    optional: bool


@lru_cache(maxsize=4096)
def anchors_of(pattern: str, *, begins: bool = True) -> tuple[Anchor, ...]:
    """Letters one of which stands in whatever the pattern matches, as rare as can be; empty where none are sure.

    `begins` says that the pattern begins where a word does. The phrases of a language share most of their groups.
    """
    choices = _choices(pattern)
    if len(choices) > 1:
        each = [anchors_of(choice, begins=begins) for choice in choices]
        return tuple(sorted({anchor for anchors in each for anchor in anchors})) if all(each) else ()
    found = list(_found(pattern, begins))
    return min(found, key=_cost, default=())


def anchors_of_any(patterns: Iterable[str]) -> tuple[Anchor, ...]:
    """Letters one of which stands in whatever one of some patterns matches; empty where none are sure."""
    each = [anchors_of(pattern) for pattern in patterns]
    return tuple(sorted({anchor for anchors in each for anchor in anchors})) if all(each) else ()


def _cost(anchors: Sequence[Anchor]) -> tuple[bool, float]:
    """How little a choice of anchors spares: one without keys is looked up for every text."""
    return not all(anchor.key for anchor in anchors), sum(map(_frequency, anchors))


def _found(pattern: str, begins: bool) -> Iterator[tuple[Anchor, ...]]:
    """The anchors of each part that a pattern cannot do without: runs of letters, and groups."""
    run, run_begins = "", begins
    for piece in _pieces(pattern):
        if piece.kind == "letter" and not piece.optional:
            run_begins = run_begins if run else begins
            run += piece.text
        else:
            if len(run) >= _SHORTEST:
                yield (Anchor(run, run_begins),)
            run = ""
            inside = _inside(piece)
            anchors = anchors_of(inside, begins=begins) if inside is not None and not piece.optional else ()
            if anchors:
                yield anchors
        begins = _behind(piece, begins)
    if len(run) >= _SHORTEST:
        yield (Anchor(run, run_begins),)


@lru_cache(maxsize=4096)
def _behind(piece: _Piece, begins: bool) -> bool:
    """Whether a word begins behind a piece, if one begins before it or not."""
    inside = _inside(piece)
    if piece.text.startswith(("(?!", "(?=", "(?<")):
        return begins
    if piece.text in _EDGES:
        return True
    if piece.kind == "letter":
        behind = not piece.text.isalpha()
    elif inside is not None:
        behind = all(_behind_all(choice, begins) for choice in _choices(inside))
    else:
        behind = False
    return behind and (begins or not piece.optional)


def _behind_all(pattern: str, begins: bool) -> bool:
    for piece in _pieces(pattern):
        begins = _behind(piece, begins)
    return begins


def _frequency(anchor: Anchor) -> float:
    return _FREQUENT.get(max(map(len, anchor.letters.split()), default=0), _RARE)


def _inside(piece: _Piece) -> str | None:
    """What stands in a group; None for what is none, and for one that only looks ahead or back."""
    if piece.kind != "group" or piece.text.startswith(("(?!", "(?=", "(?<")):
        return None
    match = re.fullmatch(r"\((?:\?:|\?P<\w+>)?(.*)\)", piece.text, re.DOTALL)
    return match[1] if match else None


def _pieces(pattern: str) -> Iterator[_Piece]:
    """The pieces of a pattern without choices of its own, in order."""
    at = 0
    while at < len(pattern):
        start, char = at, pattern[at]
        kind = "letter" if char.isalpha() or char in " -'" else "other"
        if char == "(":
            at, kind = _closing(pattern, at), "group"
        elif char == "[":
            at = pattern.index("]", at + 2)
        elif char == "\\":
            at += 1
        text = pattern[start : at + 1]
        at += 1
        after = pattern[at : at + 1]
        optional = after in ("?", "*") or pattern.startswith("{0", at)
        if after and after in "?*+":
            at += 1
        elif after == "{":
            at = pattern.index("}", at) + 1
        # A question mark behind a count asks for the shortest match: it makes nothing optional.
        at += pattern.startswith("?", at) and after in ("?", "*", "+", "{")
        yield _Piece(text, kind, optional)


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


class Index:
    """Patterns by their anchors: which of them may match a text."""

    def __init__(self, anchors: Sequence[tuple[Anchor, ...]]) -> None:
        self._always: set[int] = set()
        self._by_key: dict[str, list[tuple[str, int]]] = {}
        for place, each in enumerate(anchors):
            if not each or not all(anchor.key for anchor in each):
                self._always.add(place)
                continue
            for anchor in each:
                self._by_key.setdefault(anchor.key, []).append((anchor.letters, place))

    def near(self, text: str, keys: frozenset[str]) -> list[int]:
        """The places of the patterns that may match a text in small letters; `keys` are those of the text."""
        found = set(self._always)
        for key in self._by_key.keys() & keys:
            found.update(place for letters, place in self._by_key[key] if letters in text)
        return sorted(found)


def keys_of(text: str) -> frozenset[str]:
    """The beginnings of the words of a text in small letters, by which anchors are looked up."""
    return frozenset(word[:_KEY] for word in _WORD.findall(text))
