"""Reports of States on follow-up to concluding observations that the Committee examined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.fact import Fact, FollowUp
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.on_states import spoken_of
from precis.facts.reports import states_in
from precis.proceedings import Report

__all__ = ["KIND", "on_follow_up"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each State whose report on follow-up was examined."""
    for match in matches:
        clause = match.clause
        those = match.frame.sense == "those"
        if those and not _told_before(context, clause):
            continue
        words = _own_words(context, match).replace("'s ", " ")
        if clause.voice is Voice.PASSIVE and not states_in(words, context):
            words = context.text[clause.verb[1] : clause.object[1]]
        found = dict.fromkeys(each.state for each in states_in(words, context))
        states = found or spoken_of(context, words)
        if those and not states:
            states = dict.fromkeys(each.state for each in context.found if each.end <= clause.verb[0])
        if those and not states and context.before is not None:
            states = dict.fromkeys(each.state for each in context.states.find(context.before.text))
        followed = context.patterns["follow_up.followed"].search(words) if len(states) == 1 else None
        report = Report(context.read_series(followed["numbers"])) if followed else Report()
        for state in states:
            yield FollowUp(context.at(clause.verb[0], clause.verb[1]), state, report)


def _own_words(context: Context, match: Match) -> str:
    """What is examined: of "lists of issues for Chad and follow-up reports of Peru" what begins with those reports."""
    clause = match.clause
    told = match.frame.patient.search(context.text, *clause.patient) if match.frame.patient is not None else None
    behind = context.text[told.start() : clause.patient[1]] if told is not None else ""
    named = bool(behind) and clause.voice is Voice.ACTIVE and bool(states_in(behind, context))
    return behind if named else context.text[slice(*clause.patient)]


def _told_before(context: Context, clause: Clause) -> bool:
    """Whether reports on follow-up are spoken of before a clause, so that "those of Chad" are such."""
    if on_follow_up(context):
        return True
    before = f"{context.before.text if context.before else ''} {context.text[: clause.verb[0]]}"
    told = (before, context.text[slice(*clause.agent)])
    return any(context.patterns["follow_up.reports"].search(words) for words in told)


def on_follow_up(context: Context) -> bool:
    """Whether the Rapporteur on follow-up speaks, outside a dialogue: "the report of Chad" is one on follow-up."""
    role = context.speaker.role if context.speaker is not None and context.state is None else ""
    return bool(role) and context.patterns["follow_up.rapporteur"].search(role) is not None


KIND = FactKind("follow-up", FollowUp, find, "decisions", 30)
