"""Two words that cannot stand beside one another: would adopted, several law, cette rapport."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_ALONE = r"(?<![\w'-])"
_ENDS = r"(?![\w'-])"
_PARTS = 4
_FEW = 64


@dataclass(frozen=True, slots=True)
class _Frame:
    """Two sets of words, and what stands before and behind them. Of the second, some are known by their `ends`.

    `every` are the pairs of a frame of few words: it is one pattern for all records.
    """

    before: str
    first: frozenset[str]
    second: frozenset[str]
    ends: tuple[str, ...]
    but: frozenset[str]
    after: str
    every: tuple[tuple[str, str], ...]

    def seconds(self, behind: Set[str]) -> Set[str]:
        """The second words among those that stand behind a first one."""
        found = self.second & behind
        if self.ends:
            found = found | {other for other in behind if other.endswith(self.ends)}
        return found - self.but


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each pair of words of a frame of the rule.

    A frame is what stands before, the first words, the second ones and what stands behind. "*ed" is any second word
    with this end, "!need" is none of them.
    """
    frames, by_first = _frames(tuple(rule.words.items()))
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for one in by_first.keys() & subject.behind.keys():
        for place in by_first[one]:
            seconds = frames[place].seconds(subject.behind[one])
            if seconds:
                found[place].extend((one, other) for other in seconds)
    for place in sorted(found):
        frame, pairs = frames[place], sorted(found[place])
        for stretch, _, match in matches(subject, rule, _form(frame, pairs), [" ".join(pair) for pair in pairs]):
            yield in_text(rule, subject, stretch, match.span())


def _form(frame: _Frame, pairs: list[tuple[str, str]]) -> re.Pattern[str]:
    """The pairs with what stands about them."""
    return _compiled(frame.before, frame.every or tuple(pairs), frame.after)


@lru_cache(maxsize=256)
def _compiled(before: str, pairs: tuple[tuple[str, str], ...], after: str) -> re.Pattern[str]:
    # A pair may begin a sentence.
    either = "|".join(f"(?:{one}|{one.capitalize()}) {other}" for one, other in pairs)
    return re.compile(f"{_ALONE}{before}(?:{either}){_ENDS}{after}", re.MULTILINE)


@lru_cache(maxsize=32)
def _frames(
    words: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[_Frame, ...], Mapping[str, Sequence[int]]]:
    """The frames of a rule, and for each first word the places of those that have it."""
    frames = tuple(_frame(*parts[:_PARTS]) for _, parts in words)
    by_first: dict[str, list[int]] = {}
    for place, frame in enumerate(frames):
        for one in frame.first:
            by_first.setdefault(one, []).append(place)
    return frames, by_first


def _frame(before: str = "", first: str = "", second: str = "", after: str = "") -> _Frame:
    words = second.split()
    firsts, seconds = frozenset(first.split()), frozenset(word for word in words if word[0] not in "*!")
    ends = tuple(word[1:] for word in words if word[0] == "*")
    few = not ends and len(firsts) * len(seconds) <= _FEW
    every = tuple(sorted(product(firsts, seconds))) if few else ()
    return _Frame(before, firsts, seconds, ends, frozenset(word[1:] for word in words if word[0] == "!"), after, every)
