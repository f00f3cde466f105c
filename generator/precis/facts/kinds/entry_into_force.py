"""Days on which a treaty entered into force, for a State or at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.clauses import Clause
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
        dated = context.patterns["dates.date"].search(behind) or _day(context, clause)
        to = context.patterns["entry_into_force.for_state"].search(behind)
        place = clause.verb[1]
        if to is None:
            to, place = context.patterns["entry_into_force.before"].search(context.text, 0, clause.verb[0]), 0
        if dated is None:
            continue
        if to is None:
            for state in _in_its_case(context):
                yield EntryIntoForce(context.at(*clause.verb), state, dated[0], _treaty(context, clause))
            continue
        treaty = _treaty(context, clause)
        for state in _states(context, to, place):
            yield EntryIntoForce(context.at(clause.verb[0], clause.object[1]), state, dated[0], treaty)
        yield from _also(context, clause, place + to.end(), treaty)
    if not matches:
        yield from _nominal(context)


def _also(context: Context, clause: Clause, start: int, treaty: str) -> Iterator[Fact]:
    """The other States of "for Chad on 3 May and for Peru on 4 June", each with its own day."""
    for match in context.patterns["entry_into_force.also"].finditer(context.text, start, clause.object[1]):
        listed = state_list(context.text, match.end(), context)
        dated = (
            context.patterns["dates.date"].search(context.text, listed[-1].end, clause.object[1]) if listed else None
        )
        if dated is not None:
            yield from (EntryIntoForce(context.at(*clause.verb), each.state, dated[0], treaty) for each in listed)


def _treaty(context: Context, clause: Clause) -> str:
    """The treaty that the subject names, or that "it" and "the latter" stand for: the last named before."""
    words = clause.words(clause.subject)
    pronoun = context.patterns["entry_into_force.pronoun"].fullmatch(words)
    if pronoun is None:
        return treaty_in(context, words) or ""
    for earlier in (context.text[: clause.verb[0]], context.before.text if context.before is not None else ""):
        named = list(context.patterns["treaties.name"].finditer(earlier))
        if named:
            latter = pronoun["latter"] or context.patterns["entry_into_force.latter"].search(
                context.text, 0, clause.verb[0]
            )
            return treaty_in(context, named[-1 if latter else 0][0]) or ""
    return ""


def _day(context: Context, clause: Clause) -> re.Match[str] | None:
    """The date that a sentence gives of "the date on which it would enter into force"."""
    if not context.patterns["entry_into_force.day"].search(context.text, 0, clause.verb[0]):
        return None
    return context.patterns["dates.date"].search(context.text, clause.object[1])


def _nominal(context: Context) -> Iterator[Fact]:
    """The State and the day of "the entry into force of the Convention for Chad on 3 May 2016"."""
    told = context.find("entry_into_force.nominal")
    dated = context.patterns["dates.date"].search(context.text, told.end()) if told else None
    if told is None or dated is None:
        return
    treaty = treaty_in(context, told["treaty"] or "") or ""
    for state in _states(context, told, 0):
        yield EntryIntoForce(context.at(told.start(), dated.end()), state, dated[0], treaty)


def _in_its_case(context: Context) -> list[State]:
    """The State named last, or the one of the sentence before, where this one says "there" or "in its case"."""
    case = context.find("entry_into_force.its_case")
    earlier = [each.state for each in context.found if case is not None and each.end <= case.start()]
    if earlier:
        return earlier[-1:]
    if context.before is None or case is None:
        return []
    named = dict.fromkeys(each.state for each in context.states.find(context.before.text))
    return list(named) if len(named) == 1 else []


def _states(context: Context, to: re.Match[str], place: int) -> list[State]:
    """The States behind "for", which stands in the sentence from `place` on; "that State" is one named before."""
    if not to["that"]:
        return [each.state for each in state_list(context.text, place + to.end(), context)]
    if context.patterns["entry_into_force.own"].match(to["that"]):
        state = context.speaker.state if context.speaker is not None else None
        return [state] if state is not None else []
    before = [each.state for each in context.found if each.start < place + to.start()]
    if before:
        return before[-1:]
    earlier = [each.state for each in context.states.find(context.before.text)] if context.before else []
    return earlier if context.patterns["entry_into_force.several"].match(to["that"]) else earlier[-1:]


KIND = FactKind("entry into force", EntryIntoForce, find, "parties", 92, always=True)
