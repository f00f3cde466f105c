"""Dialogues held with States parties, and reports considered, as a speaker tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.fact import Dialogue, Fact
from precis.facts.frames import Match
from precis.facts.kinds.dialogue_told import is_old, nominal, told_without_verb
from precis.facts.kinds.follow_up import on_follow_up
from precis.facts.kinds.kind import FactKind
from precis.facts.on_states import spoken_of
from precis.facts.reports import find_reports, numbered, reports_in, states_in
from precis.language.states import FoundState, State
from precis.proceedings import NO_REPORT, ProcedureKind, Report

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each State whose report was considered, or with which a dialogue was held."""
    if context.line is not None:
        yield from _at_the_table(context)
        return
    yield from nominal(context)
    told = False
    for match in matches:
        clause = match.clause
        found = _with_states(context, clause) if match.frame.sense == "dialogue" else _considered(context, clause)
        known = {state: context.memory.considered.get(state, NO_REPORT) for state in found}
        context.memory.note(found)
        for state, report in found.items():
            context.memory.considered[state] = report = _of_heading(context, state, report, known[state])
            told = True
            yield Dialogue(context.at(clause.verb[0], clause.verb[1]), state, report)
    if not told and context.state is None:
        yield from told_without_verb(context, matches)


def _of_heading(context: Context, state: State, report: Report, known: Report) -> Report:
    """The report as told; what it leaves out is that of the State's dialogue: "the Optional Protocol" is its own."""
    if not report.numbers and not report.protocol:
        return known
    if report.protocol != "OP":
        return report
    reviews = context.item.reviews if context.item is not None else ()
    own = next((each.report.protocol for each in reviews if each.state == state), "")
    return replace(report, protocol=known.protocol or own or "OP")


def _at_the_table(context: Context) -> Iterator[Fact]:
    """The State whose delegation takes its places, where no heading names its report: the dialogue is held here."""
    line = context.line
    if line is None or line.kind is not ProcedureKind.ARRIVAL or context.heading_names_state:
        return
    for state in line.states[:1]:
        yield Dialogue(context.at(), state)


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
    if on_follow_up(context) or context.patterns["dialogue.follow_up"].search(whole) or is_old(context, whole):
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
