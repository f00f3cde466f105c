"""Acts that a sentence goes on with: other treaties of the same State, other States with theirs, without the verb."""

from __future__ import annotations

from collections.abc import Iterator

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.fact import Fact, Ratification
from precis.facts.kinds.ratification_treaty import treaties_of
from precis.facts.treaties import treaty_in
from precis.language.states import State

__all__ = ["acts_of_others", "further_acts"]


def further_acts(context: Context, clause: Clause, state: State, act: str) -> Iterator[Fact]:
    """What a State did to other treaties, each with its day: "the Convention in 1997 and the Protocol in 2010"."""
    first = context.patterns["ratification.dated"].search(context.text, clause.verb[1], clause.object[1])
    start = first.end() if first else len(context.text)
    for match in context.patterns["ratification.further"].finditer(context.text, start):
        treaty = treaty_in(context, f" {match['treaty']}")
        if treaty is not None:
            yield Ratification(context.at(clause.verb[0], match.end()), state, act, match["date"], treaty)


def acts_of_others(context: Context, clause: Clause, act: str) -> Iterator[Ratification]:
    """Other States, each with its treaty: "had acceded to the Convention on 2 May and Chad to the Protocol in June"."""
    for found in context.found:
        told = context.patterns["ratification.gapped"].match(context.text, found.end)
        if told is None or found.start < clause.verb[1] or found.start >= clause.object[1]:
            continue
        if context.patterns["ratification.joined"].search(context.text, clause.verb[1], found.start):
            for name in treaties_of(context, clause, f" {told['treaty']}"):
                yield Ratification(context.at(found.start, told.end()), found.state, act, told["date"], name)
