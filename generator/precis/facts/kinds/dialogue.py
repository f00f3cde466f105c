"""Dialogues held with States parties, and reports considered, as a speaker tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Dialogue, Fact
from precis.facts.frames import Match
from precis.facts.kinds.follow_up import on_follow_up
from precis.facts.kinds.kind import FactKind
from precis.facts.on_states import spoken_of
from precis.facts.reports import find_reports, numbered, protocol_in, reports_in, state_list, states_in
from precis.facts.signs import clause_around, event_of, sign
from precis.language.states import FoundState, State
from precis.proceedings import NO_REPORT, ProcedureKind, Report

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each State whose report was considered, or with which a dialogue was held."""
    if context.line is not None:
        yield from _at_the_table(context)
        return
    yield from _nominal(context)
    for match in matches:
        clause = match.clause
        found = _with_states(context, clause) if match.frame.sense == "dialogue" else _considered(context, clause)
        known = {state: context.memory.considered.get(state, NO_REPORT) for state in found}
        context.memory.note(found)
        for state, report in found.items():
            told = _of_heading(context, state, report, known[state])
            context.memory.considered[state] = told
            yield Dialogue(context.at(clause.verb[0], clause.verb[1]), state, told)
    if not matches and context.state is None:
        yield from list(_told_in_list(context)) or list(_heard(context)) or _of_noun(context)


def _of_heading(context: Context, state: State, report: Report, known: Report) -> Report:
    """The report as told; what it leaves out is that of the State's dialogue: "the Optional Protocol" is its own."""
    if not report.numbers and not report.protocol:
        return known
    if report.protocol != "OP":
        return report
    reviews = context.item.reviews if context.item is not None else ()
    own = next((each.report.protocol for each in reviews if each.state == state), "")
    return replace(report, protocol=known.protocol or own or "OP")


def _told_in_list(context: Context) -> Iterator[Dialogue]:
    """The States of "chapter IV dealt with the reports considered since 26 April, namely those of Chad and Peru"."""
    told: dict[State, Report] = {}
    matches = list(context.patterns["dialogue.listed"].finditer(context.text))
    for match, after in zip_longest(matches, matches[1:]):
        before = (each for each in context.clauses if each.verb[0] < match.start())
        if (
            any(each.mood is not Mood.DONE for each in before)
            or _is_old(context, match[0])
            or context.patterns["dialogue.follow_up"].search(match[0])
        ):
            continue
        found = reports_in(context.text[match.end() : after.start() if after else len(context.text)], context)
        under = context.patterns["reports.under"].search(match[0])
        protocol = protocol_in(under["protocol"] if under else "", context)
        told |= {
            each.state: replace(each.report, protocol=protocol) if protocol else each.report
            for each in found
            if each.state not in told
        }
    yield from _noted(context, told, (matches[0].start(), matches[-1].end()) if matches else (0, 0))


def _heard(context: Context) -> Iterator[Dialogue]:
    """The States of "five countries had been heard, namely Chad, …": listed with words for any form of a review."""
    match = sign(context, "dialogue.heard", "dialogue.heard_never")
    clause = clause_around(context, event_of(match)) if match else None
    if match is None or clause is None or _is_old(context, context.text):
        return
    by_states = clause.voice is Voice.ACTIVE and context.patterns["dialogue.appeared"].match(
        context.text, event_of(match)
    )
    if not by_states and actor_of(context, clause) not in (Actor.OURS, Actor.NOBODY):
        return
    found = {each.state: each.report for each in reports_in(context.text, context)}
    yield from _noted(context, found, match.span())


def _of_noun(context: Context) -> Iterator[Dialogue]:
    """The States of a dialogue told of as past, whatever the verb: "the dialogue with Chad had lasted a day"."""
    subject = context.patterns["dialogue.subject"]
    for clause in context.clauses:
        words = context.text[slice(*clause.subject)]
        held = clause.done and clause.perfect and clause.antecedent == (0, 0)
        if not held or (clause.lemma in context.words.verbs["dialogue.being"] and clause.voice is Voice.ACTIVE):
            continue
        match = subject.match(words)
        if match is not None and clause.voice is Voice.ACTIVE and context.patterns["dialogue.report"].search(match[0]):
            continue  # a report that did something was not considered by that
        behind = context.text[clause.verb[0] : max(clause.object[1], clause.verb[1])]
        if match is None or context.patterns["dialogue.not_held"].search(f"{words} {behind}") is not None:
            continue
        if context.patterns["dialogue.follow_up"].search(words) or _is_old(context, f"{words} {behind}"):
            continue
        found = {each.state: each.report for each in reports_in(words, context)}
        yield from _noted(context, found, clause.verb)


def _noted(context: Context, told: Mapping[State, Report], place: tuple[int, int]) -> Iterator[Dialogue]:
    """The dialogues with the States told of, which are remembered."""
    context.memory.note(told)
    for state, report in told.items():
        context.memory.considered[state] = report
        yield Dialogue(context.at(*place), state, report)


def _at_the_table(context: Context) -> Iterator[Fact]:
    """The State whose delegation takes its places, where no heading names its report: the dialogue is held here."""
    line = context.line
    if line is None or line.kind is not ProcedureKind.ARRIVAL or context.heading_names_state:
        return
    for state in line.states[:1]:
        yield Dialogue(context.at(), state)


def _nominal(context: Context) -> Iterator[Dialogue]:
    """The State of "he noted the Committee's dialogue with Spain"."""
    match = context.find("dialogue.nominal")
    if match is None:
        return
    for each in state_list(context.text, match.end(), context):
        context.memory.considered.setdefault(each.state, NO_REPORT)
        yield Dialogue(context.at(match.start(), each.end), each.state)


def _with_states(context: Context, clause: Clause) -> dict[State, Report]:
    """The States of "dialogues had been held with Ghana and the Congo"."""
    text = context.text
    start = (
        min(clause.subject[0], clause.verb[0])
        if clause.voice is Voice.PASSIVE or clause.lemma in context.words.verbs["dialogue.happening"]
        else clause.verb[1]
    )
    words = text[start : max(clause.object[1], clause.verb[1])] + _shared(context, clause)
    lead = context.patterns["dialogue.with"].search(words)
    if context.patterns["dialogue.others"].search(words):
        return {}
    if context.patterns["dialogue.follow_up"].search(words[: lead.end()] if lead else words):
        return {}
    words += _also_with(context, clause)
    found = states_in(words, context)
    if found and not context.patterns["dialogue.all_of"].search(words):
        reports = {each.state: each.report for each in find_reports(words, context)} or _on_their(context, words, found)
        return {each.state: reports.get(each.state, NO_REPORT) for each in found}
    return spoken_of(context, words)


def _also_with(context: Context, clause: Clause) -> str:
    """What goes on behind a relative clause: "with Chad, which had come late, and with that of Tuvalu"."""
    stop = context.text.find(";", clause.object[1])
    end = len(context.text) if stop < 0 else stop
    also = context.patterns["dialogue.also"].search(context.text, clause.object[1], end)
    return f" {context.text[also.start() : end]}" if also and clause.voice is Voice.ACTIVE else ""


def _on_their(context: Context, words: str, found: Sequence[FoundState]) -> dict[State, Report]:
    """The reports of "with the delegations of Chad and Peru on their fifth and sixth reports, respectively"."""
    out: dict[State, Report] = {}
    first = 0
    for match in context.patterns["dialogue.on_their"].finditer(words):
        states = [each.state for each in found if first <= each.start < match.start()]
        out |= numbered(states, context.read_series(match["numbers"]), words[match.end() :], context)
        first = match.end()
    return out


def _shared(context: Context, clause: Clause) -> str:
    """What belongs to two verbs: "had held dialogues and adopted concluding observations in respect of Algeria"."""
    behind = context.text[clause.verb[1] : clause.object[1]]
    after = next((each for each in context.clauses if each.verb[0] >= clause.object[1]), None)
    if after is None or not context.patterns["dialogue.bare"].fullmatch(behind):
        return ""
    joined = context.patterns["dialogue.joined"].fullmatch(context.text, clause.object[1], after.verb[0])
    return context.text[after.verb[0] : after.object[1]] if joined else ""


def _is_old(context: Context, words: str) -> bool:
    """Whether words tell of another session than that of the record."""
    named = context.patterns["dialogue.sessions"].search(words)
    numbers = context.sessions_in(named["session"]) if named else ()
    other = bool(numbers) and context.session is not None and context.session not in numbers
    return other or context.patterns["dialogue.old"].search(words) is not None


def _listed_behind(context: Context, clause: Clause) -> str:
    """The list of "the States parties whose reports had been considered were Chad and Peru"; empty for others."""
    after = next((each for each in context.clauses if each.verb[0] >= clause.verb[1]), None)
    hangs = clause.marker and context.patterns["dialogue.whose"].fullmatch(clause.marker) is not None
    return after.words(after.object) if hangs and after is not None and after.lemma == "be" and after.done else ""


def _considered(context: Context, clause: Clause) -> dict[State, Report]:
    """The States of "it had considered the reports of …", and of "the reports that it had considered, namely …"."""
    text = context.text
    behind = text[clause.verb[1] : clause.object[1]]
    listed = _listed_behind(context, clause)
    if listed:
        return {each.state: each.report for each in reports_in(listed, context)}
    if clause.antecedent != (0, 0):
        stop = text.find(";", clause.verb[1])
        behind = text[clause.verb[1] : len(text) if stop < 0 else stop]
        named = context.patterns["dialogue.namely"].search(behind)
        if named is None or context.patterns["dialogue.older"].search(behind[: named.start()]):
            return {}
        words = behind[named.start() :]
    elif clause.voice is Voice.PASSIVE or clause.lemma in context.words.verbs["dialogue.coming"]:
        words = text[slice(*clause.subject)] + _as_were(context, clause)
        words = words if states_in(words, context) else f"{words} {behind}"
    else:
        words = behind
    whole = f"{words} {behind}"
    if on_follow_up(context) or context.patterns["dialogue.follow_up"].search(whole) or _is_old(context, whole):
        return {}
    them = context.patterns["dialogue.them"].search(words)
    if them is not None and not _told_reports(context, clause, words[: them.start()]):
        return {}
    return {each.state: each.report for each in reports_in(words, context)}


def _as_were(context: Context, clause: Clause) -> str:
    """The reports for which the verb is not said again: "had been taken up, as had the initial report of Niue"."""
    match = context.patterns["adopted.as_were"].search(context.text, clause.verb[1])
    near = match is not None and match.start() <= clause.object[1]
    return (
        f" and {match['rest']}" if match and near and context.patterns["dialogue.reports"].search(match["rest"]) else ""
    )


def _told_reports(context: Context, clause: Clause, words: str) -> bool:
    """Whether reports are spoken of before a clause or in its first words, so that "those of Chad" are reports."""
    before = f"{context.before.text if context.before else ''} {context.text[: clause.verb[0]]} {words}"
    follow_up = context.patterns["dialogue.follow_up"].search(before) is not None
    return context.patterns["dialogue.reports"].search(before) is not None and not follow_up


KIND = FactKind("dialogue", Dialogue, find, "dialogues", 10, always=True, by_chair=True)
