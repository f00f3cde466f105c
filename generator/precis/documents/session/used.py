"""What a briefing has told already: each sentence of a record stands in it once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from precis.documents.session.lines import Line, place_of
from precis.documents.session.telling import Told

__all__ = ["Used"]


@dataclass(slots=True)
class Used:
    """The places of the sentences that are told, and the people whose capacity is."""

    places: set[object] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def has(self, line: Line) -> bool:
        """Whether a sentence is told."""
        return place_of(line.at) in self.places

    def any(self, told: Told) -> bool:
        """Whether one of several is."""
        return any(self.has(line) for line in told.lines)

    def take(self, lines: Iterable[Line]) -> None:
        """Note sentences as told."""
        self.places.update(place_of(line.at) for line in lines)

    def meet(self, name: str) -> bool:
        """Whether somebody is named for the first time; from now on they are known."""
        new = name not in self.names
        self.names.add(name)
        return new

    def copy(self) -> Used:
        """The same, to go on from."""
        return Used(set(self.places), set(self.names))
