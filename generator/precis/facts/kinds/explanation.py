"""Explanations of vote: who says why he or she voted so, or abstained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind

__all__ = ["KIND", "Explained"]


@dataclass(frozen=True, slots=True)
class Explained(Fact):
    """A member who explained a vote."""

    kind: ClassVar[str] = "explanation"

    who: str


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The speaker who explains a vote, at the beginning of the turn."""
    speaker = context.speaker
    if speaker is None or speaker.presides or context.state is not None or not context.begins:
        return
    if context.find("explanation.explains") and not context.find("explanation.never"):
        yield Explained(context.at(), speaker.label)


KIND = FactKind("explanation", Explained, find, "decisions", 51, always=True)
