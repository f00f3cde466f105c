"""Acts of States that are told by a noun or in passing: "Bhutan's accession", "with the accession of Tuvalu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Fact, Ratification
from precis.facts.reports import state_list
from precis.facts.signs import sign
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


def _with_act(context: Context) -> Iterator[Fact]:
    """States named with their act: "With the accession of Tuvalu on 25 March, …", "new ratifications, by Haiti"."""
    for name in ("with_act", "new_acts", "received", "instrument_of"):
        for match in context.patterns[f"ratification.{name}"].finditer(context.text):
            if context.patterns["ratification.outstanding"].match(context.text, match.end()):
                continue
            yield from _named(context, match, match["act"].lower())
    for match in context.patterns["ratification.parties"].finditer(context.text):
        yield from _named(context, match, "party")
    for match in context.patterns["ratification.newest"].finditer(context.text):
        verb = match["verb"] or ""
        yield from _named(context, match, next((act for base, act in ACTS.items() if verb.startswith(base)), "party"))


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
    for found in listed:
        yield Ratification(context.at(match.start(), end), found.state, act, date, treaty or "")
