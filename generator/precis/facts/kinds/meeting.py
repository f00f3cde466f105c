"""Meetings of the Committee, its Chair or its members with others: with whom, on what, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Clause, Span, Voice, clauses_of
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Encounter, Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.meeting_list import each_met
from precis.facts.kinds.meeting_parts import (
    bare,
    day_of,
    day_of_clause,
    encounter,
    far_end,
    subject_of,
    topic_of,
    whole_behind,
)
from precis.facts.kinds.meeting_signs import met_by_signs
from precis.facts.kinds.meeting_with import met_by_verb

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Whom the Committee, its Chair or its members met, heard, addressed or received; one manner a verb."""
    taken: set[Span] = set()
    told: list[Encounter] = []
    nobody, counted = context.patterns["meeting.nobody"], context.patterns["meeting.counted"]
    for match in matches:
        clause, manner = match.clause, match.frame.sense
        if manner == "attended by" and clause.antecedent != (0, 0) and any(each.manner == _PART for each in told):
            continue  # "had taken part in a seminar, which had been attended by 40 judges": told in passing
        if clause.verb not in taken:
            told.extend(each for each in _of(context, clause, manner) if each.whom and not nobody.fullmatch(each.whom))
        taken.add(clause.verb)
    for each in (replace(one, whom=whom) for one in told for whom in _each(context, one)):
        # "a meeting with States parties, attended by 78 delegations" is one meeting
        if len(told) == 1 or each.manner != "attended by" or counted.fullmatch(each.whom) is None:
            yield each
    if not told and context.state is None and context.main and not context.procedure:
        for each in met_by_signs(context, _by_sign):
            yield from (replace(each, whom=whom) for whom in _each(context, each))


def _each(context: Context, told: Encounter) -> list[str]:
    """Those whom a meeting was with, each; an event that others held stays as it is named."""
    return [told.whom] if told.manner == "took part in" else each_met(context, told.whom)


def _by_sign(context: Context, clause: Clause, words: str, manner: str) -> Encounter:
    """The meeting with those whom words begin with; its day stands anywhere in the sentence."""
    made = encounter(context, clause, words, manner, "")
    days = context.patterns["meeting.on_day"].finditer(context.text)
    told = next((day for day in (day_of(context, match["date"]) for match in days) if day), "")
    return replace(made, date=told, subject=made.subject or _told_behind(context, words))


def _told_behind(context: Context, words: str) -> str:
    """What was spoken of, behind a date or a relative: "on 7 March that dealt with the death penalty"."""
    match = context.patterns["meeting.dealt"].search(words)
    return topic_of(context, match["subject"]) if match else ""


def _of(context: Context, clause: Clause, manner: str) -> Iterator[Encounter]:
    behind = context.text[clause.verb[1] : clause.object[1]]
    if manner == "attended by" and not _is_of_event(context, clause, behind):
        return
    if manner == "briefed by" and (clause.antecedent != (0, 0) or _is_of_harm(context, clause)):
        return  # "an association, which had briefed the Committee, had been closed down": told in passing
    if clause.lemma in context.words.verbs["meeting.drawing"]:
        event = bare(context, clause.words(clause.subject))
        yield encounter(context, clause, context.patterns["meeting.together"].sub("", behind), manner, event)
        return
    if manner == "met" and clause.lemma in context.words.verbs["meeting.receiving"] and clause.voice is Voice.ACTIVE:
        yield encounter(context, clause, context.patterns["meeting.visitors"].sub("", behind).strip(), "met", "")
    elif manner == "met":
        yield from met_by_verb(context, clause)
    elif manner == "took part in" and clause.lemma in context.words.verbs["meeting.representing"]:
        behind = context.patterns["meeting.at"].sub("", behind, count=1)
        for words in context.patterns["meeting.and_event"].split(behind):
            yield encounter(context, clause, words, manner, "")
    elif manner == "joint":
        purpose = context.patterns["meeting.purpose"].search(whole_behind(context, clause))
        topic = topic_of(context, purpose["purpose"]) if purpose else ""
        yield Encounter(context.at(*clause.verb), context.text[slice(*clause.subject)].strip(), manner, topic)
    elif clause.voice is Voice.PASSIVE:
        yield from _received(context, clause, manner)
    elif manner == "briefed by" and clause.lemma in context.words.verbs["meeting.hearing"]:
        source = context.patterns["meeting.from"].search(behind)
        if context.patterns["meeting.persons"].match(behind):
            yield encounter(context, clause, behind, manner, "")
        elif source is not None:
            yield encounter(
                context, clause, behind[source.end() :], manner, _topic_before(context, behind, source.start())
            )
    elif manner == "addressed" and actor_of(context, clause) is Actor.OTHER:
        yield _by_others(context, clause, manner, behind)
    elif manner == "addressed":
        speaks = clause.lemma in context.words.verbs["meeting.speaking"]
        yield from (_addressed if speaks else _spoke_at)(context, clause, behind)
    elif manner == "took part in":
        behind, *later = context.patterns["meeting.and_event"].split(behind)
        event = context.patterns["meeting.part_in"].sub("", behind).strip(" ,.")
        made = encounter(context, clause, event, manner, "")
        held = context.patterns["meeting.held_on"].search(context.text, clause.verb[1])
        told = day_of(context, held["date"]) if held else ""
        day = day_of_clause(context, clause, behind) or ("" if later else told)
        yield made if made.date else replace(made, date=day)
        for words in later:  # each with a day of its own; what stands last may say when it was held
            other = encounter(context, clause, words, manner, "")
            yield replace(other, date=date_of(context, words) or (told if words is later[-1] else ""))
    else:
        yield _by_others(context, clause, manner, behind)


def _is_of_harm(context: Context, clause: Clause) -> bool:
    """Whether an act is told as why something was done to who acted: "dismissed for having addressed the Committee"."""
    before = [each for each in context.clauses if each.verb[1] <= clause.verb[0]]
    return clause.form == "ing" and bool(before) and before[-1].voice is Voice.PASSIVE


def _is_of_event(context: Context, clause: Clause, behind: str) -> bool:
    """Whether what others attended was held: "an event attended by … had taken place", "in which … took part"."""
    gathering = context.patterns["meeting.gathering"]
    if clause.bare:
        if gathering.search(context.text, *clause.antecedent) is None:
            return False
        own = [each for each in context.clauses if each.form == "finite" and each.marker != "which"]
        main = next((each for each in own if each.subject[0] <= clause.verb[0] <= each.object[1]), None)
        return main is not None and main.done and main.perfect
    if clause.voice is Voice.PASSIVE or context.patterns["meeting.taken_part"].fullmatch(behind) is None:
        return True
    return not clause.gap and gathering.search(context.text, 0, clause.antecedent[1]) is not None


def _received(context: Context, clause: Clause, manner: str) -> Iterator[Encounter]:
    """Those by whom the Committee was briefed or addressed, or a meeting attended."""
    if manner == "attended by" and context.patterns["meeting.no_event"].match(clause.words(clause.subject).strip()):
        return  # "That with Malta had been held in the presence of nine officials": a dialogue
    present = context.patterns["meeting.presence"].search(context.text, *clause.object)
    if present is not None and manner == "attended by":
        told = bare(context, clause.words(clause.subject))
        made = encounter(context, clause, context.text[present.end() : clause.object[1]], manner, told)
        yield (
            made
            if made.date
            else replace(made, date=day_of_clause(context, clause, context.text[slice(*clause.object)]))
        )
        return
    if clause.agent == (0, 0):
        return
    if manner == "attended by" and actor_of(context, clause) is Actor.OURS:
        # "The seminar had been attended by two members": they took part in what others held.
        made = encounter(context, clause, clause.words(clause.subject), "took part in", "")
        yield (
            made
            if made.date
            else replace(made, date=day_of_clause(context, clause, context.text[slice(*clause.object)]))
        )
        return
    manner = "addressed" if clause.lemma in context.words.verbs["meeting.addressing"] else manner
    told = _event_in_full(context, clause.words(clause.subject)) if manner == "attended by" else ""
    told = "" if context.patterns["meeting.vague_event"].search(told.strip()) else told
    # "had been briefed by UNICEF on surrogacy and by UNESCO on schools": each agent has its own subject.
    for words in context.patterns["meeting.and_by"].split(context.text[clause.agent[0] : far_end(context, clause)]):
        event = "" if context.patterns["meeting.nobody"].fullmatch(told.strip()) else bare(context, told)
        made = encounter(context, clause, words, manner, event)
        between = context.text[clause.verb[1] : clause.agent[0]]  # "had been briefed on 21 January by UNICEF"
        yield made if made.date else replace(made, date=day_of_clause(context, clause, between))


def _event_in_full(context: Context, told: str) -> str:
    """An event by its name: "the thematic debate, held on 28 August" as the heading above calls it, if it does."""
    name, _, _ = told.partition(", ")
    heading = context.headings[-1] if context.headings else ""
    last = bare(context, name).rpartition(" ")[2].lower()
    return heading if last and last in heading.lower() and len(heading) > len(name) else name


def _by_others(context: Context, clause: Clause, manner: str, behind: str) -> Encounter:
    """What others are the subject of: they briefed the Committee, or took part in its event."""
    whom = bare(context, clause.words(clause.subject))
    if manner == "attended by":
        relative = context.patterns["meeting.taken_part"].fullmatch(behind) is not None
        event = "" if relative else bare(context, context.patterns["meeting.part_in"].sub("", behind))
        return Encounter(context.at(*clause.verb), whom, manner, event, day_of_clause(context, clause, behind))
    keynote = context.patterns["meeting.keynote"].match(behind)
    rest = behind[keynote.end() :] if keynote else context.patterns["meeting.committee"].sub("", behind, count=1)
    return Encounter(
        context.at(*clause.verb), whom, manner, subject_of(context, rest), day_of_clause(context, clause, rest)
    )


def _addressed(context: Context, clause: Clause, behind: str) -> Iterator[Encounter]:
    """Whom a member addressed; "that meeting" is the one that the sentence before tells of."""
    if not context.patterns["meeting.that"].match(behind.strip()) or context.before is None:
        yield encounter(context, clause, behind.strip(), "addressed", "")
        return
    holding = context.words.verbs["meeting.holding"]
    held = (each for each in clauses_of(context.before.text, context.grammar) if each.done and each.lemma in holding)
    for host in islice(held, 1):
        date = date_of(context, context.before.text)
        yield Encounter(context.at(*clause.verb), bare(context, host.words(host.subject)), "addressed", "", date)


def _spoke_at(context: Context, clause: Clause, behind: str) -> Iterator[Encounter]:
    """Before whom a statement was made: "had delivered a statement at the session of the Council"."""
    at = context.patterns["meeting.at"].match(behind)
    if at is not None:
        whole = whole_behind(context, clause)
        yield encounter(context, clause, whole[at.end() :].strip(), "addressed", "")


def _topic_before(context: Context, words: str, end: int) -> str:
    on = context.patterns["meeting.topic_at_end"].search(words[:end])
    return on["topic"] if on else ""


_PART = "took part in"
"""The manner of members who were at what others held."""
KIND = FactKind("meeting", Encounter, find, "others", 70, always=True, by_chair=True)
