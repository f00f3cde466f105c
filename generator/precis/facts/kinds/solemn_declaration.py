"""New members who make the solemn declaration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind

__all__ = ["KIND", "SolemnDeclaration"]


@dataclass(frozen=True, slots=True)
class SolemnDeclaration(Fact):
    """A member who made the solemn declaration upon taking up office."""

    kind: ClassVar[str] = "solemn declaration"

    person: str


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """Each person who made it."""
    match = context.find("solemn_declaration.made")
    if match is not None and context.state is None:
        for person in context.people_in(match["people"]):
            yield SolemnDeclaration(context.at(), person)


KIND = FactKind("solemn declaration", SolemnDeclaration, find, "officers", 81, always=True)
