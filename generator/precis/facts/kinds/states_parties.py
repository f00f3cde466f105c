"""How many States are parties to a treaty, and as at when. A figure carries what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.clauses import Mood
from precis.facts.context import Context
from precis.facts.fact import Fact, PartyCount
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.reports import state_list
from precis.facts.signs import clause_around
from precis.facts.treaties import treaty_in, treaty_of_topic
from precis.language.states import State

__all__ = ["KIND"]

_COUNTS = (
    "of_those",
    "of_which_so_many",
    "there_to",
    "there",
    "making",
    "numbered",
    "in_force_for",
    "figure_of",
    "in_number",
    "series",
    "signed",
    "have_ratified",
    "number",
    "bringing",
    "has",
    "had",
    "with_ratifications",
    "membership",
    "binding",
    "and_other",
    "of_them",
    "bound",
    "against",
    "it_had",
    "elliptic",
    "to_other",
)
"""The forms that counts have, in the order in which they are looked for."""
_SHORT = ("had", "they", "against")
"""Those of a sentence that names no parties, behind one that does: "The Optional Protocol had 14"."""


_NOT_YET = (Mood.PLANNED, Mood.POSSIBLE, Mood.RECOMMENDED, Mood.HYPOTHETICAL, Mood.CONDITIONAL, Mood.ASKED)


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """Each count of a sentence, with the treaty where it is not the Committee's own."""
    text = context.text
    about = context.patterns["states_parties.about"]
    if context.state is not None:
        return
    names = (
        _COUNTS
        if context.find("states_parties.about")
        else _SHORT
        if context.before and about.search(context.before.text)
        else ()
    )
    taken: list[tuple[int, int]] = []
    for name in names:
        for match in context.patterns[f"states_parties.{name}"].finditer(text):
            words = match["count"] or match.groupdict().get("first")
            number = context.words.counts.of(words) if words else None
            span = match.span("count") if match["count"] else match.span()
            if number is None or number < 2 or any(start < span[1] and span[0] < end for start, end in taken):
                continue
            if context.patterns["states_parties.others"].search(text[: span[1] + 20]):
                continue
            if context.patterns["states_parties.money"].match(text, span[1]):
                continue
            if name in ("series", "elliptic", "against", "to_other") and not taken:
                continue
            if len(_named_behind(context, match.end())) == number:
                continue  # "two countries had ratified the Convention: Chad and Togo"
            clause = clause_around(context, match.start())
            if clause is not None and clause.mood in _NOT_YET:
                continue  # "the accession would bring the number to 160"
            taken.append(span)
            as_at = context.patterns["states_parties.as_at"].search(text)
            yield PartyCount(context.at(*match.span()), number, as_at["date"] if as_at else "", _treaty(context, match))


def _named_behind(context: Context, end: int) -> list[State]:
    """The States of a list that follows a count: they are those that are counted, not all."""
    lead = context.patterns["ratification.list_behind"].match(context.text, end)
    return [each.state for each in state_list(context.text, lead.end(), context)] if lead is not None else []


def _treaty(context: Context, match: re.Match[str]) -> str:
    told = match.groupdict().get("treaty")
    if told and context.patterns["states_parties.that_on"].match(told):
        # "The Optional Protocol on armed conflict had 97 parties, and that on the sale of children 95"
        noun = context.patterns["states_parties.protocol"].search(match.string)
        told = context.patterns["states_parties.that_on"].sub(f"the {noun[0]} ", told) if noun else told
    named = treaty_in(context, told) if told else None
    if named is not None:
        return named
    which = context.patterns["states_parties.ordinal"].match(told.strip()) if told else None
    noun = context.patterns["states_parties.protocol"].search(match.string) if which else None
    if which is not None and noun is not None:
        return f"{which['which'].lower()} {noun[0]}"
    before = context.patterns["states_parties.ratified"].search(match.string[: match.start()])
    return (before and treaty_in(context, before["treaty"])) or treaty_of_topic(context)


KIND = FactKind("States parties", PartyCount, find, "parties", 94, always=True)
