"""Two words that cannot stand beside one another: would adopted, several law, cette rapport."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.spelling import Told
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_ALONE = r"(?<![\w'-])"
_ENDS = r"(?![\w'-])"
_PARTS = 4
_Pair = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Two sets of words, and what stands before and behind them. Of the second, some are known by their `ends`."""

    before: str
    first: frozenset[str]
    second: frozenset[str]
    ends: tuple[str, ...]
    but: frozenset[str]
    after: str

    def has(self, one: str, other: str) -> bool:
        if one not in self.first:
            return False
        return other not in self.but and (other in self.second or (bool(self.ends) and other.endswith(self.ends)))


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each pair of words of a frame of the rule.

    A frame is what stands before, the first words, the second ones and what stands behind. "*ed" is any second word
    with this end, "!need" is none of them.
    """
    frames, told = _told(tuple(rule.words.items()))
    found = told.among(subject.pairs)
    for place in sorted({place for places in found.values() for place in places}):
        frame = frames[place]
        pairs = sorted(pair for pair, places in found.items() if place in places)
        # What a frame is of may begin a sentence.
        either = "|".join(f"(?:{one}|{one.capitalize()}) {other}" for one, other in pairs)
        form = re.compile(f"{_ALONE}{frame.before}(?:{either}){_ENDS}{frame.after}", re.MULTILINE)
        for stretch, _, match in matches(subject, rule, form, [" ".join(pair) for pair in pairs]):
            yield in_text(rule, subject, stretch, match.span())


@lru_cache(maxsize=32)
def _told(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[_Frame, ...], Told[_Pair, tuple[int, ...]]]:
    """The frames of a rule, and what gives the places of those that have a pair."""
    frames = tuple(_frame(*parts[:_PARTS]) for _, parts in words)
    by_first: dict[str, list[int]] = {}
    for place, frame in enumerate(frames):
        for word in frame.first:
            by_first.setdefault(word, []).append(place)
    return frames, Told(lambda pair: _places(pair, by_first, frames))


def _places(pair: _Pair, by_first: Mapping[str, list[int]], frames: tuple[_Frame, ...]) -> tuple[int, ...] | None:
    if not pair:
        return None
    return tuple(place for place in by_first.get(pair[0], ()) if frames[place].has(*pair)) or None


def _frame(before: str = "", first: str = "", second: str = "", after: str = "") -> _Frame:
    words = second.split()
    return _Frame(
        before,
        frozenset(first.split()),
        frozenset(word for word in words if word[0] not in "*!"),
        tuple(word[1:] for word in words if word[0] == "*"),
        frozenset(word[1:] for word in words if word[0] == "!"),
        after,
    )
