"""Sentences on reprisals against those who cooperate with the Committee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.phrased import by_phrase

__all__ = ["KIND", "Reprisal"]


@dataclass(frozen=True, slots=True)
class Reprisal(Fact):
    """A sentence on reprisals against those who cooperate with the Committee."""

    kind: ClassVar[str] = "reprisal"


_told = by_phrase(Reprisal)


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The sentence, if it tells of reprisals, or of what was done about those that the sentence before told of."""
    found = list(_told(context, matches))
    memory, number = context.memory, context.sentence.number
    goes_on = memory.reprisal == (number, context.sentence.place - 1) and not found and context.state is None
    if goes_on and context.patterns["reprisal.followed"].match(context.text):
        found = [Reprisal(context.at())]
    if found:
        memory.reprisal = (number, context.sentence.place)
    yield from found


KIND = FactKind("reprisal", Reprisal, find, "decisions", 66, always=True)
