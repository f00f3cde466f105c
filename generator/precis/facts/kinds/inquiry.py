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


_CONSENT = frozenset(f"consent to a visit {how}" for how in ("obtained", "refused"))
"""Stages that States reach with other visitors too."""


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The State of an inquiry and its stage, once a sentence."""
    for match in sorted(matches, key=lambda match: match.clause.antecedent != (0, 0))[:1]:
        clause = match.clause
        first = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
        words = context.text[first : max(clause.object[1], clause.verb[1])]
        found = [each.state for each in context.states.find(words)] or [each.state for each in context.found]
        before = context.before.text if context.before is not None else ""
        told = f"{before} {context.text}" if found else context.text
        if not context.patterns["inquiry.about"].search(told) and (not found or match.frame.sense in _CONSENT):
            continue
        for state in dict.fromkeys(found) or [None]:
            yield Inquiry(context.at(clause.verb[0], clause.object[1]), match.frame.sense, state)


KIND = FactKind("inquiry", Inquiry, find, "decisions", 62)
