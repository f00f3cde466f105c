"""The heaviest passage for each question, and how sure it is beside its rivals.

Rivals are the other passages that may answer the question, and the other questions that the passage may answer: one
that is heaviest for questions of several paragraphs has rather the words of the whole dialogue than the reply to each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from precis.facts.dialogue.signs import Asked, Replied

__all__ = ["Weights", "heaviest"]

# What is added to the weight of the passage; found by leaving out one set of records after the other: gold/pairs.md.
_RIVAL = -0.6
"""For the weight of the next best passage, of another speaker."""
_CLAIMED, _CLAIMED_NEAR = -0.25, -0.3
"""For the greatest weight that the passage has for a question of another paragraph; for another one of the same."""
_TAKEN = -3.5
"""Where the passage is the heaviest for a question of another paragraph too."""
_CROWD, _CROWDED = -2.5, 10
"""For the logarithm of how many questions the round has; CROWDED and more are as many."""
_RAREST = 1.6
"""For the weight of the rarest word that the question and the passage share."""
_WHOLE, _LONG = 4.5, 4
"""For the logarithm of how many sentences the passage has, a reply being seldom of one; LONG and more are as many."""

Weights = Mapping[int, float]
"""The places of the passages that may answer a question, and what the signs weigh that each does."""


def heaviest(
    asked: Sequence[Asked], replied: Sequence[Replied], weights: Sequence[Weights], rare: Mapping[str, float]
) -> Iterator[tuple[int, int, float]]:
    """The place of each question that a passage answers, that of the passage, and how sure it is.

    The earlier of two passages alike is taken. `rare` is what a stem tells by how few have it.
    """
    claims: dict[int, dict[int, float]] = {}
    for number, each in enumerate(weights):
        for place, weight in each.items():
            claims.setdefault(place, {})[number] = weight
    bests = [_best(each) for each in weights]
    paragraphs = [each.paragraph for each in asked]
    for number, best in enumerate(bests):
        if best is not None:
            sure = weights[number][best] + _beside_passages(weights[number], best, replied)
            sure += _beside_questions(number, best, paragraphs, claims[best], bests)
            sure += _of_words(asked[number], replied[best], rare)
            yield number, best, sure


def _best(weights: Weights) -> int | None:
    best = max(weights, key=weights.__getitem__, default=None)
    return best if best is not None and weights[best] > 0 else None


def _beside_passages(weights: Weights, best: int, replied: Sequence[Replied]) -> float:
    others = (weight for place, weight in weights.items() if replied[place].turn != replied[best].turn)
    return _RIVAL * max([0.0, *others])


def _beside_questions(
    number: int,
    place: int,
    paragraphs: Sequence[tuple[str, int | None]],
    claims: Mapping[int, float],
    bests: Sequence[int | None],
) -> float:
    own = paragraphs[number]
    near, far = [0.0], [0.0]
    taken = False
    for other, weight in claims.items():
        if paragraphs[other] != own:
            far.append(weight)
            taken = taken or bests[other] == place
        elif other != number:
            near.append(weight)
    return _CLAIMED * max(far) + _CLAIMED_NEAR * max(near) + (_TAKEN if taken else 0.0)


def _of_words(question: Asked, reply: Replied, rare: Mapping[str, float]) -> float:
    shared = [
        rare[stem] * reply.stems[stem]
        for stem, counts in question.stems.items()
        if counts == 1.0 and stem in reply.stems
    ]
    crowd, whole = min(_CROWDED, question.count), min(_LONG, len(reply.passage.lines))
    return _RAREST * max(shared, default=0.0) + _CROWD * math.log(crowd) + _WHOLE * math.log(whole)
