"""What plans have in common: the place, the session and the reports, and for whom a deadline is."""

from __future__ import annotations

from precis.facts.context import Context
from precis.facts.reports import find_reports, states_in
from precis.language.states import State
from precis.proceedings import NO_REPORT, Report

__all__ = ["at_session", "place_in", "reports_of", "who_of", "with_as_would"]

_WHO = ("civil society", "States parties", "members")
"""For whom a deadline can be."""


def place_in(context: Context, words: str) -> str:
    """The place that words name; empty where they name none."""
    for match in context.patterns["plan.place"].finditer(words):
        if not context.patterns["plan.no_place"].match(match["place"]):
            return match["place"]
    return ""


def reports_of(words: str, context: Context) -> dict[State, Report]:
    """The States that words name, each with its report."""
    named = {each.state: each.report for each in find_reports(words, context)}
    return {each.state: named.get(each.state, NO_REPORT) for each in states_in(words, context)}


def with_as_would(context: Context, reports: dict[State, Report], start: int) -> dict[State, Report]:
    """The reports with those of "Serbia and Montenegro would be considered, as would France"."""
    more = context.patterns["plan.as_would"].search(context.text, start) if reports else None
    return {**reports, **reports_of(context.text[more.end() :], context)} if more is not None else reports


def at_session(context: Context, words: str) -> tuple[int, ...] | None:
    """The session at which, by the `words` of the plan first.

    Empty for "the next" without a number, None where no session is meant.
    """
    text, memory = context.text, context.memory
    named = context.sessions_in(words)
    if named:
        return named
    if context.patterns["plan.this"].search(text) and context.session is not None:
        return (context.session,)
    if context.patterns["plan.next"].search(text):
        return memory.session if memory.planned else ()
    if memory.planned or (memory.session and context.patterns["plan.that"].search(text)):
        return memory.session
    return None


def who_of(context: Context, *texts: str) -> str:
    """For whom a deadline is, by the first of some texts that tells."""
    told = (who for text in texts for who in _WHO if context.patterns[f"plan.{who}"].search(text))
    return next(told, "")
