"""Words that tell themes: alone, or with those that stand behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["Entry", "KnownWord", "heaviest"]

_MOST = 1_000
"""So many words that stand behind one are kept with what begins so."""


class Entry:
    """A word or several, each whole or a beginning, that tell a theme."""

    __slots__ = ("begun", "next", "rest", "theme", "weight")

    def __init__(self, words: Sequence[str], theme: str, weight: float) -> None:
        self.rest = tuple(words[1:])
        # The word behind the first, looked at before the others are; or what it begins with.
        self.next = self.rest[0] if self.rest else ""
        self.begun = self.next[:-1] if self.next.endswith("*") else ""
        self.theme = theme
        self.weight = weight


class KnownWord:
    """The entries whose first word a word is: what it tells alone, and the longer ones by the word behind it."""

    __slots__ = ("_begun", "_behind", "_by_next", "alone")

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.alone: dict[str, float] = {}
        self._by_next: dict[str, list[Entry]] = {}
        self._begun = [entry for entry in entries if entry.begun]
        self._behind: dict[str, list[Entry]] = {}
        for entry in entries:
            if not entry.rest:
                self.alone[entry.theme] = max(self.alone.get(entry.theme, 0.0), entry.weight)
            elif not entry.begun:
                self._by_next.setdefault(entry.next, []).append(entry)

    def longer(self, words: Sequence[str], place: int) -> list[Entry]:
        """Those of several words that stand where the word behind is at `place`."""
        after = words[place]
        found = self._behind.get(after)
        if found is None:
            found = self._find(after)
        if not found:
            return found
        return [entry for entry in found if len(entry.rest) == 1 or _follow(words, place, entry.rest)]

    def _find(self, after: str) -> list[Entry]:
        """The entries that go on with the word behind the first, or may; what was found once is kept."""
        found = [*self._by_next.get(after, ()), *[entry for entry in self._begun if after.startswith(entry.begun)]]
        if len(self._behind) >= _MOST:
            self._behind.clear()
        self._behind[after] = found
        return found


def heaviest(entries: Iterable[Entry], longest: int) -> dict[str, float]:
    """What the longest of some entries tell."""
    here: dict[str, float] = {}
    for entry in entries:
        if len(entry.rest) == longest:
            here[entry.theme] = max(here.get(entry.theme, 0.0), entry.weight)
    return here


def _follow(words: Sequence[str], place: int, rest: Sequence[str]) -> bool:
    """Whether the rest of an entry stands from `place` on."""
    if place + len(rest) > len(words):
        return False
    for word, wanted in zip(words[place:], rest, strict=False):
        if not (word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted):
            return False
    return True
