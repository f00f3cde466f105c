"""Those met who are listed: each member of a list of names is a meeting of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from precis.facts.context import Context
from precis.facts.reports import state_list

__all__ = ["each_met"]

_FEWEST = 2
"""Members of a list."""


def each_met(context: Context, whom: str) -> list[str]:
    """The members of a list of people or organizations, or the words as they stand where they name only one.

    What stands for all of them is told of each: "the ambassadors of Chad and Togo" are "the ambassadors of Chad" and
    "the ambassadors of Togo". Groups without a name ("victims and lawyers") are not parted.
    """
    whom = context.patterns["meeting.both"].sub("", whom, count=1)
    lead = context.patterns["meeting.members_of"].match(whom)
    states = _states(context, whom, lead)
    if states:
        return states
    parts = _parts(context, whom)
    named = context.patterns["meeting.named"]
    if len(parts) < _FEWEST or not any(named.search(part) for part in parts):
        return [whom]
    if _come_from(context, parts) or (lead is None and any(_is_state(context, part) for part in parts[1:])):
        return [whom]  # "teachers from Chad, Peru and Nepal", "from across Asia and Africa": no one is told apart
    found = []
    for place, part in enumerate(parts):
        own = context.patterns["meeting.of_next"].sub("", part)
        shared = lead is not None and place > 0 and context.patterns["meeting.own_head"].match(own) is None
        found.extend(each_met(context, f"{lead[0]}{own}" if lead is not None and shared else own))
    return found


def _states(context: Context, whom: str, lead: re.Match[str] | None) -> list[str]:
    """The States of "the ambassadors of Chad and Togo", each with what leads to them; [] where others are named too."""
    listed = state_list(whom, lead.end(), context) if lead is not None else []
    if lead is None or len(listed) < _FEWEST or whom[listed[-1].end :].strip(" ,."):
        return []
    return [f"{lead[0]}{whom[each.start : each.end]}" for each in listed]


def _is_state(context: Context, words: str) -> bool:
    found = next(context.states.find(words), None)
    return found is not None and found.start == 0 and found.end == len(words)


def _come_from(context: Context, parts: Sequence[str]) -> bool:
    """Whether all but the first are bare names of where people come from: "Africa", "the Americas"."""
    if context.patterns["meeting.from_places"].search(parts[0]) is None:
        return False
    return all(context.patterns["meeting.bare_place"].fullmatch(part) for part in parts[1:])


def _parts(context: Context, whom: str) -> list[str]:
    """The members of "A, B and C"; a comma parts only where "and" ends the list, and an apposition parts nothing."""
    last = context.patterns["meeting.and_last"].search(whom)
    if last is None:
        loose = list(context.patterns["meeting.and_name"].finditer(whom))
        last = loose[-1] if loose else None
        acronyms = context.patterns["meeting.acronym"]
        listed = last is not None and context.patterns["meeting.comma"].search(whom, 0, last.start()) is not None
        if last is None or not (
            listed or acronyms.search(whom[: last.start()]) or acronyms.match(whom, last.end()) is not None
        ):
            return [whom]
    before = context.patterns["meeting.comma"].split(whom[: last.start()])
    behind = [each for each in context.patterns["meeting.and_last"].split(whom[last.end() :]) if each]
    return [each.strip(" ,") for each in (*before, *behind) if each.strip(" ,")]
