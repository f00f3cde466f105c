"""Sentences on reprisals against those who cooperate with the Committee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from precis.facts.actors import Actor, actor_of
from precis.facts.clauses import Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.kinds.phrased import by_phrase
from precis.facts.signs import sign

__all__ = ["KIND", "Reprisal"]


@dataclass(frozen=True, slots=True)
class Reprisal(Fact):
    """A sentence on reprisals against those who cooperate with the Committee."""

    kind: ClassVar[str] = "reprisal"


_NEAR = 2
"""Paragraphs behind a reprisal, at most, within which a rapporteur on reprisals tells what a State answered."""
_told = by_phrase(Reprisal)
_TOLD = frozenset((Mood.DONE, Mood.GENERIC))
"""What is told of a person "who had spoken before the working group" looks like a clause that "before" opens."""


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The sentence, if it tells of reprisals, or of what was done about those that the sentence before told of."""
    found = list(_told(context, matches)) or list(_harmed(context)) or list(_treated(context))
    found = found or list(_attacked(context))
    memory, number = context.memory, context.sentence.number
    if not found and context.state is None and _goes_on(context):
        found = [Reprisal(context.at())]
    if found:
        memory.reprisal = (number, context.sentence.place)
    yield from found


def _harmed(context: Context) -> Iterator[Fact]:
    """The sentence that tells what was done to one who had worked with the Committee."""
    if context.state is not None or not context.main or context.procedure:
        return
    worked = _worked(context)
    harmed = sign(context, "reprisal.harmed", "reprisal.general", _TOLD) if worked else None
    if harmed is not None:
        yield Reprisal(context.at(*harmed.span()))


def _worked(context: Context) -> re.Match[str] | None:
    """The words that tell how a person worked with the Committee; None where a thing did."""
    worked = context.find("reprisal.worked")
    if worked is None or context.patterns["reprisal.thing_last"].search(context.text, 0, worked.start()) is not None:
        return None
    return worked


def _treated(context: Context) -> Iterator[Fact]:
    """The sentence in which one who had worked with the Committee was dealt with in a way that harms."""
    if context.state is not None or not context.main or context.procedure:
        return
    if _worked(context) is None or context.find("reprisal.general") is not None:
        return
    harming = context.words.verbs["reprisal.harming"]
    for clause in context.clauses:
        unknown = clause.lemma == "be" and clause.voice is Voice.PASSIVE
        dealt_with = clause.perfect and clause.mood in _TOLD and clause.voice is Voice.PASSIVE and not clause.negated
        if not dealt_with or clause.antecedent != (0, 0) or (clause.lemma not in harming and not unknown):
            continue
        whom = clause.words(clause.subject)
        if (
            whom
            and actor_of(context, replace(clause, voice=Voice.ACTIVE)) is not Actor.OURS
            and not _is_thing(context, whom)
        ):
            yield Reprisal(context.at(clause.verb[0], clause.object[1]))
            return


def _attacked(context: Context) -> Iterator[Fact]:
    """The sentence in which others harmed one who had worked with the Committee: "had threatened a man who had …"."""
    if context.state is not None or not context.main or context.procedure:
        return
    worked = _worked(context)
    if worked is None or context.find("reprisal.general") is not None:
        return
    for clause in context.clauses:
        told = clause.perfect and clause.mood is Mood.DONE and clause.voice is Voice.ACTIVE and not clause.negated
        if not told or clause.antecedent != (0, 0) or clause.lemma not in context.words.verbs["reprisal.attacking"]:
            continue
        near = clause.object[0] <= worked.start() <= clause.object[1] + 1
        if near and actor_of(context, clause) is not Actor.OURS and not _is_thing(context, clause.words(clause.object)):
            yield Reprisal(context.at(clause.verb[0], worked.end()))
            return


def _is_thing(context: Context, words: str) -> bool:
    return context.patterns["reprisal.things"].search(words) is not None


def _goes_on(context: Context) -> bool:
    """Whether a sentence tells what became of a reprisal that was told of just before."""
    paragraph, place = context.memory.reprisal
    here = context.sentence
    role = context.speaker.role if context.speaker is not None else ""
    own = paragraph is not None and here.number is not None and here.number <= paragraph + _NEAR
    if own and context.patterns["reprisal.own_role"].search(role) and context.find("reprisal.answered") is not None:
        return True
    after = paragraph is not None and here.number == paragraph + 1 and here.place == 1
    if after and context.find("reprisal.next") is not None:
        return True
    if (here.number, here.place) != (paragraph, place + 1) or not context.main:
        return False
    patterns = context.patterns
    if patterns["reprisal.followed"].match(context.text):
        return True
    if context.find("reprisal.general") is not None:
        return False
    return (
        any(clause.done for clause in context.clauses) and patterns["reprisal.goes_on"].match(context.text) is not None
    )


KIND = FactKind("reprisal", Reprisal, find, "decisions", 66, always=True)
