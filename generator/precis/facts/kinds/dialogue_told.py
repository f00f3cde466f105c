"""Dialogues and reports that are told of as considered by nouns and lists, whatever the verb."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Dialogue
from precis.facts.frames import Match
from precis.facts.reports import protocol_in, reports_in, state_list
from precis.facts.signs import clause_around, event_of, sign
from precis.language.states import State
from precis.proceedings import NO_REPORT, Report

__all__ = ["is_old", "nominal", "told_without_verb"]


def told_without_verb(context: Context, matches: Sequence[Match]) -> Iterator[Dialogue]:
    """The States of a list, of those who were heard, or of a report or dialogue that is the subject of a sentence."""
    listed = list(_told_in_list(context))
    if listed or matches:
        yield from listed or _states_reviewed(context)
        return
    yield from list(_heard(context)) or list(_of_noun(context)) or _states_reviewed(context)


def _states_reviewed(context: Context) -> Iterator[Dialogue]:
    """The States that are themselves the subject: "Senegal had been considered on 20 August"."""
    for clause in context.clauses:
        reviewed = clause.lemma in context.words.verbs["dialogue.reviewing"] and clause.voice is Voice.PASSIVE
        listed = context.patterns["dialogue.and_before"].search(context.text[: clause.subject[0]]) is not None
        if not (reviewed and clause.done and clause.perfect) or clause.antecedent != (0, 0) or listed:
            continue
        words = clause.words(clause.subject)
        found = state_list(words, 0, context)
        behind = context.text[clause.verb[0] : clause.object[1]]
        is_whole = bool(found) and not words[found[-1].end :].strip(" ,")
        if is_whole and actor_of(context, clause) in (Actor.OURS, Actor.NOBODY) and not _is_other(context, behind):
            yield from _noted(context, {each.state: NO_REPORT for each in found}, clause.verb)


def _is_other(context: Context, behind: str) -> bool:
    """Whether what stands behind the verb tells of another session, or of another kind of review."""
    return is_old(context, behind) or context.patterns["dialogue.heard_never"].search(behind) is not None


def _told_in_list(context: Context) -> Iterator[Dialogue]:
    """The States of "chapter IV dealt with the reports considered since 26 April, namely those of Chad and Peru"."""
    told: dict[State, Report] = {}
    matches = list(context.patterns["dialogue.listed"].finditer(context.text))
    for match, after in zip_longest(matches, matches[1:]):
        before = (each for each in context.clauses if each.verb[0] < match.start())
        if (
            any(each.mood is not Mood.DONE for each in before)
            or is_old(context, match[0])
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
    if match is None or clause is None or is_old(context, context.text):
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
        if context.patterns["dialogue.follow_up"].search(words) or is_old(context, f"{words} {behind}"):
            continue
        found = {each.state: each.report for each in reports_in(words, context)}
        yield from _noted(context, found, clause.verb)


def _noted(context: Context, told: Mapping[State, Report], place: tuple[int, int]) -> Iterator[Dialogue]:
    """The dialogues with the States told of, which are remembered."""
    context.memory.note(told)
    for state, report in told.items():
        context.memory.considered[state] = report
        yield Dialogue(context.at(*place), state, report)


def nominal(context: Context) -> Iterator[Dialogue]:
    """The State of "he noted the Committee's dialogue with Spain"."""
    match = context.find("dialogue.nominal")
    if match is None:
        return
    for each in state_list(context.text, match.end(), context):
        context.memory.considered.setdefault(each.state, NO_REPORT)
        yield Dialogue(context.at(match.start(), each.end), each.state)


def is_old(context: Context, words: str) -> bool:
    """Whether words tell of another session than that of the record."""
    named = context.patterns["dialogue.sessions"].search(words)
    numbers = context.sessions_in(named["session"]) if named else ()
    other = bool(numbers) and context.session is not None and context.session not in numbers
    return other or context.patterns["dialogue.old"].search(words) is not None
