"""States that ratified a treaty, acceded to it, signed it, or accepted a procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.dates import date_of, last_day
from precis.facts.fact import Fact, Ratification
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.reports import state_list
from precis.facts.treaties import treaty_in
from precis.language.states import State

__all__ = ["KIND"]

_RECENT = 400
"""Days before a meeting within which what a delegation says it ratified is news."""


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each State with its act and the treaty; of what a delegation says of its own State, only what is new."""
    acted: set[str] = set()
    for match in matches:
        clause = match.clause
        behind = context.text[clause.verb[1] : clause.object[1]]
        act = match.frame.sense
        if act == "deposit":
            told = context.patterns["ratification.deposited"].search(behind)
            act = told["act"] if told else "ratification"
        if act == "party" and acted:
            continue
        date = date_of(context, _near(context, clause))
        for state in _states(context, clause):
            if context.state is None or _is_news(context, state, date):
                acted.add(state.code)
                yield Ratification(
                    context.at(clause.verb[0], clause.object[1]), state, act, date, _treaty(context, clause, behind)
                )
    if context.state is None and not matches:
        yield from _with_act(context)


def _near(context: Context, clause: Clause) -> str:
    """Where the date of an act stands: behind the verb, or at the beginning of the sentence."""
    behind = context.text[clause.verb[1] : clause.object[1]]
    if date_of(context, behind):
        return behind
    head = context.patterns["ratification.head"].match(context.text)
    return head[1] if head else ""


def _states(context: Context, clause: Clause) -> list[State]:
    """The States that are the subject, which begins with the first of them."""
    words = context.text[slice(*clause.subject)].lstrip(",; ")
    listed = [each.state for each in state_list(words, 0, context)]
    if (
        not listed
        and context.by_delegation
        and context.state is not None
        and context.patterns["ratification.own"].match(words)
    ):
        return [context.state]
    return listed


def _is_news(context: Context, state: State, date: str) -> bool:
    day = last_day(date, context.words.months) if re.search(r"\d [A-Z]", date) else None
    if state != context.state or day is None or context.held is None:
        return False
    return 0 <= (context.held - day).days <= _RECENT


def _treaty(context: Context, clause: Clause, behind: str) -> str:
    """Another treaty than the Committee's own; "it" and "that Protocol" are the one named before."""
    named = treaty_in(context, behind)
    if named is None:
        earlier = [
            each
            for each in context.clauses
            if each.verb[0] < clause.verb[0] and each.lemma in ("ratify", "accede", "sign")
        ]
        named = treaty_in(context, context.text[earlier[-1].verb[1] : earlier[-1].object[1]]) if earlier else ""
    return named or ""


def _with_act(context: Context) -> Iterator[Fact]:
    """A State named with its act: "With the accession of Tuvalu on 25 March 2024, …"."""
    for match in context.patterns["ratification.with_act"].finditer(context.text):
        for found in state_list(context.text, match.end(), context):
            date = date_of(context, context.text[found.end : found.end + 40])
            treaty = treaty_in(context, f" {match['treaty']}") if match["treaty"] else ""
            yield Ratification(context.at(match.start(), found.end), found.state, match["act"], date, treaty or "")


KIND = FactKind("ratification", Ratification, find, "parties", 90, always=True, in_dialogue=True)
