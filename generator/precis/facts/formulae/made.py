"""What each kind of fact is made of, from a formula that was found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from precis.facts.fact import (
    Adopted,
    Decision,
    Dialogue,
    Encounter,
    EntryIntoForce,
    Fact,
    FollowUp,
    PartyCount,
    Plan,
    Ratification,
    Resources,
    SessionMark,
    Stage,
    WorkingMethods,
)
from precis.facts.formulae import persons
from precis.facts.formulae.sight import Mention, Sight
from precis.facts.kinds.communication import Communication
from precis.facts.kinds.inquiry import Inquiry
from precis.facts.kinds.postponed import Postponed
from precis.facts.kinds.reprisal import Reprisal
from precis.facts.kinds.translation import Translation
from precis.facts.kinds.urgent_action import UrgentAction
from precis.facts.mentions import title_and_symbol
from precis.language.states import State
from precis.proceedings import NO_REPORT

__all__ = ["MAKERS", "Maker"]

Maker = Callable[[Sight], Iterator[Fact]]


def _dialogue(sight: Sight) -> Iterator[Fact]:
    states = sight.listed(*sight.span("states"))
    sight.memory.considered = states or sight.memory.considered
    told = sight.part("numbers") or sight.part("states")
    numbers = sight.series(told) if len(states) == 1 else ()
    yield from (Dialogue(sight.at, state, replace(NO_REPORT, numbers=numbers)) for state in states)


def _adopted(sight: Sight) -> Iterator[Fact]:
    start, end = sight.span("rest")
    mentions = sight.mentions(start, end)
    # A text that is acted upon stands first in its part: others are named in the titles of those.
    if not mentions or mentions[0].start - start > _FAR:
        return
    plain = Stage(sight.formula.sense)
    for mention in mentions if mentions[0].text.of_state else mentions[:1]:
        yield from _of_mention(sight, mention, sight.stage(sight.match.start(), sight.match.end(), plain))


_YEARS = 1000
"""From here on a number before a text is a year."""
_FAR, _NEAR = 60, 6
"""Letters before a text, at most: an article, a number, "à sa session"; before Views, their number alone."""


def _of_mention(sight: Sight, mention: Mention, stage: Stage) -> Iterator[Fact]:
    name = mention.text.name
    behind = sight.words.day_behind.match(sight.low, sight.span("how")[0])
    dated = stage in (Stage.PUBLISHED, Stage.LAUNCHED) or sight.words.on_a_day.match(sight.low, sight.span("rest")[0])
    date = sight.exact[slice(*behind.span("date"))] if behind else sight.date() or _month(sight) if dated else ""
    states = sight.listed(mention.end, mention.until) or sight.listed(*sight.span("how"))
    if not states and sight.words.those.search(sight.low):
        states = sight.memory.considered
    if mention.text.of_state and states:
        yield from (Adopted(sight.at, name, stage, state, date=date) for state in states)
    elif name == "views":
        ahead = sight.numbers(max(0, mention.start - _NEAR), mention.start)
        count = next(sight.numbers(mention.end, mention.until), None) or next(ahead, None)
        yield Adopted(sight.at, name, stage, _against(sight, mention.end), count=count)
    else:
        near = max(0, mention.start - 20, sight.low.rfind(",", 0, mention.start))
        count = next((number for number in sight.numbers(near, mention.start) if number < _YEARS), None)
        title, symbol = title_and_symbol(_title(sight, mention))
        yield Adopted(sight.at, name, stage, title=title, symbol=symbol, count=count, date=date)


def _month(sight: Sight) -> str:
    """The month alone behind the verb: "a été publiée en juillet"; empty if there is none."""
    month = sight.words.month_before.search(sight.low, sight.span("how")[0])
    return sight.exact[slice(*month.span("date"))] if month else ""


def _title(sight: Sight, mention: Mention) -> str:
    """The text with what tells it apart, as it stands: up to its stage, or to a comma."""
    end = min((words.start() for words in _ends(sight, mention)), default=mention.until)
    comma = sight.words.comma.search(sight.low, mention.end, end)
    end = comma.start() if comma else end
    title = sight.exact[mention.start : end].strip(" ,.;")
    numbered = any(letter.isdigit() for letter in title)
    return title if numbered or len(title) > mention.end - mention.start else ""


def _ends(sight: Sight, mention: Mention) -> Iterator[re.Match[str]]:
    for words in sight.words.stages.values():
        found = words.search(sight.low, mention.end, mention.until)
        if found is not None:
            yield found


def _against(sight: Sight, start: int) -> State | None:
    """The State that a communication is against: the first one named."""
    found = next(iter(sight.states.find(sight.normal[start:])), None)
    return found.state if found else None


def _follow_up(sight: Sight) -> Iterator[Fact]:
    yield from (FollowUp(sight.at, state) for state in sight.listed(*sight.span("states")))


def _postponed(sight: Sight) -> Iterator[Fact]:
    yield from (Postponed(sight.at, sight.formula.sense, state) for state in sight.listed(*sight.span("states")))


def _communication(sight: Sight) -> Iterator[Fact]:
    """An outcome: how many communications its part of the sentence counts, against the State named there."""
    none = sight.part("none") or sight.part("none2")
    outcome = f"no {sight.formula.sense}" if none else sight.formula.sense
    first, last = _part(sight)
    counted = sight.words.counted.search(sight.low, first, last)
    told = sight.part("count") or sight.part("count2")
    count = sight.words.number(told.lower()) if told else sight.words.number(counted["count"]) if counted else None
    if count is None and sight.words.single.search(sight.low, first, last):
        count = 1
    state = next((found.state for found in sight.states.find(sight.normal[first:last])), None)
    if count is not None or state is not None or outcome.endswith("violation"):
        yield Communication(sight.at, outcome, count, state)


def _part(sight: Sight) -> tuple[int, int]:
    """The part of the sentence that the formula stands in."""
    starts = [0, *(part.end() for part in sight.words.parts.finditer(sight.low))]
    ends = [*(part.start() for part in sight.words.parts.finditer(sight.low)), len(sight.low)]
    return next(
        ((first, last) for first, last in zip(starts, ends, strict=True) if first <= sight.match.start() <= last),
        (0, len(sight.low)),
    )


def _urgent_action(sight: Sight) -> Iterator[Fact]:
    count = sight.words.number((sight.part("count") or sight.part("count2")).lower())
    if count:
        yield UrgentAction(sight.at, count)


def _decision(sight: Sight) -> Iterator[Fact]:
    yield Decision(sight.at, sight.part("what"))


def _inquiry(sight: Sight) -> Iterator[Fact]:
    span = sight.span("states") if sight.part("states") else sight.span("states2")
    listed = tuple(found.state for found in sight.states.find(sight.normal[slice(*span)]))
    yield from (Inquiry(sight.at, sight.formula.sense, state) for state in listed or (None,))


def _ratification(sight: Sight) -> Iterator[Fact]:
    states = tuple(found.state for found in sight.states.find(sight.normal[slice(*sight.span("state"))]))
    if not states and sight.reviewed is not None:
        states = (sight.reviewed,)
    sight.memory.ratified = states
    treaty = _other_treaty(sight)
    yield from (Ratification(sight.at, state, sight.formula.sense, sight.date_of_act(), treaty) for state in states)


def _other_treaty(sight: Sight) -> str:
    """The treaty that a formula has; empty for the Committee's own, which stands without what tells others apart."""
    treaty = sight.words.article.sub("", sight.part("treaty"))
    return "" if sight.words.own_treaty.fullmatch(treaty) else treaty


def _parties(sight: Sight) -> Iterator[Fact]:
    count = sight.words.number((sight.part("count") or sight.part("count2")).lower())
    if count is not None:
        stands = sight.words.day_of_count.match(sight.low)
        as_at = sight.exact[slice(*stands.span("date"))] if stands else ""
        yield PartyCount(sight.at, count, as_at, _treaty_before(sight))


def _treaty_before(sight: Sight) -> str:
    """The Protocol that a sentence names before it counts States parties; empty for the Committee's own treaty."""
    told = sight.part("treaty2")
    count = sight.span("count")[1] if sight.part("count") else sight.match.end()
    comma = sight.low.find(",", count, sight.match.end())  # what a comma parts is counted by itself
    found = sight.words.protocol.search(sight.low[: sight.match.end() if comma < 0 else comma])
    if told:
        return told
    return sight.exact[slice(*found.span("treaty"))] if found else ""


def _entry(sight: Sight) -> Iterator[Fact]:
    treaty = _other_treaty(sight)
    listed = sight.listed(*sight.span("states")) or sight.memory.ratified
    yield from (EntryIntoForce(sight.at, state, sight.part("date"), treaty) for state in listed)


def _meeting(sight: Sight) -> Iterator[Fact]:
    whom = sight.words.article_of_persons.sub("", sight.part("whom"))
    if whom:
        date = sight.part("date") or sight.part("date2") or ("" if sight.part("undated") else sight.date_before())
        date = sight.words.before_date.sub("", date)
        yield Encounter(sight.at, whom, sight.formula.sense, sight.part("subject"), date)


def _plan(sight: Sight) -> Iterator[Fact]:
    what = sight.formula.sense
    date = sight.words.before_date.sub("", sight.part("date") or sight.part("date2"))
    if what == "session":
        number = sight.session(sight.part("session"))
        sight.memory.session = (number,) if number else ()
        yield Plan(sight.at, what, sight.memory.session, date, place=sight.part("place"))
    elif what == "consideration of reports":
        states = sight.listed(*sight.span("states"))
        if sight.part("more"):  # "seront examinés avec celui du Panama"
            states += sight.listed(*sight.span("more"))
        now = sight.words.present.search(sight.low) is not None and sight.memory.own is not None
        session = (sight.memory.own,) if now and sight.memory.own is not None else sight.memory.session
        if states and (session or sight.words.next.search(sight.low)):
            reports = (NO_REPORT,) * len(states)
            yield Plan(sight.at, what, session, states=states, reports=reports)
    else:
        who = sight.part("who") or sight.part("who2")
        who = sight.words.who.get(who.lower(), "")
        states = sight.listed(*sight.span("states")) if what == "visit" else ()
        yield Plan(sight.at, what, date=date, place=sight.part("place"), states=states, who=who)


def _session(sight: Sight) -> Iterator[Fact]:
    act: Literal["opened", "closed"] = "opened" if sight.formula.sense == "opened" else "closed"
    yield SessionMark(sight.at, act, sight.session(sight.part("session")))


MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "dialogue": _dialogue,
        "adopted": _adopted,
        "follow-up": _follow_up,
        "postponed": _postponed,
        "communication": _communication,
        "urgent action": _urgent_action,
        "decision": _decision,
        "inquiry": _inquiry,
        "ratification": _ratification,
        "States parties": _parties,
        "entry into force": _entry,
        "meeting": _meeting,
        "vote": persons.vote,
        "explanation": persons.explanation,
        "departure": persons.departure,
        "election": persons.election,
        "plan": _plan,
        "session": _session,
        "resources": lambda sight: iter((Resources(sight.at),)),
        "translation": lambda sight: iter((Translation(sight.at),)),
        "reprisal": lambda sight: iter((Reprisal(sight.at),)),
        "working methods": lambda sight: iter((WorkingMethods(sight.at),)),
    }
)
"""For each kind of a formula, what makes its facts."""
