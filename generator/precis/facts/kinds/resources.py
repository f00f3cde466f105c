"""Sentences on the resources of the Committee and of the treaty body system."""

from __future__ import annotations

from precis.facts.fact import Resources
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.phrased import by_phrase

__all__ = ["KIND"]

KIND = FactKind("resources", Resources, by_phrase(Resources), "resources", 100, always=True, by_chair=True)
