"""Meetings told by a verb of meeting: with whom the Committee, its Chair or its members met, or who met with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Encounter
from precis.facts.kinds.meeting_parts import bare, day_of_clause, encounter, far_end, subject_of, topic_of, whole_behind
from precis.facts.reports import state_list

__all__ = ["met_by_verb"]


def met_by_verb(context: Context, clause: Clause) -> Iterator[Encounter]:
    """The meetings of a clause, each behind its own "with"."""
    behind = whole_behind(context, clause)
    gathering = context.patterns["meeting.gathering"]
    subject = ""
    verbs = context.words.verbs
    by_others = clause.lemma in verbs["meeting.of_others"] and actor_of(context, clause) is not Actor.OURS
    if by_others or clause.lemma in verbs["meeting.receiving"]:
        yield from _by_others_met(context, clause)
        return
    direct = clause.lemma in verbs["meeting.direct"] and not context.patterns["meeting.with"].search(behind)
    if direct:
        yield from _met(context, clause, behind.strip())
        return
    place_taken = context.patterns["meeting.place"].match(behind)
    if clause.voice is Voice.PASSIVE or place_taken:
        subject = context.text[slice(*clause.subject)]
        behind = behind[place_taken.end() :] if place_taken else behind
        behind = behind if context.patterns["meeting.with"].search(behind) else f"{subject}{behind}"
    if clause.lemma in verbs["meeting.meeting"]:
        # "had met on 24 March with the Ambassador and on 26 March with a counsellor"
        behind, *later = context.patterns["meeting.and_on"].split(behind)
        for words in later:
            whom = context.patterns["meeting.with"].search(words)
            if whom is not None:
                made = encounter(context, clause, words[whom.end() :], "met", "")
                yield replace(made, date=date_of(context, words[: whom.start()]) or made.date)
    for place in context.patterns["meeting.with"].finditer(behind):
        before = behind[: place.start()]
        if clause.lemma in verbs["meeting.meeting"]:
            if context.patterns["meeting.topic"].search(before):
                return
        elif not gathering.search(before) and not gathering.search(subject):
            continue
        if clause.lemma not in verbs["meeting.meeting"] and context.patterns["meeting.not_with"].search(before):
            continue
        words = behind[place.end() :]
        if context.patterns["meeting.dialogue"].search(f"{before} {subject}") and _is_state(context, words):
            continue
        made = encounter(context, clause, words, "met", "")
        made = made if made.date else replace(made, date=day_of_clause(context, clause, before))
        if made.whom and not context.patterns["meeting.vague"].match(made.whom):
            yield made
        if clause.lemma in verbs["meeting.meeting"]:
            return


def _met(context: Context, clause: Clause, words: str) -> Iterator[Encounter]:
    """Those whom a verb has for its object; "him" is the official named last, here or in the sentence before."""
    made = encounter(context, clause, words, "met", "")
    if context.patterns["meeting.nobody"].fullmatch(made.whom) is None:
        yield made
        return
    for text in (context.text[: clause.verb[0]], context.before.text if context.before is not None else ""):
        named = list(context.patterns["meeting.official"].finditer(text))
        if named:
            yield replace(made, whom=bare(context, named[-1][0]))
            return


def _by_others_met(context: Context, clause: Clause) -> Iterator[Encounter]:
    """Those who met with the Committee, or by whom its Chair was received."""
    whole = whole_behind(context, clause)
    if clause.voice is Voice.PASSIVE and actor_of(context, clause) is Actor.OURS:
        whom = bare(context, clause.words(clause.subject))
        yield Encounter(context.at(*clause.verb), whom, "met", "", day_of_clause(context, clause, whole))
        return
    if clause.voice is Voice.PASSIVE:
        for words in context.patterns["meeting.and_by"].split(context.text[clause.agent[0] : far_end(context, clause)]):
            made = encounter(context, clause, words, "met", "")
            between = context.text[clause.verb[1] : clause.agent[0]]  # "had been received on 9 October by the Minister"
            yield made if made.date else replace(made, date=day_of_clause(context, clause, between))
        return
    if clause.form != "finite" or clause.gap:
        return
    whom = bare(context, clause.words(clause.subject))
    rest = context.patterns["meeting.us"].sub("", whole, count=1)
    if clause.lemma in context.words.verbs["meeting.discussing"]:
        yield Encounter(
            context.at(*clause.verb), whom, "met", topic_of(context, rest), day_of_clause(context, clause, rest)
        )
        return
    yield Encounter(
        context.at(*clause.verb), whom, "met", subject_of(context, rest), day_of_clause(context, clause, rest)
    )


def _is_state(context: Context, words: str) -> bool:
    if context.patterns["meeting.vague"].match(words):
        return True
    lead = context.patterns["meeting.delegation"].match(words)
    return bool(state_list(words, lead.end() if lead else 0, context))
