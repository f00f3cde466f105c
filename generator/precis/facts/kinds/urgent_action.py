"""Requests for urgent action: how many were registered, and in how many cases the person was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Voice
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind

__all__ = ["KIND", "UrgentAction"]


@dataclass(frozen=True, slots=True)
class UrgentAction(Fact):
    """How many requests for urgent action a sentence counts."""

    kind: ClassVar[str] = "urgent action"

    count: int


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The first count of a sentence on urgent action."""
    for match in matches[:1]:
        clause = match.clause
        if not context.patterns["urgent_action.about"].search(context.passage):
            continue
        start = (
            0
            if clause.voice is Voice.PASSIVE or clause.lemma in context.words.verbs["urgent_action.counting"]
            else clause.verb[1]
        )
        found = context.patterns["urgent_action.count"].search(context.text, start, clause.object[1])
        number = context.words.counts.of(found["count"] or found["to"]) if found else None
        if number:
            yield UrgentAction(context.at(), number)
    if not matches:
        yield from _by_sign(context)


def _by_sign(context: Context) -> Iterator[Fact]:
    """The count of "of those, nine had been found", and of "Peru accounted for nine of the new requests"."""
    tells = not context.lemmas.isdisjoint(context.words.verbs["urgent_action.telling"])
    share = context.find("urgent_action.share")
    if not (tells or share) or not context.patterns["urgent_action.about"].search(context.passage):
        return
    found = share or context.patterns["urgent_action.sign"].search(context.text)
    if found is None:
        return
    number = context.words.counts.of(found["count"])
    if number and not context.patterns["urgent_action.sign_never"].search(context.text):
        yield UrgentAction(context.at(), number)


KIND = FactKind("urgent action", UrgentAction, find, "decisions", 64, always=True)
