"""What tells that a passage answers a question: the words of both, what is asked for, names, places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from precis.facts.dialogue.lines import Line, Passage
from precis.facts.dialogue.member import asks_from
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move, MoveKind

__all__ = ["Asked", "Replied", "Sought", "asked_of", "names_of", "replied_of"]

_CONTEXT = 0.12
_CONTEXT_IF_HANGING = 0.6
"""What a word of the sentences before a question counts beside one of the question: more where that hangs on them."""
_FEW = 2
"""A question with so many words that tell, or fewer, hangs on what is said before it."""
_BEGINNING = 60
"""Letters of a question in which a word stands by which it hangs on what was said."""
_OPENING = 100
"""Letters of a reply in which a word stands by which it hangs on what was said."""
_FOCUS = 1.6
"""What a word counts that a reply takes up, beside one of the rest of the reply."""
_HEART = 3
"""The first words of a question that tell what it is about."""


class Sought(StrEnum):
    """What a question asks for, and a passage has."""

    NUMBER = "number"
    DATE = "date"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: the stems of its words, each with what it counts; the first of them; what it asks for.

    `place` is where it stands among the questions of its round, from 0 to 1; `count` how many those are.
    """

    move: Move
    name: str
    round: int
    stems: Mapping[str, float]
    heart: tuple[str, ...]
    sought: Sought | None
    place: float
    count: int

    @property
    def paragraph(self) -> tuple[str, int | None]:
        """The paragraph it stands in."""
        return self.move.at.record, self.move.at.paragraph


@dataclass(frozen=True, slots=True)
class Replied:
    """A passage: the stems of its words, each with what it counts; what it has; the members it names as it begins.

    `place` is where it stands among the passages of its round, from 0 to 1; `first` says that it is the first; `hangs`,
    that it begins as a reply does, or with words that stand for what was said before it.
    """

    passage: Passage
    round: int
    turn: int
    stems: Mapping[str, float]
    has: frozenset[Sought]
    themes: frozenset[str]
    names: frozenset[str]
    place: float
    first: bool
    hangs: bool


def names_of(lines: Sequence[Line], words: DialogueWords) -> frozenset[str]:
    """The stems of the names of those who speak and of the State: they tell nothing, but who is spoken to."""
    said = {f"{line.speaker.name} {' '.join(line.moves[0].state.forms)}": None for line in lines}
    return words.stems.of(" ".join(said))


def asked_of(lines: Sequence[Line], words: DialogueWords, silent: frozenset[str]) -> list[Asked]:
    """The questions of a dialogue; the stems in `silent` tell nothing."""
    counts = Counter(line.round for line in lines if line.question is not None)
    seen: Counter[int] = Counter()
    out: list[Asked] = []
    for number, line in enumerate(lines):
        move = line.question
        if move is None:
            continue
        asked = _behind_asking(line.low, words)
        told = line.stems - silent
        hangs = len(told) <= _FEW or words.hanging.search(asked[:_BEGINNING]) is not None
        stems = dict.fromkeys(_before(lines, number) - silent, _CONTEXT_IF_HANGING if hangs else _CONTEXT)
        stems |= dict.fromkeys(told, 1.0)
        heart = dict.fromkeys(stem for stem in words.stems.each(asked) if stem not in silent)
        place = (seen[line.round] + 0.5) / counts[line.round]
        seen[line.round] += 1
        name = line.speaker.name.casefold()
        out.append(
            Asked(
                move, name, line.round, stems, (*heart,)[:_HEART], _sought(line.low, words), place, counts[line.round]
            )
        )
    return out


def _before(lines: Sequence[Line], number: int) -> frozenset[str]:
    """The stems of what a member says in a paragraph between the question before and this one, or of that question."""
    line, out = lines[number], frozenset[str]()
    while number > 0:
        number -= 1
        before = lines[number]
        if before.paragraph != line.paragraph or before.turn != line.turn:
            break
        if before.question is not None and out:
            break
        out |= before.stems
        if before.question is not None:
            break
    return out


@lru_cache(maxsize=4096)
def _behind_asking(low: str, words: DialogueWords) -> str:
    """What stands behind the words that ask; kept, since a record asks and then the session that it is of."""
    found = words.question.find(low)
    return low[found[0].end() if found else asks_from(low, words) :]


@lru_cache(maxsize=4096)
def _sought(low: str, words: DialogueWords) -> Sought | None:
    if words.asks_count.search(low):
        return Sought.NUMBER
    if words.asks_date.search(low):
        return Sought.DATE
    return Sought.REASON if words.asks_cause.search(low) else None


def replied_of(
    passages: Sequence[Passage], words: DialogueWords, silent: frozenset[str], members: frozenset[str]
) -> list[Replied]:
    """The passages of a dialogue; the stems in `silent` tell nothing, `members` are the names of those who ask."""
    counts = Counter(passage.opening.round for passage in passages)
    seen: Counter[int] = Counter()
    out: list[Replied] = []
    for passage in passages:
        opening = passage.opening
        stems: dict[str, float] = {}
        for line in passage.lines:
            stems |= dict.fromkeys(line.stems - silent, 1.0)
            taken = words.takes_up.search(line.low)
            if taken is not None:
                focus = re.split(r"[,;.]", line.low[taken.end() :], maxsplit=1)[0]
                stems |= dict.fromkeys(words.stems.of(focus) - silent, _FOCUS)
        out.append(
            Replied(
                passage,
                opening.round,
                opening.turn,
                stems,
                frozenset(_has(passage, words)),
                frozenset(move.theme for line in passage.lines for move in line.moves),
                frozenset(name for name in members if name in opening.low),
                (seen[opening.round] + 0.5) / counts[opening.round],
                seen[opening.round] == 0,
                words.hanging.search(opening.low[:_OPENING]) is not None,
            )
        )
        seen[opening.round] += 1
    return out


def _has(passage: Passage, words: DialogueWords) -> list[Sought]:
    moves = [move for line in passage.lines for move in line.moves]
    text = passage.text
    has = {
        Sought.NUMBER: any(move.move is MoveKind.FIGURE for move in moves) or words.none.search(text) is not None,
        Sought.DATE: any(move.date for move in moves) or words.years.search(text) is not None,
        Sought.REASON: words.reason.search(text) is not None,
    }
    return [sought for sought, held in has.items() if held]
