"""What is planned: coming sessions, the reports considered there, deadlines, events, days of discussion, visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Fact, Plan
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.plan_parts import at_session, place_in, reports_of, who_of, with_as_would
from precis.facts.kinds.plan_signs import planned_by_signs
from precis.language.states import State
from precis.proceedings import Report

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """What a sentence plans, each plan once."""
    if context.state is not None:  # in a dialogue the Chair sets deadlines, and nothing else is planned
        matches = [match for match in matches if context.presided and match.frame.sense == "deadline"]
    made: dict[tuple[object, ...], Plan] = {}
    for match in matches:
        for plan in _of(context, match.clause, match.frame.sense):
            made.setdefault((plan.what, plan.date, plan.states), plan)
        first = next((plan for plan in made.values() if plan.what == "session"), None)
        if first is not None:
            context.memory.session, context.memory.planned = first.sessions, True
            context.memory.sessions = tuple(
                number for plan in made.values() if plan.what == "session" for number in plan.sessions
            )
    yield from made.values()
    if context.main and not context.procedure and (context.state is None or context.presided):
        for plan in planned_by_signs(context, frozenset(plan.what for plan in made.values())):
            if plan.what == "session":
                context.memory.session, context.memory.planned = plan.sessions, True
            made.setdefault((plan.what, plan.date, plan.states), plan)
            yield plan
    if any(plan.what == "consideration of reports" for plan in made.values()):
        yield from _at_latter(context)


def _of(context: Context, clause: Clause, what: str) -> Iterator[Plan]:
    """The plan of a clause; two where a session is devoted to reports, or another is told of with it."""
    proposed = clause.governor in context.words.verbs["plan.proposing"] and context.decision is None
    if proposed and what != "consideration of reports":
        return
    if what == "session":
        devoted = clause.lemma in context.words.verbs["plan.devoting"]
        found = [_session(context, clause), _reports(context, clause) if devoted else None, _second(context, clause)]
    elif what == "consideration of reports":
        found = list(_in_turn(context, clause)) or [_reports(context, clause)]
    elif what == "list of reports":
        found = [_listed(context, clause)]
    else:
        found = [_deadline(context, clause) if what == "deadline" else _dated(context, clause, what)]
        found.append(_second(context, clause) if what == "event" else None)
    yield from (each for each in found if each is not None)


def _words(context: Context, clause: Clause) -> str:
    first = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
    return context.text[first : max(clause.object[1], clause.verb[1])]


def _behind(context: Context, clause: Clause) -> str:
    return context.text[clause.verb[1] : clause.object[1]]


def _session(context: Context, clause: Clause) -> Plan | None:
    """A session with its dates or place."""
    behind = _behind(context, clause)
    if clause.lemma in context.words.verbs["plan.devoting"]:
        return _in_apposition(context, clause)
    held = clause.lemma in context.words.verbs["plan.holding"] and clause.voice is Voice.ACTIVE
    named = context.patterns["plan.until_session"].match(behind) if held else None
    subject = (named[0] if named else "") if held else context.text[slice(*clause.subject)]
    if not held and not context.patterns["plan.session"].match(subject):
        return None
    date, place = _days(context, clause, behind), place_in(context, behind)
    if context.patterns["plan.group"].search(context.text[slice(*clause.subject)]):
        return Plan(context.at(clause.verb[0], clause.object[1]), "event", date=date, place=place) if date else None
    numbers = context.sessions_in(subject) or _that_session(context, subject)
    if context.patterns["plan.it"].fullmatch(subject):
        before = context.before.text if context.before is not None else ""
        if not context.patterns["plan.until_session"].match(before):
            return None
        numbers = context.sessions_in(before)
    if not date and not (place and numbers):
        return None
    return Plan(context.at(clause.verb[0], clause.object[1]), "session", numbers, date, place=place)


def _that_session(context: Context, subject: str) -> tuple[int, ...]:
    """The session that "that session" is: the one that the sentence before names last."""
    before = context.sessions_in(context.before.text) if context.before is not None else ()
    return before[-1:] if context.patterns["plan.that_one"].search(subject) else ()


def _second(context: Context, clause: Clause) -> Plan | None:
    """The other session of "the tenth session would be held from 2 to 13 May and the eleventh from 1 to 12 June"."""
    behind = _behind(context, clause)
    match = context.patterns["plan.second"].search(context.text, clause.verb[1])
    date = date_of(context, context.text[match.end() :], coming=True) if match else ""
    number = context.read_session(match["session"] or match["session_of"]) if match else None
    if not date or number is None:
        return None
    return Plan(
        context.at(clause.verb[0], clause.object[1]), "session", (number,), date, place=place_in(context, behind)
    )


def _days(context: Context, clause: Clause, behind: str) -> str:
    """The days of a session: "would open on 22 May and close on 1 June 2018" is "22 May to 1 June 2018"."""
    both = context.patterns["plan.close"].match(context.text, clause.verb[1])
    return f"{both['first']} to {both['last']}" if both else date_of(context, behind, coming=True)


def _in_apposition(context: Context, clause: Clause) -> Plan | None:
    """The session of "the tenth session, from 2 to 13 September 2013, would be devoted to the report of Austria"."""
    subject = context.text[slice(*clause.subject)]
    numbers, date = context.sessions_in(subject), date_of(context, subject, coming=True)
    return Plan(context.at(*clause.verb), "session", numbers, date) if numbers and date else None


def _reports(context: Context, clause: Clause) -> Plan | None:
    """The States whose reports come, and the session: said here, or the one told of before."""
    words = _words(context, clause)
    gone = context.patterns["plan.put_back"].search(context.text)
    if gone is not None and gone.start() > clause.verb[0]:
        first = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
        words = context.text[first : min(gone.start(), max(clause.object[1], clause.verb[1]))]
    reports = reports_of(words, context) or _listed_behind(context, clause)
    reports = with_as_would(context, reports, clause.verb[1])
    if not reports or context.patterns["dialogue.follow_up"].search(words):
        return None
    sessions = at_session(context, context.text[: max(clause.object[1], clause.verb[1])])
    if clause.mood is Mood.DONE and (_is_over(context, sessions) or context.find("plan.but")):
        return None
    return None if sessions is None else _considered(context, clause, sessions, reports)


def _in_turn(context: Context, clause: Clause) -> Iterator[Plan]:
    """The reports of each of two sessions told of before: "At the former, those of Chad; at the latter, Peru's"."""
    told = list(context.patterns["plan.in_turn"].finditer(context.text))
    sessions = context.memory.sessions
    if len(told) != len(_TURNS) or len(sessions) != len(_TURNS):
        return
    ends = (told[1].start(), len(context.text))
    for match, end, place in zip(told, ends, _TURNS, strict=True):
        reports = reports_of(context.text[match.end() : end], context)
        if reports:
            yield _considered(context, clause, sessions[place : place + 1], reports)


def _at_latter(context: Context) -> Iterator[Plan]:
    """The reports of "would be examined at the former; at the latter, Belgium and Peru"."""
    told, sessions = context.find("plan.at_latter"), context.memory.sessions
    reports = reports_of(context.text[told.end() :], context) if told is not None and len(sessions) > 1 else {}
    if told is not None and reports:
        at, own = context.at(*told.span()), tuple(reports.values())
        yield Plan(at, "consideration of reports", sessions[1:2], states=tuple(reports), reports=own)


_TURNS = (0, 1)
"""The places of the former and the latter of two sessions."""


def _is_over(context: Context, sessions: tuple[int, ...] | None) -> bool:
    """Whether no session to come is meant: "had been scheduled for the sixtieth session" at the sixty-first."""
    return not sessions or (context.session is not None and min(sessions) < context.session)


def _listed_behind(context: Context, clause: Clause) -> dict[State, Report]:
    """The States of "the States parties whose reports were to be considered were Chad and Peru"."""
    after = next((each for each in context.clauses if each.verb[0] >= clause.verb[1]), None)
    if clause.antecedent == (0, 0) or after is None or after.lemma != "be":
        return {}
    return reports_of(context.text[after.verb[1] : after.object[1]], context)


def _considered(context: Context, clause: Clause, sessions: tuple[int, ...], reports: Mapping[State, Report]) -> Plan:
    at = context.at(clause.verb[0], clause.object[1])
    return Plan(at, "consideration of reports", sessions, states=tuple(reports), reports=tuple(reports.values()))


def _listed(context: Context, clause: Clause) -> Plan | None:
    """The list of the reports of coming sessions, whose States it may not name."""
    words = _words(context, clause)
    sessions = context.sessions_in(words)
    if not sessions:
        return None
    return _considered(context, clause, sessions, reports_of(words, context))


def _deadline(context: Context, clause: Clause) -> Plan | None:
    """The day by which something must be sent, and by whom."""
    words = _words(context, clause)
    if clause.lemma not in context.words.verbs["plan.setting"] and not context.patterns["plan.sent"].search(
        context.text
    ):
        return None
    if context.state is None and context.patterns["plan.owed"].search(words):
        return None
    rest = context.text[clause.verb[0] : max(clause.object[1], clause.verb[1])]
    by = context.patterns["plan.set_at"].search(rest) or context.patterns["plan.by"].search(rest)
    date = date_of(context, rest[by.end() :], coming=True) if by else ""
    if not date:
        return None
    timely = context.patterns["plan.in_time"].search(words)
    sessions = () if timely else context.sessions_in(words)
    if not sessions and context.patterns["plan.that"].search(words):
        sessions = context.memory.session
    return Plan(
        context.at(clause.verb[0], clause.object[1]),
        "deadline",
        sessions,
        date,
        who=who_of(context, words, context.text),
    )


def _dated(context: Context, clause: Clause, what: str) -> Plan | None:
    """An event, a day of discussion or a visit: it has a date."""
    words, behind = _words(context, clause), _behind(context, clause)
    own = clause.agent if clause.agent != (0, 0) else clause.subject
    whose = context.text[slice(*own)]
    of_group = context.patterns["plan.group"].search(whose) is not None
    if what == "event" and not of_group and context.patterns["plan.session"].match(whose):
        return None
    cancelled = clause.mood is Mood.DONE and clause.voice is Voice.PASSIVE
    planned = context.patterns[f"plan.{what}"].search(words) if what in _NOUNS else None
    if planned is not None and context.patterns["plan.no_day"].search(words[: planned.start()]):
        return None
    if cancelled and context.patterns["plan.but"].search(context.text, clause.verb[1]):
        return None
    later = context.patterns["plan.later"].search(behind)
    date = date_of(context, behind, coming=True) or date_of(context, words, coming=True)
    before = context.patterns["plan.on_day"].search(context.text[: clause.verb[0]])
    date = date or (date_of(context, context.text[before.end() :], coming=True) if before else "")
    date = date or (later["year"] if later else "")
    if not date:
        return None
    states = tuple(dict.fromkeys(each.state for each in context.states.find(words))) if what == "visit" else ()
    if clause.lemma in context.words.verbs["plan.visiting"] and not states:
        return None
    at = context.at(clause.verb[0], clause.object[1])
    return Plan(at, what, date=date, place=place_in(context, behind) or place_in(context, words), states=states)


_NOUNS = ("event", "day of discussion")
"""Plans that a noun names, of which there may be none."""


KIND = FactKind("plan", Plan, find, "next", 110, always=True, by_chair=True)
