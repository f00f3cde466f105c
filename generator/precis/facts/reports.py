"""Lists of States, and the reports that a text names with them: "the combined second to fourth reports of Jamaica"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from precis.facts.context import Context
from precis.language.states import FoundState, State
from precis.proceedings import NO_REPORT, Report

__all__ = ["FoundReport", "find_reports", "numbered", "protocol_in", "reports_in", "state_list", "states_in"]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report of a State in a text, and where the words that name it stand."""

    state: State
    report: Report
    start: int
    end: int


def state_list(text: str, start: int, context: Context) -> list[FoundState]:
    """The States of a list that begins at `start`: "Mexico, the Niger and Jamaica"; empty if none stands there.

    A member that no list knows is a State without a code, between others or behind the last "and". What is listed with
    its State is not listed by itself: "China, including Hong Kong, China, and Macao, China".
    """
    lead = context.patterns["reports.lead"].match(text, start)
    at = lead.end() if lead else start
    found = list(_shifted(text, at, context))
    out: list[FoundState] = []
    place = 0
    while True:
        after = found[place] if place < len(found) else None
        if after is not None and (at == after.start if not out else _joins(text, at, after.start, context)):
            at, place = after.end, place + 1
            out.append(after)
            place = _behind_parts(text, out, found, place, context)
            at = found[place - 1].end
            continue
        unlisted = _unlisted(text, at, out, after, context)
        if unlisted is None:
            return out
        out.append(unlisted)
        at = unlisted.end


def _shifted(text: str, start: int, context: Context) -> Iterator[FoundState]:
    for found in context.states.find(text[start:]):
        yield FoundState(found.state, found.start + start, found.end + start)


def _joins(text: str, start: int, end: int, context: Context) -> bool:
    """Whether what stands between two members joins them."""
    between = text[start:end]
    match = context.patterns["reports.join"].match(text, start, end)
    return match is not None and match.end() == end and context.patterns["reports.joined"].search(between) is not None


def _behind_parts(text: str, out: list[FoundState], found: list[FoundState], place: int, context: Context) -> int:
    """Pass over the parts that are named with a State: its territories behind "including"."""
    last = out[-1]
    including = context.patterns["reports.including"].match(text, last.end)
    if including is None or place >= len(found) or found[place].start > including.end() + 4:
        return place
    while place < len(found) and found[place].state.status == "territory":
        place += 1
    return place


def _unlisted(
    text: str, at: int, out: list[FoundState], after: FoundState | None, context: Context
) -> FoundState | None:
    """A member that no list knows: it stands between members, or behind the last "and"."""
    if not out:
        return None
    join = context.patterns["reports.join"].match(text, at)
    if join is None or not context.patterns["reports.listed"].search(join[0]):
        return None
    match = context.patterns["reports.unlisted"].match(text, join.end())
    if match is None or context.patterns["reports.no_state"].match(match["name"]):
        return None
    between = after is not None and _joins(text, match.end("name"), after.start, context)
    last = (
        context.patterns["reports.last"].search(join[0]) is not None
        and re.match(r"\s*(?:[.;,]|\Z)", text[match.end("name") :]) is not None
    )
    if not between and not last:
        return None
    return FoundState(State.as_printed(match["name"]), match.start("name"), match.end("name"))


def find_reports(text: str, context: Context) -> Iterator[FoundReport]:
    """The reports of States that a text names, in order, one for each State."""
    matches = list(context.patterns["reports.report"].finditer(text))
    for match, after in zip_longest(matches, matches[1:]):
        end = after.start() if after else len(text)
        numbers = context.read_series(match["numbers"] or "")
        listed = state_list(text[:end], match.end(), context)
        behind = context.patterns["reports.under"].match(text, listed[-1].end, end) if listed else None
        report = Report(
            numbers, protocol=protocol_in(match["protocol"] or (behind["protocol"] if behind else ""), context)
        )
        after = text[listed[-1].end : end] if listed else ""
        each = numbered([found.state for found in listed], numbers, after, context)
        for found in listed:
            own = replace(report, numbers=each[found.state].numbers)
            yield FoundReport(found.state, own, match.start(), found.end)


def numbered(states: Sequence[State], numbers: tuple[int, ...], behind: str, context: Context) -> dict[State, Report]:
    """The reports of States with the numbers said of all, or one each where "respectively" stands behind."""
    if len(states) > 1 and len(numbers) == len(states) and context.patterns["reports.respectively"].match(behind):
        return {state: replace(NO_REPORT, numbers=(number,)) for state, number in zip(states, numbers, strict=True)}
    return {state: replace(NO_REPORT, numbers=numbers) for state in states}


def protocol_in(words: str, context: Context) -> str:
    """The Optional Protocol that words tell of, as symbols name it."""
    protocols = context.words.protocols
    return next((name for title, name in protocols.items() if title in words), "OP" if words else "")


def reports_in(text: str, context: Context) -> list[FoundReport]:
    """The reports that a text names; a State without a report of its own has one without numbers."""
    found = list(find_reports(text, context))
    if found:
        return found
    # "Japan's combined seventh and eighth periodic reports"
    listed = states_in(text, context) or states_in(text.replace("'s ", "   "), context)
    own = context.patterns["reports.of_country"].search(text)
    numbers = context.read_series(own["numbers"]) if own and len(listed) == 1 else ()
    return [FoundReport(each.state, replace(NO_REPORT, numbers=numbers), each.start, each.end) for each in listed]


def states_in(text: str, context: Context) -> list[FoundState]:
    """All States that a text names, those of its lists with members that no table knows among them."""
    out: list[FoundState] = []
    for first in context.states.find(text):
        if not out or first.start >= out[-1].end:
            out.extend(state_list(text, first.start, context) or [first])
    return out
