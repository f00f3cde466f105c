"""Days on which a treaty entered into force, for a State or at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.context import Context
from precis.facts.fact import EntryIntoForce, Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.reports import state_list
from precis.facts.treaties import treaty_in
from precis.language.states import State

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The States for which a treaty entered into force, and the day."""
    for match in matches:
        clause = match.clause
        behind = context.text[clause.verb[1] : clause.object[1]]
        dated = context.patterns["dates.date"].search(behind)
        to = context.patterns["entry_into_force.for_state"].search(behind)
        if dated is None or to is None:
            continue
        subject = clause.words(clause.subject)
        treaty = treaty_in(context, subject) or ""
        for state in _states(context, behind, to):
            yield EntryIntoForce(context.at(clause.verb[0], clause.object[1]), state, dated[0], treaty)


def _states(context: Context, behind: str, to: re.Match[str]) -> list[State]:
    if not to["that"]:
        return [each.state for each in state_list(behind, to.end(), context)]
    before = [each.state for each in context.found if each.start < context.text.find(behind)]
    if before:
        return before[-1:]
    earlier = [each.state for each in context.states.find(context.before.text)] if context.before else []
    return earlier if context.patterns["entry_into_force.several"].match(to["that"]) else earlier[-1:]


KIND = FactKind("entry into force", EntryIntoForce, find, "parties", 92)
