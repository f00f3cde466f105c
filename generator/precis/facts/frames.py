"""Frames held against the clauses of a sentence: which events it tells of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from precis.facts.actors import actor_of
from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.words import ANY_VERB, Frame

__all__ = ["Match", "governing", "matches"]

_DECIDED = (Mood.PROPOSED, Mood.RECOMMENDED, Mood.POSSIBLE, Mood.PLANNED)


@dataclass(frozen=True, slots=True)
class Match:
    """A clause that a frame fits."""

    frame: Frame
    clause: Clause


def matches(context: Context, wanted: frozenset[str]) -> dict[str, list[Match]]:
    """The clauses that frames of the wanted kinds fit; of two frames of a kind the first that fits a clause counts."""
    frames = context.words.frames
    free = [frame for frame in frames.get(ANY_VERB, ()) if frame.kind in wanted and _may_stand(context, frame)]
    if not free and context.words.verbs_of(wanted).isdisjoint(context.lemmas):
        return {}
    out: dict[str, list[Match]] = {}
    for clause in context.clauses:
        kinds: set[str] = set()
        for frame in (*frames.get(clause.lemma, ()), *(each for each in free if _verb(clause) not in each.but)):
            if frame.kind in wanted and frame.kind not in kinds and _fits(context, frame, clause):
                kinds.add(frame.kind)
                out.setdefault(frame.kind, []).append(Match(frame, clause))
    return out


def _may_stand(context: Context, frame: Frame) -> bool:
    return frame.needs is None or frame.needs.met(context.low, context.keys)


def _verb(clause: Clause) -> str:
    """The lemma of a verb; empty for one that the grammar does not know, whose group has that of its auxiliary."""
    unknown = clause.lemma == "be" and clause.voice is Voice.PASSIVE
    return "" if unknown else clause.lemma


def _fits(context: Context, frame: Frame, clause: Clause) -> bool:
    if frame.voice is not None and clause.voice is not frame.voice:
        return False
    if clause.negated is not frame.negated or (clause.bare and not frame.bare):
        return False
    if frame.under and clause.governor not in frame.under:
        return False
    if not _counts(context, frame, clause):
        return False
    return all(_parts(context, frame, clause))


def _counts(context: Context, frame: Frame, clause: Clause) -> bool:
    """Whether the mood of a clause is one that counts: of what is proposed, if it was so decided."""
    if clause.mood in _DECIDED and frame.decided and clause.mood not in frame.moods:
        return context.decision is not None
    if clause.mood not in frame.moods:
        return False
    tells_of_before = clause.perfect or clause.infinitive or clause.mood is not Mood.DONE
    return not frame.perfect or tells_of_before or context.procedure


def _parts(context: Context, frame: Frame, clause: Clause) -> Iterator[bool]:
    """Whether each part is as the frame asks, the cheap ones first."""
    text = clause.text
    if frame.patient is not None:
        yield frame.patient.search(text, *clause.patient) is not None
    if frame.subject is not None:
        yield frame.subject.search(text, *clause.subject) is not None
    if frame.behind is not None:
        yield frame.behind.search(text, clause.verb[1], clause.object[1]) is not None
    if frame.never is not None:
        start = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
        yield frame.never.search(text, start, max(clause.object[1], clause.verb[1])) is None
    acting = governing(context, clause) if frame.under else clause
    if frame.under:
        yield acting is not clause and not acting.negated and acting.mood in (Mood.DONE, Mood.ONGOING)
    if frame.actors:
        yield str(actor_of(context, acting)) in frame.actors


def governing(context: Context, clause: Clause) -> Clause:
    """The clause that another hangs on: "had found" in "had found that Spain had violated"; itself if on none."""
    before = (each for each in context.clauses if each.verb[0] < clause.verb[0] and each.lemma == clause.governor)
    return max(before, key=lambda each: each.verb[0], default=clause)
