"""What a State says it will do by a day or in a year: laws, ratifications, referenda."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Clause, Mood
from precis.facts.context import Context
from precis.facts.dates import last_day
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.language.states import State

__all__ = ["KIND", "StatePlan"]

_WHAT = ("ratification", "referendum", "law")
"""What is planned, in the order in which its words are looked for."""


@dataclass(frozen=True, slots=True)
class StatePlan(Fact):
    """What a State plans: a "ratification", a "law" or a "referendum", and when."""

    kind: ClassVar[str] = "state plan"

    what: str
    date: str
    state: State


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The first plan with a date in a sentence of the delegation."""
    if (
        context.state is None
        or not context.by_delegation
        or not context.main
        or not context.patterns["state_plan.when"].search(context.text)
        or context.patterns["state_plan.conditional"].search(context.text)
    ):
        return
    for clause in context.clauses:
        if clause.mood is not Mood.PLANNED or clause.negated:
            continue
        when = _when(context, clause.verb[1])
        what = _what(context, clause)
        if when and what:
            yield StatePlan(context.at(), what, when, context.state)
            return
    yield from _nominal(context, context.state)


def _nominal(context: Context, state: State) -> Iterator[StatePlan]:
    """The plan of "adoption of the bill was expected in 2016", and of "the Act was scheduled for revision in 2017"."""
    told = context.patterns["state_plan.nominal"].search(context.text)
    when = _when(context, told.end()) if told else ""
    if told is None or not when:
        return
    act = (told["act"] or "").lower()
    named = next((what for what in _WHAT if context.patterns[f"state_plan.{what}"].search(act)), "")
    if named or context.patterns["state_plan.law"].search(context.text):
        yield StatePlan(context.at(), named or "law", when, state)


def _when(context: Context, start: int) -> str:
    """The day to come behind `start`, where the verb ends; "that year" is the year named before."""
    text = context.text
    for match in context.patterns["state_plan.when"].finditer(text, start):
        date = match["date"]
        if context.patterns["state_plan.that_year"].fullmatch(date):
            years = re.findall(r"\b(?:19|20)\d\d\b", text[: match.start()])
            return years[-1] if years else ""
        day = last_day(date, context.words.months)
        if day is not None and _is_to_come(context.held, day):
            return date
    return ""


def _is_to_come(held: dt.date | None, day: dt.date) -> bool:
    return held is None or day >= held


def _what(context: Context, clause: Clause) -> str:
    rest = context.text[clause.verb[0] :]
    for what in _WHAT:
        words = context.patterns[f"state_plan.{what}"]
        if clause.lemma not in context.words.verbs[f"state_plan.{what}"] and not (
            what == "law" and context.patterns["state_plan.forms"].search(rest)
        ):
            continue
        if words.search(context.text) or (
            context.patterns["state_plan.pronoun"].search(rest)
            and context.before is not None
            and words.search(context.before.text)
        ):
            return what if what != "law" or context.patterns["state_plan.forms"].search(rest) else ""
    return ""


KIND = FactKind("state plan", StatePlan, find, "dialogues", 112, always=True, in_dialogue=True)
