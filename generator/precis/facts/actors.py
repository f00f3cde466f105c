"""Who acts in a clause: the Committee and its members, a State, or others."""

from __future__ import annotations

from enum import StrEnum

from precis.facts.clauses import Clause, Span, Voice
from precis.facts.context import Context

__all__ = ["Actor", "actor_of"]


class Actor(StrEnum):
    """Who acts: OURS is the Committee, its Chair, its members and its working groups; NOBODY where none is named."""

    OURS = "ours"
    STATE = "state"
    OTHER = "other"
    NOBODY = "nobody"


def actor_of(context: Context, clause: Clause) -> Actor:
    """Who acts in a clause; a pronoun is followed to the last subject before it."""
    span = clause.agent if clause.voice is Voice.PASSIVE else clause.subject
    if span == (0, 0) and clause.voice is Voice.PASSIVE:
        return Actor.STATE if context.by_delegation else Actor.NOBODY
    return _of_span(context, clause, span)


def _of_span(context: Context, clause: Clause, span: Span) -> Actor:
    words = context.patterns["actors.when"].sub("", clause.words(span).lstrip(",; "))
    table = context.words.actors
    if not words:
        return Actor.STATE if context.by_delegation else Actor.NOBODY
    if context.is_own_body(words):
        return Actor.OURS
    if table.others.match(words):
        return Actor.OTHER
    if table.pronouns.match(words):
        return _of_pronoun(context, clause, words)
    if context.body and context.patterns["actors.other_committee"].match(words):
        return Actor.OTHER
    if table.ours.match(words):
        return Actor.STATE if context.by_delegation and not table.committee.match(words) else Actor.OURS
    state = next(context.states.find(words), None)
    if state is not None and state.start <= 2 and not words[state.end :].startswith("'"):
        return Actor.STATE
    return Actor.OTHER


def _of_pronoun(context: Context, clause: Clause, words: str) -> Actor:
    """Whom "it", "they", "she" and "he" stand for: the last subject before of which one of these can be said."""
    table = context.words.actors
    person = table.persons.match(words) is not None
    if person:
        return Actor.OTHER if _is_of_another(context, clause) else _of_speaker(context)
    for other in reversed([each for each in context.clauses if each.verb[0] < clause.verb[0]]):
        subject = other.words(other.subject)
        if (
            subject
            and subject != words
            and other.subject[1] < clause.verb[0]
            and not _is_person_or_pronoun(context, subject)
        ):
            if other.antecedent == other.subject or _is_of_finding(context, other, clause):
                continue
            return _of_span(context, other, other.subject)
    if context.by_delegation:
        return Actor.STATE
    return _of_sentence_before(context)


def _is_of_another(context: Context, clause: Clause) -> bool:
    """Whether "she" is one told of before: "a campaigner had been arrested after she had spoken to the Committee"."""
    if context.grammar.kinds.get(clause.marker) != "s":
        return False
    before = [each for each in context.clauses if each.verb[0] < clause.verb[0] and each.subject != (0, 0)]
    words = before[-1].words(before[-1].subject).lstrip(",; ") if before else ""
    table = context.words.actors
    return bool(words) and not _is_person_or_pronoun(context, words) and table.ours.match(words) is None


def _is_of_finding(context: Context, other: Clause, clause: Clause) -> bool:
    """Whether an earlier clause tells what was found, of which this one tells nothing: "it" is who found it."""
    return other.governor in context.words.verbs["actors.finding"] and clause.governor != other.governor


def _of_speaker(context: Context) -> Actor:
    speaker = context.speaker
    if speaker is None or (speaker.state is None and not speaker.organization):
        return Actor.OURS
    return Actor.STATE if speaker.state is not None else Actor.OTHER


def _is_person_or_pronoun(context: Context, words: str) -> bool:
    table = context.words.actors
    return table.pronouns.match(words) is not None or table.titled.match(words) is not None


def _of_sentence_before(context: Context) -> Actor:
    """Who the sentence before spoke of first: others, or the Committee; else the Committee, or the speaker's State."""
    table = context.words.actors
    before = context.before
    if before is None:
        return Actor.OURS
    from precis.facts.clauses import clauses_of

    for clause in clauses_of(before.text, context.grammar):
        words = clause.words(clause.subject).lstrip(",; ")
        if table.committee.match(words):
            return Actor.OURS
        if not words or _is_person_or_pronoun(context, words) or table.ours.match(words):
            continue
        if table.others.match(words) and not context.is_own_body(words):
            return Actor.OTHER
        if table.says.match(words):
            continue
        break
    speaker = context.speaker
    return Actor.STATE if speaker is not None and speaker.state is not None else Actor.OURS
