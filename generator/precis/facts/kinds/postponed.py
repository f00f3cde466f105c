"""Dialogues and reports that were put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.reports import states_in
from precis.facts.signs import clause_around
from precis.language.states import State

__all__ = ["KIND", "Postponed"]


@dataclass(frozen=True, slots=True)
class Postponed(Fact):
    """What was put off, with which State."""

    kind: ClassVar[str] = "postponed"

    what: str
    state: State


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each State whose dialogue or report was put off."""
    for match in matches:
        clause = match.clause
        if (
            clause.mood is Mood.RECOMMENDED
            and not context.patterns["postponed.had_to"].search(context.text[slice(*clause.verb)])
            and not context.patterns["postponed.needed"].search(context.text, 0, clause.verb[0])
            and context.decision is None
        ):
            continue
        later = context.patterns["postponed.instead"].search(context.text, clause.verb[1], clause.object[1])
        if clause.mood is Mood.PLANNED and not clause.negated and later is None:
            continue
        slips = clause.lemma in context.words.verbs["postponed.slipping"] or clause.patient == clause.subject
        is_subject = clause.voice is Voice.PASSIVE or slips
        span = clause.subject if is_subject else clause.object
        words = context.text[slice(*span)]
        if clause.lemma in context.words.verbs["postponed.granting"]:
            words = context.text[: clause.object[1]]
        what = (
            "dialogue"
            if context.patterns["postponed.dialogue"].search(words)
            else "visit"
            if context.patterns["postponed.visit"].search(words)
            else "assessment of the follow-up report"
            if context.patterns["postponed.assessment"].search(words)
            else "review of the situation"
            if context.patterns["postponed.situation"].search(words)
            else _consideration(context, words)
        )
        for state in _states(context, clause, words):
            context.memory.considered.pop(state, None)
            yield Postponed(context.at(clause.verb[0], clause.object[1]), what, state)
    if not matches:
        yield from _granted(context) if context.find("postponed.granted") else _asked_for(context)
        yield from _taken_off(context)
    yield from _in_passing(context)


def _consideration(context: Context, words: str) -> str:
    """What was put off, by the noun of the record: "the review of the report"."""
    noun = context.patterns["postponed.noun"].search(words)
    return f"{noun[0].lower() if noun else 'consideration'} of the report"


def _states(context: Context, clause: Clause, words: str) -> list[State]:
    """The States that words name; of "its report" the one named last before, in the sentence or that before it."""
    named = [each.state for each in states_in(words.replace("'s ", " "), context)]
    if not named and clause.subject[1] <= clause.verb[0]:
        # "Two reports that had been scheduled, those of Chad and Peru, had been postponed"
        listed = context.patterns["postponed.listed"].search(context.text, clause.subject[1], clause.verb[0])
        named = (
            [each.state for each in states_in(context.text[listed.start() : clause.verb[0]], context)] if listed else []
        )
    if named or not context.patterns["postponed.its"].search(words):
        return named
    earlier = [each.state for each in states_in(context.text[: clause.verb[0]].replace("'s ", " "), context)]
    before = [each.state for each in states_in(context.before.text, context)] if context.before is not None else []
    if earlier:
        return earlier[-1:]
    return before if len(set(before)) == 1 else []


def _granted(context: Context) -> Iterator[Fact]:
    """The State whose request for a postponement the Committee granted."""
    match = context.find("postponed.granted")
    acting = next((each for each in context.clauses if match and each.verb[0] <= match.start() < each.verb[1]), None)
    if match is None or acting is None or not acting.done or actor_of(context, acting) is not Actor.OURS:
        return
    what = "dialogue" if context.patterns["postponed.dialogue"].search(match["for"]) else "consideration of the report"
    for each in states_in(match["for"], context):
        context.memory.considered.pop(each.state, None)
        yield Postponed(context.at(*match.span()), what, each.state)


def _asked_for(context: Context) -> Iterator[Fact]:
    """The State that had asked for it: "Chad had asked for its report to be put off, and the Bureau had agreed"."""
    match = context.find("postponed.request")
    named = [each.state for each in context.found if match is not None and each.end <= match.start()]
    agreed = clause_around(context, match.end() - 1) if match is not None else None
    if match is None or agreed is None or not (agreed.done or match["moved"]) or not named:
        return
    what = "dialogue" if context.patterns["postponed.dialogue"].search(match[0]) else "consideration of the report"
    context.memory.considered.pop(named[-1], None)
    yield Postponed(context.at(*match.span()), what, named[-1])


def _in_passing(context: Context) -> Iterator[Fact]:
    """The States of "…, those of Tonga and Zimbabwe having been put back to a later session"."""
    match = context.find("postponed.absolute") if context.state is None else None
    if match is None:
        return
    what = "dialogue" if context.patterns["postponed.dialogue"].search(match["what"]) else "consideration of the report"
    for each in states_in(match["states"], context):
        context.memory.considered.pop(each.state, None)
        yield Postponed(context.at(*match.span()), what, each.state)


def _taken_off(context: Context) -> Iterator[Fact]:
    """The State that was on the list, and asked for a postponement: it is on it no more."""
    asked = context.find("postponed.asked")
    listed = context.patterns["postponed.was_listed"].search(context.text, 0, asked.start()) if asked else None
    if asked is None or listed is None:
        return
    named = states_in(context.text[: listed.start()], context)
    if len(named) == 1:
        context.memory.considered.pop(named[0].state, None)
        yield Postponed(context.at(*asked.span()), "consideration of the report", named[0].state)


KIND = FactKind("postponed", Postponed, find, "decisions", 12, always=True)
