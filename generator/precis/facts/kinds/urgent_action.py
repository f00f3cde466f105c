"""Requests for urgent action: how many were registered, and in how many cases the person was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Mood
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.signs import clause_around

__all__ = ["KIND", "UrgentAction"]


@dataclass(frozen=True, slots=True)
class UrgentAction(Fact):
    """How many requests for urgent action a sentence counts."""

    kind: ClassVar[str] = "urgent action"

    count: int


_TOLD = (Mood.DONE, Mood.ONGOING, Mood.GENERIC)
"""What is told "since" or "until" a day looks like a clause that these open."""


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The first count of requests, cases or persons in a sentence of a passage on urgent action, whatever the verb."""
    if context.state is not None or context.procedure:
        return
    patterns = context.patterns
    if not _is_spoken_of(context) or context.find("urgent_action.never"):
        return
    for found in patterns["urgent_action.count"].finditer(context.text):
        clause = clause_around(context, found.start())
        number = context.words.counts.of(found["count"] or found["to"])
        if number and (clause is None or (clause.mood in _TOLD and not clause.negated)):
            yield UrgentAction(context.at(), number)
            return


def _is_spoken_of(context: Context) -> bool:
    """Whether urgent action is spoken of in the passage, by its Rapporteur, or under its heading; by no other body."""
    about = context.patterns["urgent_action.about"]
    role = context.speaker.role if context.speaker is not None else ""
    if not any(about.search(words) for words in (context.passage, role, *context.headings[-1:])):
        return False
    other = context.find("urgent_action.others")
    return other is None or context.is_own_body(other[0])


KIND = FactKind("urgent action", UrgentAction, find, "decisions", 64, always=True)
