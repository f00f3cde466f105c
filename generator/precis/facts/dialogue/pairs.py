"""Which passage of the delegation answers which question: signs are weighed, and only what is sure is a pair.

The signs: words that are rare in the dialogue, and those that a reply opens with when it takes up a matter; the name of
the member who asked; the order of questions and replies; how far apart they stand; a question that stands alone before
its reply. Words that every dialogue has, and those of the body itself, carry nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from precis.facts.dialogue.lines import Line, Passage, lines_of, passages_of
from precis.facts.dialogue.member import asks_from
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move, MoveKind
from precis.facts.themes import GENERAL

__all__ = ["SURE", "Pair", "pairs_of"]

SURE = 3.2
"""The least weight of the signs for a pair to be shown. How it was chosen: tests/facts/gold/pairs.md."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and the passage that answers it best, with the weight of the signs that it does."""

    question: Move
    answer: Passage
    weight: float


_CONTEXT = 0.12
_CONTEXT_IF_HANGING = 0.6
"""What a word of the sentences before a question counts beside one of the question: more where that hangs on them."""
_FEW = 2
"""A question with so many words that tell, or fewer, hangs on what is said before it."""
_BEGINNING = 60
"""Letters of a question in which a word stands by which it hangs on what was said."""
_FOCUS = 1.6
"""What a word counts that a reply takes up, beside one of the rest of the reply."""
_NAMED = 2.5
_OTHER_NAMED = -2.0
_THEME = 0.9
_NEXT = 1.5
_FARTHER = 1.1
_FARTHEST = 3
_ALONE = 5.0
_ALONE_OF_FEW = 2.5
_ORDER = 2.0
_COVER = 3.0
_HEART = 1.5
"""What it counts that a passage has all of what a question asks about; having none of it counts as much against it."""
_HEART_WORDS = 3
_THIN = 2
_THINNESS = 1.5
"""What it counts against a pair that fewer than THIN words are shared, where the question does not stand alone."""
_KIND = 1.2
"""What it counts that a passage has, or has not, what is asked for: a figure, a reason, a date."""
_RIVAL = 0.9
"""What the next best passage takes away, of its weight over CLOSE."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its words: each stem and what it counts."""

    line: Line
    move: Move
    stems: dict[str, float]
    heart: tuple[str, ...]
    place: float
    alone: float


@dataclass(frozen=True, slots=True)
class _Replied:
    """A passage with its words; `names` are the members it names at its beginning."""

    passage: Passage
    stems: dict[str, float]
    place: float
    first: bool


def pairs_of(moves: Sequence[Move], words: DialogueWords, own: frozenset[str] = frozenset()) -> list[Pair]:
    """The best passage for each question that has one at all, in the order of the questions.

    `own` are the words of the body, which carry nothing.
    """
    lines = lines_of(moves)
    passages = passages_of(lines, words)
    names = {_surname(line) for line in lines if line.asked} - {""}
    own = own | _names(lines, words)
    asked, replied = _questions(lines, words, own), _replies(passages, words, own)
    rare = _rarity([each.stems for each in asked] + [each.stems for each in replied])
    out = []
    for question in asked:
        weighed = sorted(
            (
                (_weight(question, reply, rare, names, words), -place, reply)
                for place, reply in enumerate(replied)
                if reply.passage.opening.round >= question.line.round
            ),
            key=lambda each: each[:2],
            reverse=True,
        )
        if weighed and weighed[0][0] > 0:
            best = weighed[0]
            rival = next(
                (each[0] for each in weighed[1:] if each[2].passage.opening.turn != best[2].passage.opening.turn), 0.0
            )
            out.append(Pair(question.move, best[2].passage, best[0] - _RIVAL * max(0.0, rival)))
    return out


def _names(lines: Sequence[Line], words: DialogueWords) -> frozenset[str]:
    """The stems of the names of those who speak and of the State: they tell nothing, but who is spoken to."""
    said = " ".join(
        f"{line.speaker.name} {' '.join(line.moves[0].state.forms)}"
        for line in {line.turn: line for line in lines}.values()
    )
    return words.stems.of(said)


def _questions(lines: Sequence[Line], words: DialogueWords, own: frozenset[str]) -> list[_Asked]:
    rounds = Counter(line.round for line in lines if line.question is not None)
    seen: Counter[int] = Counter()
    out: list[_Asked] = []
    for number, line in enumerate(lines):
        move = line.question
        if move is None:
            continue
        told = words.stems.of(line.low) - own
        hangs = len(told) <= _FEW or words.hanging.search(_asked(line.low, words)[:_BEGINNING])
        stems: dict[str, float] = {}
        for before in reversed(lines[:number]):
            if before.paragraph != line.paragraph or before.speaker.label != line.speaker.label:
                break
            for stem in words.stems.of(before.low) - own:
                stems[stem] = _CONTEXT_IF_HANGING if hangs else _CONTEXT
            if before.question is not None:
                break
        stems |= dict.fromkeys(told, 1.0)
        count = rounds[line.round]
        place = (seen[line.round] + 0.5) / count
        seen[line.round] += 1
        alone = _ALONE if count == 1 else _ALONE_OF_FEW if count == 2 else 0.0
        out.append(_Asked(line, move, stems, _heart(line.low, words, own), place, alone))
    return out


def _asked(low: str, words: DialogueWords) -> str:
    """What stands behind the words that ask."""
    found = words.question.find(low)
    return low[found[0].end() if found else asks_from(low, words) :]


def _heart(low: str, words: DialogueWords, own: frozenset[str]) -> tuple[str, ...]:
    """The first stems behind the words that ask: what the question is about."""
    stems = [stem for stem in words.stems.each(_asked(low, words)) if stem not in own]
    return tuple(dict.fromkeys(stems))[:_HEART_WORDS]


def _replies(passages: Sequence[Passage], words: DialogueWords, own: frozenset[str]) -> list[_Replied]:
    rounds = Counter(passage.opening.round for passage in passages)
    seen: Counter[int] = Counter()
    out: list[_Replied] = []
    for passage in passages:
        round_ = passage.opening.round
        stems: dict[str, float] = {}
        for line in passage.lines:
            for stem in words.stems.of(line.low) - own:
                stems[stem] = 1.0
            taken = words.takes_up.search(line.low)
            if taken is not None:
                focus = re.split(r"[,;.]", line.low[taken.end() :], maxsplit=1)[0]
                stems |= dict.fromkeys(words.stems.of(focus) - own, _FOCUS)
        out.append(_Replied(passage, stems, (seen[round_] + 0.5) / rounds[round_], seen[round_] == 0))
        seen[round_] += 1
    return out


def _rarity(units: Sequence[dict[str, float]]) -> dict[str, float]:
    """What each stem tells by how few questions and passages of the dialogue have it."""
    counts = Counter(stem for unit in units for stem in unit)
    return {stem: math.log((len(units) + 1) / (count + 0.5)) for stem, count in counts.items()}


def _weight(question: _Asked, reply: _Replied, rare: dict[str, float], names: set[str], words: DialogueWords) -> float:
    shared = question.stems.keys() & reply.stems.keys()
    told = sum(rare[stem] * question.stems[stem] * reply.stems[stem] for stem in shared)
    whole = sum(rare[stem] for stem, weight in question.stems.items() if weight == 1.0) or 1.0
    weight = told + _COVER * min(1.0, told / whole)
    if len(shared) < _THIN and not (question.alone and reply.first):
        weight -= _THINNESS
    heart = sum(rare[stem] for stem in question.heart)
    if heart:
        has = sum(rare[stem] for stem in question.heart if stem in reply.stems)
        weight += _HEART * (2 * has / heart - 1)
    weight += _of_kind(question.line.low, reply, words) + _of_names(question, reply, names)
    if question.move.theme != GENERAL and any(
        move.theme == question.move.theme for line in reply.passage.lines for move in line.moves
    ):
        weight += _THEME
    apart = reply.passage.opening.round - question.line.round
    if apart:
        return weight - _FARTHER * min(apart, _FARTHEST)
    weight += _NEXT + _ORDER * (0.5 - abs(question.place - reply.place))
    return weight + (question.alone if reply.first else 0.0)


def _of_kind(asked: str, reply: _Replied, words: DialogueWords) -> float:
    """What it tells that a passage has what is asked for, or has not."""
    moves = [move for line in reply.passage.lines for move in line.moves]
    if words.asks_count.search(asked):
        counted = any(move.move is MoveKind.FIGURE for move in moves) or words.none.search(reply.passage.text)
        return _KIND if counted else -_KIND
    if words.asks_date.search(asked):
        dated = any(move.date for move in moves) or words.years.search(reply.passage.text)
        return _KIND if dated else -_KIND
    if words.asks_cause.search(asked):
        return _KIND if words.reason.search(reply.passage.text) else 0.0
    return 0.0


def _of_names(question: _Asked, reply: _Replied, names: set[str]) -> float:
    """What it tells that a reply names the member who asked, or another."""
    own = _surname(question.line)
    low = reply.passage.opening.low
    if own and own in low:
        return _NAMED
    return _OTHER_NAMED if any(name in low for name in names - {own}) else 0.0


def _surname(line: Line) -> str:
    return line.speaker.name.casefold()
