"""Plans told in other words than those of the frames: whatever the verb, what is to come and its day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Clause, Mood
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Plan
from precis.facts.kinds.plan_parts import at_session, place_in, reports_of, who_of, with_as_would
from precis.facts.reports import state_list
from precis.facts.signs import clause_around
from precis.proceedings import NO_REPORT

__all__ = ["planned_by_signs"]

_COMING = frozenset((Mood.PLANNED, Mood.RECOMMENDED))
_UNSURE = frozenset((Mood.POSSIBLE, Mood.HYPOTHETICAL, Mood.CONDITIONAL, Mood.ASKED, Mood.PROPOSED))


def planned_by_signs(context: Context, told: frozenset[str]) -> Iterator[Plan]:
    """The plans that a sentence tells of besides those `told`, each sort once; in a dialogue, only deadlines."""
    dated = context.patterns["dates.date"].search(context.text) is not None
    if not (dated or context.found) or context.find("plan.coming") is None:
        return
    if context.find("plan.unsure") is not None:
        return
    for what, find in _FINDERS.items():
        needed = dated or what == "consideration of reports"
        beside = "deadline" in told and what != "session"
        if what in told or beside or not needed or (context.state is not None and what != "deadline"):
            continue
        plan = find(context)
        if plan is not None:
            yield plan
            if what in _ALONE:
                return


def _coming(context: Context, place: int) -> Clause | None:
    """The clause of a place, if it tells of what is to come: by its mood, or by words such as "on the programme"."""
    clause = clause_around(context, place)
    if clause is None or clause.negated or clause.mood in _UNSURE:
        return None
    if clause.mood in _COMING:
        return clause
    if clause.mood is Mood.GENERIC and context.patterns["plan.when"].search(context.text, 0, clause.verb[1]):
        return clause
    words = context.text[clause.verb[0] : max(clause.object[1], clause.verb[1])]
    ahead = context.patterns["plan.ahead"].search(words)
    return clause if ahead is not None and context.find("plan.but") is None else None


def _session(context: Context) -> Plan | None:
    """The session of "the dates set for the tenth session were 11 to 22 April", or one that "would run from" a day."""
    named = context.find("plan.session_days") or context.find("plan.which_runs")
    sessions = context.sessions_in(named[0]) if named else ()
    behind = context.text[named.end() :] if named and "behind" not in named.groupdict() else ""
    date = date_of(context, behind or (named["behind"] if named else ""), coming=True)
    if named is None or not sessions or not date:
        return None
    return Plan(context.at(*named.span()), "session", sessions, date, place=place_in(context, context.text))


def _deadline(context: Context) -> Plan | None:
    """The day by which others must do something: "had until 26 June to send in their reports"."""
    match = context.find("plan.until_day")
    if match is None:
        return None
    clause = clause_around(context, match.start("day"))
    date = date_of(context, context.text[match.start("day") :], coming=True)
    must = context.find("plan.must") is not None
    unsure = (Mood.CONDITIONAL, Mood.ASKED) if must else (Mood.CONDITIONAL, Mood.HYPOTHETICAL, Mood.ASKED)
    if not date or clause is None or clause.negated or clause.mood in unsure:
        return None
    sessions = context.sessions_in(context.text)
    return Plan(
        context.at(*match.span()),
        "deadline",
        sessions,
        date,
        who=who_of(context, _part(context, match.start("day")), context.text),
    )


def _part(context: Context, place: int) -> str:
    """The part of a sentence, between semicolons, that a place stands in."""
    end = context.text.find(";", place)
    return context.text[context.text.rfind(";", 0, place) + 1 : len(context.text) if end < 0 else end]


def _visit(context: Context) -> Plan | None:
    """The State that members are to visit, and when."""
    match = context.find("plan.to_visit")
    if match is None:
        return _visit_told(context)
    if context.find("plan.of_others"):
        return None
    clause = _coming(context, match.start("event")) if match["agreed"] is None else None
    if match["agreed"] is None and (clause is None or actor_of(context, clause) not in (Actor.OURS, Actor.NOBODY)):
        return None
    states = tuple(dict.fromkeys(each.state for each in context.states.find(context.text[match.start() :])))
    date = date_of(context, context.text[match.start() :], coming=True)
    known = bool(states) or match["agreed"] is not None
    return Plan(context.at(*match.span()), "visit", date=date, states=states) if date and known else None


def _visit_told(context: Context) -> Plan | None:
    """When the visit of which the sentence tells, or the one before, is to take place."""
    here = context.find("plan.visit_here") if context.found else None
    if here is not None and context.find("plan.of_others") is None:
        clause, date = _coming(context, here.start("event")), date_of(context, context.text[here.end() :], coming=True)
        states = tuple(dict.fromkeys(each.state for each in context.found))
        return Plan(context.at(*here.span()), "visit", date=date, states=states) if clause and date else None
    match, before = context.find("plan.visit_told"), context.before
    if match is None or before is None or not context.patterns["postponed.visit"].search(before.text):
        return None
    clause, date = _coming(context, match.start("event")), date_of(context, context.text[match.end() :], coming=True)
    states = tuple(dict.fromkeys(each.state for each in context.states.find(before.text)))
    if clause is None or not date or context.patterns["plan.of_others"].search(before.text):
        return None
    return Plan(context.at(*match.span()), "visit", date=date, states=states)


def _held(context: Context, what: str) -> Plan | None:
    """A meeting, a seminar or a day of discussion that has a day to come."""
    for match in context.patterns[f"plan.{what}"].finditer(context.text):
        later = context.patterns["plan.would_be_held"].search(context.text, match.end())
        own = _coming(context, match.start())
        clause = own or (_coming(context, later.start()) if later else None)
        before = context.text[: match.start()]
        none = context.patterns["plan.no_day"].search(before) is not None
        if clause is None or none or context.patterns["plan.own_days"].search(before):
            continue
        impersonal = context.patterns["plan.impersonal"].fullmatch(clause.words(clause.subject)) is not None
        of_others = own is not None and not impersonal and actor_of(context, clause) not in (Actor.OURS, Actor.NOBODY)
        if of_others and not clause.subject[0] <= match.start() < clause.subject[1]:
            continue
        date = _near(context, match)
        if date:
            behind = context.text[clause.verb[1] :]
            place = place_in(context, behind) or place_in(context, context.text)
            return Plan(context.at(*match.span()), what, date=date, place=place)
    return None


def _near(context: Context, match: re.Match[str]) -> str:
    """The day of an event: behind its noun, or before it at the head of the sentence."""
    behind = date_of(context, context.text[match.end() :], coming=True)
    if behind:
        return behind
    before = context.patterns["plan.on_day"].search(context.text[: match.start()])
    return date_of(context, context.text[before.end() : match.start()], coming=True) if before else ""


def _reports(context: Context) -> Plan | None:
    """The States of "Chad and Peru were on the programme", at the session told of before."""
    told = context.find("plan.rapporteurs") if context.found else None
    if told is not None:
        return _of_rapporteurs(context, told)
    match = context.find("plan.turn") if context.found else None
    if _is_no_turn(context) or match is None or _coming(context, match.start("event")) is None:
        return None
    clause = clause_around(context, match.start("event"))
    words = context.text[: _with_list(context, max(clause.object[1], match.end()))] if clause else context.text
    gone = context.patterns["plan.put_back"].search(context.text)
    words = words[: gone.start()] if gone else words
    reports, sessions = with_as_would(context, reports_of(words, context), match.end()), at_session(context, words)
    over = sessions and context.session is not None and min(sessions) < context.session
    if not reports or sessions is None or over:
        return None
    at = context.at(*match.span())
    what = "consideration of reports"
    return Plan(at, what, sessions, states=tuple(reports), reports=tuple(reports.values()))


def _is_no_turn(context: Context) -> bool:
    """Whether reports are spoken of that are not to come: postponed, overdue; not if an aside says which came late."""
    told, aside = context.find("plan.not_turn"), context.find("plan.of_which")
    if told is None or aside is None or told.start() < aside.start():
        return told is not None
    return context.patterns["plan.how_received"].fullmatch(told[0]) is None


def _of_rapporteurs(context: Context, told: re.Match[str]) -> Plan | None:
    """The States of "the country rapporteurs for the reports to be considered at … were: Ms. A for Chad; …"."""
    sessions = context.sessions_in(told[0])
    reports = reports_of(context.text[told.end() :], context)
    over = sessions and context.session is not None and min(sessions) < context.session
    if not sessions or not reports or over:
        return None
    states = tuple(dict.fromkeys(each.state for each in context.states.find(context.text[told.end() :])))
    at = context.at(told.start(), len(context.text))
    return Plan(at, "consideration of reports", sessions, states=states, reports=(NO_REPORT,) * len(states))


def _with_list(context: Context, end: int) -> int:
    """Where a list of States ends that goes on behind `end`: "the reports of Chile, Togo" / "and Turkmenistan"."""
    first = next((each for each in context.found if each.start < end), None)
    listed = state_list(context.text, first.start, context) if first is not None else []
    return max(end, listed[-1].end) if listed else end


_FINDERS: Mapping[str, Callable[[Context], Plan | None]] = MappingProxyType(
    {
        "session": _session,
        "deadline": _deadline,
        "visit": _visit,
        "day of discussion": partial(_held, what="day of discussion"),
        "event": partial(_held, what="event"),
        "consideration of reports": _reports,
    }
)
_ALONE = frozenset(("deadline", "visit", "day of discussion"))
"""After these nothing else is looked for: their words are those of others too."""
