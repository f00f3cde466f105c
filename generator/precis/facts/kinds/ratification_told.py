"""Acts of States that are told by a noun or in passing: "Bhutan's accession", "with the accession of Tuvalu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Fact, Ratification
from precis.facts.kinds.ratification_treaty import named_before
from precis.facts.reports import state_list
from precis.facts.signs import clause_around, sign
from precis.facts.treaties import treaty_in

__all__ = ["ACTS", "told_by_noun"]

_BEHIND = 60
"""Letters behind a State within which the date of its act stands, where no treaty is named between."""
ACTS = {"ratif": "ratification", "accede": "accession", "sign": "signature"}
"""The act of each verb, by how its forms begin."""


def told_by_noun(context: Context) -> Iterator[Fact]:
    """What a sentence tells of the acts of States without a verb of theirs."""
    yield from _with_act(context)
    yield from _own_act(context)
    yield from _having_acted(context)
    yield from _newest(context)
    yield from _in_list(context)


def _with_act(context: Context) -> Iterator[Fact]:
    """States named with their act: "With the accession of Tuvalu on 25 March, …", "new ratifications, by Haiti"."""
    for name in ("act_brought", "with_act", "new_acts", "received", "instrument_of"):
        for match in context.patterns[f"ratification.{name}"].finditer(context.text):
            if context.patterns["ratification.outstanding"].match(context.text, match.end()):
                continue
            yield from _named(context, match, match["act"].lower())
            yield from _likewise(context, match)
    for match in context.patterns["ratification.parties"].finditer(context.text):
        yield from _named(context, match, "party")
    for match in context.patterns["ratification.newest"].finditer(context.text):
        verb = match["verb"] or ""
        yield from _named(context, match, next((act for base, act in ACTS.items() if verb.startswith(base)), "party"))


def _likewise(context: Context, match: re.Match[str]) -> Iterator[Fact]:
    """The other States of "the accession of Chad on 2 May and that of Togo on 4 June", each with its own day."""
    more = context.patterns["ratification.and_that"].match(context.text, match.end())
    while more is not None:
        listed = state_list(context.text, more.end(), context)
        day = date_of(context, context.text[listed[-1].end : listed[-1].end + _BEHIND]) if listed else ""
        for found in listed:
            yield Ratification(context.at(more.start(), found.end), found.state, match["act"].lower(), day, "")
        more = context.patterns["ratification.and_that"].match(context.text, more.end()) if listed else None


def _newest(context: Context) -> Iterator[Fact]:
    """The State of "Nauru had been the latest State to accede to the Convention"."""
    match = context.find("ratification.newest_is") if context.found else None
    before = [each.state for each in context.found if match is not None and each.end <= match.start()]
    clause = clause_around(context, match.start()) if match is not None else None
    if match is None or not before or (clause is not None and clause.antecedent != (0, 0)):
        return
    act = next(name for name in (*ACTS.values(), "party") if match[name])
    treaty = treaty_in(context, match["behind"]) or ""
    yield Ratification(context.at(*match.span()), before[-1], act, date_of(context, match["behind"]), treaty)


def _in_list(context: Context) -> Iterator[Fact]:
    """The States of "two new parties: Malta, which had ratified it in May, and Togo, which had acceded to it"."""
    words = context.patterns["ratification.in_list"]
    match = words.search(context.text) if context.found else None
    if match is None:
        return
    first = match.start()
    own = context.patterns["ratification.which_had"]
    for told in own.finditer(context.text, first):
        named = [each for each in context.found if first <= each.start and each.end == told.start()]
        for found in named:
            act = told["act"] or next(name for name in ACTS.values() if told[name])
            day, treaty = date_of(context, told["behind"]), treaty_in(context, told["behind"]) or ""
            yield Ratification(context.at(found.start, told.end()), found.state, act, day, treaty)


def _own_act(context: Context) -> Iterator[Fact]:
    """The State of "Bhutan's accession on 3 August had taken the total to 166"."""
    words = context.patterns["ratification.own_act"]
    if sign(context, "ratification.own_act", "ratification.own_act_never") is None:
        return
    for found in context.states.find(context.text.replace("'s ", "   ")):
        match = words.match(context.text, found.end)
        if match is not None:
            behind = context.text[match.end() :]
            treaty = treaty_in(context, f" {match['treaty']}") if match["treaty"] else ""
            day = date_of(context, behind)
            yield Ratification(context.at(found.start, match.end()), found.state, match["act"], day, treaty or "")


def _having_acted(context: Context) -> Iterator[Fact]:
    """The State of "Timor-Leste, for which …, having deposited its instrument of accession on 16 April"."""
    match = context.find("ratification.having") if context.found else None
    named = [each.state for each in context.found if match is not None and each.end <= match.start()]
    if match is None or len(set(named)) != 1:
        return
    act = match["act"] or next(name for name in ACTS.values() if match[name])
    treaty = treaty_in(context, match["behind"]) or ""
    yield Ratification(context.at(*match.span()), named[0], act, date_of(context, match["behind"]), treaty)


def _named(context: Context, match: re.Match[str], act: str) -> Iterator[Fact]:
    """The States listed behind `match`; behind the last stand the treaty and the date."""
    listed = state_list(context.text, match.end(), context)
    if not listed:
        return
    end = listed[-1].end
    behind = context.patterns["ratification.behind"].match(context.text, end)
    far = (behind.end() if behind else end) + _BEHIND
    date = date_of(context, match[0]) or date_of(context, context.text[end:far])
    named = match.groupdict().get("treaty") or (behind["treaty"] if behind else "")
    treaty = treaty_in(context, f" {named}") if named else ""
    if not named and context.patterns["ratification.of_it"].match(context.text, end):
        treaty = next(reversed(named_before(context, match.start())), "")
    for found in listed:
        yield Ratification(context.at(match.start(), end), found.state, act, date, treaty or "")
