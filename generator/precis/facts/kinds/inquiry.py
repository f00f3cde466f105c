"""Inquiries, and visits to States: how far each has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Mood
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.signs import clause_around, event_of, sign
from precis.language.states import State

__all__ = ["KIND", "Inquiry"]


@dataclass(frozen=True, slots=True)
class Inquiry(Fact):
    """An inquiry or a visit, and its stage in words; `state` is None where it is not named."""

    kind: ClassVar[str] = "inquiry"

    stage: str
    state: State | None = None


_SHARED = frozenset(("consent to a visit obtained", "under preliminary examination"))
"""Stages that are reached in other matters too, so that an inquiry must be spoken of."""


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The State of an inquiry and its stage, once a sentence."""
    passing = context.patterns["inquiry.passing"]
    matches = [
        match for match in matches if match.clause.antecedent == (0, 0) or not passing.match(match.clause.marker)
    ]
    told = False
    for match in sorted(matches, key=lambda match: match.clause.antecedent != (0, 0))[:1]:
        clause = match.clause
        first = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
        words = context.text[first : max(clause.object[1], clause.verb[1])]
        other = context.patterns["inquiry.another"].search(words) is not None  # a State that is not named
        own = context.text[clause.verb[0] : clause.object[1]] if other else words
        found = [each.state for each in context.states.find(own)]
        found = found or ([] if other else [each.state for each in context.found])
        travels = clause.lemma in context.words.verbs["inquiry.travelling"]
        if not _is_told(context, found) and (not found or travels or match.frame.sense in _SHARED):
            continue
        told = True
        states: list[State | None] = [*dict.fromkeys(found or _meant(context))]
        for state in states or [None]:
            yield Inquiry(context.at(clause.verb[0], clause.object[1]), match.frame.sense, state)
    if not told:
        yield from list(_asked(context)) or list(_by_signs(context)) or _unanswered(context)
    if context.find("inquiry.about") is not None or _of_heading(context):
        context.memory.inquiry = context.sentence.number
    named = list(dict.fromkeys(each.state for each in context.found))
    if len(named) == 1:
        context.memory.inquired = (context.sentence.number, named[0])


_STEM = 3
"""Letters that the name of a State and that of its people begin with alike: Lebanon, Lebanese."""


def _meant(context: Context) -> list[State]:
    """The State of "the Lebanese Government" or "that country", where the paragraph named it last."""
    number, state = context.memory.inquired
    same = context.find("inquiry.that_state") is not None and context.find("inquiry.another") is None
    if state is not None and number == context.sentence.number and same:
        return [state]
    match = context.find("inquiry.demonym") if state is not None and number == context.sentence.number else None
    if state is None or match is None:
        return []
    return [state] if match["word"][:_STEM] == state.name.removeprefix("the ")[:_STEM] else []


def _of_heading(context: Context) -> bool:
    """Whether the innermost heading, or the office of the speaker, is of inquiries and visits."""
    about = context.patterns["inquiry.about"]
    role = context.speaker.role if context.speaker is not None else ""
    return any(about.search(words) for words in (role, *context.headings[-1:]))


def _unanswered(context: Context) -> Iterator[Fact]:
    """A request for a visit of which the reply is awaited, where inquiries are spoken of."""
    if context.state is not None or context.procedure or not _is_spoken_of(context):
        return
    match = context.find("inquiry.unanswered")
    if match is None:
        return
    states: list[State | None] = [*dict.fromkeys(each.state for each in context.found)]
    for state in states or [*_meant(context)] or [None]:
        yield Inquiry(context.at(*match.span()), "consent to a visit sought", state)


_STAGES = (
    "report transmitted to the State party",
    "consent to a visit obtained",
    "consent to a visit sought",
    "visit carried out",
    "discontinued",
    "concluded",
    "initiated",
    "under preliminary examination",
    "continuing",
)
"""The stages in the order in which their words are looked for."""


def _by_signs(context: Context) -> Iterator[Fact]:
    """The stage of an inquiry in other words, where one is spoken of in the sentence or before it in the paragraph."""
    about = _is_spoken_of(context)
    goes_on = context.memory.inquiry is not None and context.memory.inquiry == context.sentence.number
    if context.state is not None or context.procedure or not (about or goes_on):
        return
    for stage in _STAGES:
        match = sign(context, f"inquiry.{stage}", "inquiry.no_sign", _TOLD)
        clause = clause_around(context, event_of(match)) if match else None
        if match is None or clause is None or clause.antecedent != (0, 0):
            continue
        found = [each.state for each in context.found] or _meant(context)
        if not found and not _of_heading(context) and context.find("inquiry.ours") is None:
            return
        for state in dict.fromkeys(found) or [None]:
            yield Inquiry(context.at(*match.span()), stage, state)
        return


def _is_spoken_of(context: Context) -> bool:
    """Whether inquiries, or visits by the treaty, are spoken of: in the sentence, by their Rapporteur or heading."""
    told = (context.find("inquiry.about"), context.find("inquiry.visit"))
    return any(match is not None for match in told) or _of_heading(context)


_TOLD = frozenset((Mood.DONE, Mood.ONGOING))


def _is_told(context: Context, found: Sequence[State]) -> bool:
    """Whether an inquiry is spoken of: in the sentence, or in the one before it where this one names a State."""
    before = context.before.text if context.before is not None else ""
    told = f"{before} {context.text}" if found else context.text
    return _is_spoken_of(context) or context.patterns["inquiry.about"].search(told) is not None


def _asked(context: Context) -> Iterator[Fact]:
    """The State to which "a letter had been sent requesting permission for a visit"."""
    match = context.find("inquiry.asked") if context.state is None else None
    found = [each.state for each in context.found]
    if match is not None and found and _is_told(context, found):
        yield Inquiry(context.at(*match.span()), "consent to a visit sought", found[-1])


KIND = FactKind("inquiry", Inquiry, find, "decisions", 62, always=True)
