"""Sentences on working methods."""

from __future__ import annotations

from precis.facts.fact import WorkingMethods
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.phrased import by_phrase

__all__ = ["KIND"]

KIND = FactKind("working methods", WorkingMethods, by_phrase(WorkingMethods), "resources", 101, always=True)
