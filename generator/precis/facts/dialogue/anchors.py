"""Letters that a text must hold for a pattern to match it, so that a text is searched for few patterns.

A pattern is read once, from left to right. Each part that it cannot do without, a run of letters or a group of choices,
gives a group of anchors: one of them stands in whatever the pattern matches. A text must have one of each group.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

__all__ = ["Anchor", "Group", "Needs", "keys_of", "needs_of", "needs_of_any"]

_SHORTEST = 3
"""Letters of an anchor, at least."""
_KEY = 4
"""Letters of the beginning of a word by which anchors are looked up."""
_FREQUENT = {0: 1.0, 1: 1.0, 2: 0.6, 3: 0.5, 4: 0.2, 5: 0.1, 6: 0.04}
"""How many of all sentences hold a word, roughly, by its letters; of more letters, RARE."""
_RARE = 0.015
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile(r"(?:[^\W\d_]|[ '-])+")
_BRACKETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()]", re.DOTALL)
"""A bracket of a pattern, or what is passed over since one in it stands for itself."""
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_COUNT = re.compile(r"(?P<count>[?*+]|\{\d*,?\d*\})[?+]?")
_GROUP = re.compile(r"\((?:\?(?:[:>]|P<\w+>|[a-zA-Z-]+:))?(?!\?)")
_LOOK = re.compile(r"\(\?(?:<?[=!])")
_FLAGS = re.compile(r"\(\?(?:[a-zA-Z]+|P=\w+)\)")
_ESCAPED = {"x": 4, "u": 6}
"""How long an escape is that gives a character by its number."""
_BEFORE_WORD = re.compile(r"\(\?<!(?:\\w\)|\[\\w)")
"""What looks back for no part of a word: behind it one begins."""


class Anchor(NamedTuple):
    """Letters of a pattern, in small ones; `begins` says that a word begins with them.

    `key` is the beginning of the longest word that is sure to begin in them, up to KEY letters; empty if none is.
    """

    letters: str
    begins: bool
    key: str


Group = tuple[Anchor, ...]
"""Anchors one of which stands in whatever a pattern matches."""


@cache
def _anchor(letters: str, begins: bool) -> Anchor:
    """The anchor of letters; `begins` says that a word begins with them."""
    best = ""
    for match in _WORD.finditer(letters):
        complete = match.end() < len(letters) or len(match[0]) >= _KEY
        if complete and (match.start() > 0 or begins) and len(match[0]) > len(best):
            best = match[0]
    return Anchor(letters, begins, best[:_KEY])


@cache
def _frequency(anchor: Anchor) -> float:
    return _FREQUENT.get(max(map(len, anchor.letters.split()), default=0), _RARE)


@cache
def _cost(group: Group) -> tuple[bool, float]:
    """How little a group spares: one without keys is looked up for every text."""
    return not all(anchor.key for anchor in group), sum(map(_frequency, group))


class Needs:
    """What a text must hold for a pattern to be worth a look: of one of its `ways` an anchor of each group.

    A way is what one choice of the pattern cannot do without, the rarest group first. There are none where a choice
    can do without any, so that each text is worth a look.
    """

    __slots__ = ("_looked_for", "_rarest", "ways")

    def __init__(self, ways: Iterable[Iterable[Group]]) -> None:
        found = [tuple(sorted(dict.fromkeys(groups), key=_cost)) for groups in ways]
        self.ways = tuple(dict.fromkeys(found)) if all(found) else ()
        self._looked_for = tuple(
            tuple((_keys(group), tuple(anchor.letters for anchor in group)) for group in way) for way in self.ways
        )
        self._rarest = tuple(dict.fromkeys(anchor.letters for way in self.ways for anchor in way[0]))

    def met(self, text: str, keys: frozenset[str]) -> bool:
        """Whether the pattern may match a text in small letters, whose keys are given."""
        return not self.ways or any(_holds(text, keys, way) for way in self._looked_for)

    def may(self, text: str) -> bool:
        """The same in a hurry, where nobody has the keys of the text: by the letters of the rarest groups alone."""
        return not self.ways or any(map(text.__contains__, self._rarest))


def _holds(text: str, keys: frozenset[str], way: Sequence[tuple[frozenset[str], Sequence[str]]]) -> bool:
    return all(not (wanted and wanted.isdisjoint(keys)) and _stand(letters, text) for wanted, letters in way)


def _stand(letters: Sequence[str], text: str) -> bool:
    return any(map(text.__contains__, letters))


def _keys(group: Group) -> frozenset[str]:
    keys = frozenset(anchor.key for anchor in group)
    return frozenset() if "" in keys else keys


def needs_of(pattern: str, *, begins: bool = True) -> Needs:
    """What a text must hold that the pattern matches; `begins` says that the pattern begins where a word does."""
    return Needs(_ways(pattern, begins))


def needs_of_any(patterns: Iterable[str]) -> Needs:
    """What a text must hold that one of some patterns matches, each of which begins where a word does."""
    return Needs([way for pattern in patterns for way in _ways(pattern, True)])


def _ways(pattern: str, begins: bool) -> list[list[Group]]:
    """The groups of each choice of a pattern, also where one group holds all of it."""
    if pattern.startswith("(?:") and _ends(pattern)[0] == len(pattern) - 1:
        pattern = pattern[3:-1]
    return _Reading(pattern).ways(begins)[0]


@cache
def _of_group(inside: str, begins: bool) -> tuple[list[Group], bool]:
    """The groups of what stands in brackets, and whether a word begins behind it; what many patterns hold is read once.

    What has several choices has an anchor of each, if each has one.
    """
    choices, behind = _Reading(inside).ways(begins)
    if len(choices) == 1:
        return choices[0], behind
    if not all(choices):
        return [], behind
    return [tuple(sorted({anchor for groups in choices for anchor in min(groups, key=_cost)}))], behind


def _ends(pattern: str) -> dict[int, int]:
    """Where each bracket of a pattern that opens is closed."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for match in _BRACKETS.finditer(pattern):
        if match[0] == "(":
            open_.append(match.start())
        elif match[0] == ")":
            ends[open_.pop()] = match.start()
    return ends


class _Reading:
    """A pattern that is read from left to right, and how far."""

    __slots__ = ("_ends", "_pattern", "at")

    def __init__(self, pattern: str) -> None:
        self._pattern, self.at = pattern, 0
        self._ends = _ends(pattern)

    def ways(self, begins: bool) -> tuple[list[list[Group]], bool]:
        """The groups of each of its choices, and whether a word begins behind them all."""
        each: list[list[Group]] = []
        behind = True
        while True:
            groups, ends = self._row(begins)
            each.append(groups)
            behind = behind and ends
            if not self._pattern.startswith("|", self.at):
                return each, behind
            self.at += 1

    def _row(self, begins: bool) -> tuple[list[Group], bool]:
        """The groups of pieces in a row, and whether a word begins behind them."""
        groups: list[Group] = []
        run, run_begins = "", begins
        while self.at < len(self._pattern) and self._pattern[self.at] != "|":
            letters = _LETTERS.match(self._pattern, self.at)
            if letters is None:
                groups.extend(_of_run(run, run_begins))
                inside, begins = self._piece(begins)
                groups.extend(inside)
                run, run_begins = "", begins
                continue
            self.at = letters.end()
            count = self._count()
            run += letters[0]
            if count is None:
                begins = not run[-1].isalpha()
                continue
            # The last letter stands there any number of times; what is behind it goes on from none that is known.
            optional, last = count, run[-1]
            groups.extend(_of_run(run[:-1] if optional else run, run_begins))
            before = not run[-2].isalpha() if len(run) > 1 else run_begins
            run_begins = begins = not last.isalpha() and (before or not optional)
            run = ""
        groups.extend(_of_run(run, run_begins))
        return groups, begins

    def _count(self) -> bool | None:
        """Whether the piece that ends here may be left out; None if no count stands behind it."""
        found = _COUNT.match(self._pattern, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found["count"][0] in "?*" or found["count"].startswith(("{0", "{,"))

    def _piece(self, begins: bool) -> tuple[list[Group], bool]:
        """The groups of a piece that is no letter, and whether a word begins behind it."""
        pattern, at = self._pattern, self.at
        groups: list[Group] = []
        if _LOOK.match(pattern, at):
            self.at = self._ends[at] + 1
            return [], begins or _BEFORE_WORD.match(pattern, at) is not None
        if flags := _FLAGS.match(pattern, at):
            self.at, behind = flags.end(), begins and "=" not in flags[0]
        elif group := _GROUP.match(pattern, at):
            self.at = self._ends[at] + 1
            groups, behind = _of_group(pattern[group.end() : self._ends[at]], begins)
        elif pattern[at] == "\\":
            self.at, behind = at + _ESCAPED.get(pattern[at + 1], 2), pattern[at + 1] in "bAWs"
        elif found := _CLASS.match(pattern, at):
            self.at, behind = found.end(), False
        else:
            self.at, behind = at + 1, not (pattern[at].isalnum() or pattern[at] in "._")
        optional = self._count()
        return [] if optional else groups, behind and (begins or not optional)


def _of_run(run: str, begins: bool) -> Iterable[Group]:
    return ((_anchor(run.lower(), begins),),) if len(run) >= _SHORTEST else ()


def keys_of(text: str) -> frozenset[str]:
    """The beginnings of the words of a text in small letters, by which anchors are looked up."""
    return frozenset([word[:_KEY] for word in _WORD.findall(text)])
