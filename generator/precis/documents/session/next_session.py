"""The next session: when it is held and what it takes up, as the session's source and the records say."""

from __future__ import annotations

from collections.abc import Iterator

from precis.documents.session.dates import When
from precis.documents.session.desk import Desk
from precis.documents.session.dues import Due
from precis.documents.session.lines import Line
from precis.facts.fact import Plan
from precis.facts.source import reference_of
from precis.language.states import State

__all__ = ["next_session"]


def next_session(desk: Desk) -> Iterator[Due]:
    """The next session as a date to come: its days, and the reports it takes up."""
    words = desk.words
    following = desk.facts.session.following
    plans = [fact for fact in desk.facts.of(Plan) if fact.what == "session"]
    number = (
        following.number
        if following and following.number
        else next((each for fact in plans for each in fact.sessions), None)
    )
    plans = [fact for fact in plans if number is None or not fact.sessions or number in fact.sessions]
    lines = [line for fact in plans if (line := desk.said(fact.at)) is not None]
    when = _days(desk, lines)
    if when is None:
        return
    reports, more = _reports(desk, number)
    states = words.listed(reports) if reports else ""
    title = words.text("next_unnumbered") if number is None else words.text("next_session", session=number)
    text = f"**{title}**" if not states else words.text("next_takes_up", next=f"**{title}**", states=states)
    source = desk.facts.source
    sources = (reference_of(source, "next"),) if source is not None and following is not None else ()
    yield Due(when, words.text("committee"), text, text, (*dict.fromkeys((*lines, *more)),), sources=sources)


def _days(desk: Desk, lines: list[Line]) -> When | None:
    following = desk.facts.session.following
    if following is not None and following.days is not None:
        days = following.days
        kind = "days" if days.first != days.last else "day"
        return When("", 0, 0, kind, "from", days.first, days.last)
    for line in lines:
        found = [when for when in desk.dates(line) if when.kind in _PLANNED]
        if found:
            return found[0]
    return None


_PLANNED = ("days", "day", "month")


def _reports(desk: Desk, number: int | None) -> tuple[list[str], list[Line]]:
    """The reports that the next session takes up, each State with its report, and the sentences that say so."""
    words = desk.words
    out: dict[State, str] = {}
    lines: list[Line] = []
    for fact in desk.facts.of(Plan):
        if fact.what != "consideration of reports" or (fact.sessions and number and number not in fact.sessions):
            continue
        line = desk.said(fact.at)
        if line is None:
            continue
        lines.append(line)
        for state, report in zip(fact.states, fact.reports, strict=True):
            told = words.report(report)
            name = desk.state(state).in_text
            out.setdefault(state, words.text("state_report", state=name, report=told) if told else name)
    return list(out.values()), lines
