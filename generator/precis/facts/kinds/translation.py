"""Sentences on problems of translation, interpretation and documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from precis.facts.fact import Fact
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.phrased import by_phrase

__all__ = ["KIND", "Translation"]


@dataclass(frozen=True, slots=True)
class Translation(Fact):
    """A sentence on problems of translation, interpretation and documentation."""

    kind: ClassVar[str] = "translation"


KIND = FactKind("translation", Translation, by_phrase(Translation), "resources", 102, always=True, by_chair=True)
