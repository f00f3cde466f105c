"""Sentences on reprisals against those who cooperate with the Committee."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from precis.facts.fact import Fact
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.phrased import by_phrase

__all__ = ["KIND", "Reprisal"]


@dataclass(frozen=True, slots=True)
class Reprisal(Fact):
    """A sentence on reprisals against those who cooperate with the Committee."""

    kind: ClassVar[str] = "reprisal"


KIND = FactKind("reprisal", Reprisal, by_phrase(Reprisal), "decisions", 66, always=True)
