"""Which passage of the delegation answers which question: signs are weighed, and only what is sure is a pair.

The signs: words that are rare in the dialogue, and those that a reply opens with when it takes up a matter; whether the
passage has what is asked for; the name of the member who asked; the order of questions and replies; how far apart they
stand; a question that stands alone before its reply. Words of every dialogue, and those of the body, carry nothing.
How sure the heaviest passage is tell the other passages, and the other questions that it may answer (rivals.py).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from precis.facts.dialogue.lines import Line, Passage, passages_of
from precis.facts.dialogue.rivals import Weights, heaviest
from precis.facts.dialogue.signs import Asked, Replied, Sought, asked_of, names_of, replied_of
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move
from precis.facts.themes import GENERAL

__all__ = ["SURE", "Pair", "pairs_of"]

SURE = 4.0
"""The least weight of the signs for a pair to be shown. How it was chosen: tests/facts/gold/pairs.md."""

# What each sign weighs, in the measure of a rare word; found with the dialogues of tests/facts/gold.
_COVER = 3.0
"""A passage that has all the words of a question."""
_HEART = 1.5
"""A passage that has all of what the question is about; one that has nothing of it is as much lighter."""
_KIND = 1.2
"""A passage that has what is asked for; one without the number or the date asked for is as much lighter."""
_THIN, _THINNESS = 2, -1.5
"""Fewer than THIN words in common, where the question does not stand alone."""
_NAMED, _OTHER_NAMED = 2.5, -2.0
"""A reply that names the member who asked, or another."""
_THEME = 2.0
"""The same theme."""
_NEXT, _FARTHER, _FARTHEST = 1.5, -1.1, 3
"""A reply in the block right behind; one for each block that it stands farther, up to FARTHEST."""
_ORDER = 2.0
"""The same place among the questions as among the replies; half of it is taken away where one is first, one last."""
_ALONE = {1: 5.0, 2: 3.0, 3: 1.5}
"""The first reply behind one question, behind two, or behind three, if it has a word of it or hangs on it."""
_TELLING = 1.0
"""A word in common is worth a look if it is as rare as this."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and the passage that answers it best, with the weight of the signs that it does."""

    question: Move
    answer: Passage
    weight: float


def pairs_of(lines: Sequence[Line], words: DialogueWords, own: frozenset[str] = frozenset()) -> list[Pair]:
    """The best passage for each question that has one at all, in the order of the questions.

    `lines` are those of one dialogue; `own` are the stems of the words of the body, which carry nothing.
    """
    silent = own | names_of(lines, words)
    members = frozenset(line.speaker.name.casefold() for line in lines if line.asked) - {""}
    asked = asked_of(lines, words, silent)
    replied = replied_of(passages_of(lines, words), words, silent, members)
    rare = _rarity([*(each.stems for each in asked), *(each.stems for each in replied)])
    index, said = _index(replied, rare), _said(replied)
    rounds = [reply.round for reply in replied]
    weights: list[Weights] = []
    for question in asked:
        first = bisect_left(rounds, question.round)
        weights.append(_weights(question, replied, _near(question, first, index, rare), first, said, rare))
    return [
        Pair(asked[number].move, replied[place].passage, weight)
        for number, place, weight in heaviest(asked, replied, weights, rare)
    ]


def _rarity(units: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """What each stem tells by how few questions and passages of the dialogue have it."""
    counts = Counter(stem for unit in units for stem in unit)
    return {stem: math.log((len(units) + 1) / (count + 0.5)) for stem, count in counts.items()}


def _index(replied: Sequence[Replied], rare: Mapping[str, float]) -> dict[str | int, list[int]]:
    """The passages, by their telling stems, by the names in them, and the first of a round by its number."""
    index: dict[str | int, list[int]] = {}
    for place, reply in enumerate(replied):
        keys: list[str | int] = [stem for stem in reply.stems if rare[stem] >= _TELLING]
        keys.extend(f"{name}:" for name in reply.names)
        for key in (*keys, *((reply.round,) if reply.first else ())):
            index.setdefault(key, []).append(place)
    return index


_Said = Mapping[str, Sequence[tuple[int, float]]]
"""The passages that have a stem, by their places, each with what it counts there."""


def _said(replied: Sequence[Replied]) -> _Said:
    said: dict[str, list[tuple[int, float]]] = {}
    for place, reply in enumerate(replied):
        for stem, counts in reply.stems.items():
            said.setdefault(stem, []).append((place, counts))
    return said


def _near(
    question: Asked, first: int, index: Mapping[str | int, Sequence[int]], rare: Mapping[str, float]
) -> list[int]:
    """The passages worth a look: they share a telling word with the question, name who asked, or come right behind.

    None stands before the question, behind which `first` does.
    """
    keys: list[str | int] = [stem for stem in question.stems if rare[stem] >= _TELLING]
    keys.extend((f"{question.name}:", question.round))
    near: set[int] = set()
    for key in keys:
        places = index.get(key, ())
        near.update(places[bisect_left(places, first) :])
    return sorted(near)


def _weights(
    question: Asked,
    replied: Sequence[Replied],
    near: Sequence[int],
    first: int,
    said: _Said,
    rare: Mapping[str, float],
) -> Weights:
    """What the signs weigh that the passages `near` a question answer it; none stands before the `first` behind it."""
    whole = math.fsum(rare[stem] for stem, counts in question.stems.items() if counts == 1.0) or 1.0
    heart = {stem: rare[stem] for stem in question.heart}
    about = math.fsum(heart.values())
    shared: dict[int, list[float]] = {place: [] for place in near}
    held: dict[int, list[float]] = {place: [] for place in near}
    for stem, counts in question.stems.items():
        worth, of_heart = rare[stem] * counts, heart.get(stem)
        places = said.get(stem, ())
        for place, times in places[bisect_left(places, (first,)) :]:
            if place in shared:
                shared[place].append(worth * times)
                if of_heart is not None:
                    held[place].append(of_heart)
    return {
        place: _weight(question, replied[place], both, _of_heart(held[place], about), whole)
        for place, both in shared.items()
    }


def _weight(question: Asked, reply: Replied, shared: Sequence[float], heart: float, whole: float) -> float:
    """What the signs weigh together. `shared` is what each word weighs that both have, `heart` what the first do.

    `whole` is what the words of the question itself weigh together.
    The words are added up exactly, whichever comes first: they are in no order.
    """
    told = math.fsum(shared)
    weight = told + _COVER * min(1.0, told / whole) + heart
    if question.sought is not None:
        if question.sought in reply.has:
            weight += _KIND
        elif question.sought is not Sought.REASON:
            weight -= _KIND
    if question.name in reply.names:
        weight += _NAMED
    elif reply.names:
        weight += _OTHER_NAMED
    if question.move.theme != GENERAL and question.move.theme in reply.themes:
        weight += _THEME
    if len(shared) < _THIN and not (reply.first and question.count in _ALONE):
        weight += _THINNESS
    if reply.round > question.round:
        return weight + _FARTHER * min(reply.round - question.round, _FARTHEST)
    weight = weight + _NEXT + _ORDER * (0.5 - abs(question.place - reply.place))
    alone = _ALONE.get(question.count) if reply.first else None
    if alone is not None and (reply.hangs or _has_own(reply, question)):
        return weight + alone
    return weight


def _of_heart(held: Sequence[float], about: float) -> float:
    """What it weighs that a passage has what the question is about, or has nothing of it; `about` is all of that."""
    return _HEART * (2 * math.fsum(held) / about - 1) if about else 0.0


def _has_own(reply: Replied, question: Asked) -> bool:
    """Whether a passage has a word of the question itself."""
    return any(counts == 1.0 and stem in reply.stems for stem, counts in question.stems.items())
