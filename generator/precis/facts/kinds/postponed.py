"""Dialogues and reports that were put off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.reports import states_in
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
            and context.decision is None
        ):
            continue
        if clause.mood is Mood.PLANNED:
            continue
        span = clause.subject if clause.voice is Voice.PASSIVE else clause.object
        words = context.text[slice(*span)]
        what = (
            "dialogue"
            if context.patterns["postponed.dialogue"].search(words)
            else "visit"
            if context.patterns["postponed.visit"].search(words)
            else "consideration of the report"
        )
        for each in states_in(words, context):
            context.memory.considered.pop(each.state, None)
            yield Postponed(context.at(clause.verb[0], clause.object[1]), what, each.state)


KIND = FactKind("postponed", Postponed, find, "decisions", 12)
