"""Inquiries, and visits to States: how far each has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
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
    for match in sorted(matches, key=lambda match: match.clause.antecedent != (0, 0))[:1]:
        clause = match.clause
        first = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
        words = context.text[first : max(clause.object[1], clause.verb[1])]
        found = [each.state for each in context.states.find(words)] or [each.state for each in context.found]
        travels = clause.lemma in context.words.verbs["inquiry.travelling"]
        if not _is_told(context, found) and (not found or travels or match.frame.sense in _SHARED):
            continue
        for state in dict.fromkeys(found) or [None]:
            yield Inquiry(context.at(clause.verb[0], clause.object[1]), match.frame.sense, state)
    if not matches:
        yield from _asked(context)


def _is_told(context: Context, found: Sequence[State]) -> bool:
    """Whether an inquiry is spoken of: in the sentence, or in the one before it where this one names a State."""
    before = context.before.text if context.before is not None else ""
    told = f"{before} {context.text}" if found else context.text
    return context.patterns["inquiry.about"].search(told) is not None


def _asked(context: Context) -> Iterator[Fact]:
    """The State to which "a letter had been sent requesting permission for a visit"."""
    match = context.patterns["inquiry.asked"].search(context.text) if context.state is None else None
    found = [each.state for each in context.found]
    if match is not None and found and _is_told(context, found):
        yield Inquiry(context.at(*match.span()), "consent to a visit sought", found[-1])


KIND = FactKind("inquiry", Inquiry, find, "decisions", 62, always=True)
