"""Lines of procedure: what happened without a word, and what was decided by it (un-conventions.md §2.8, §2.9)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.proceedings.passages import Passage, Sentence, Span

__all__ = ["Decision", "Procedure", "ProcedureKind", "Vote", "procedure_of"]


class ProcedureKind(StrEnum):
    """What a line of procedure says; `OTHER` is a line in italics that no rule knows."""

    OPENING = "opening"
    CLOSING = "closing"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    CHAIR = "chair"
    ARRIVAL = "arrival"
    WITHDRAWAL = "withdrawal"
    DECISION = "decision"
    ADOPTION = "adoption"
    ELECTION = "election"
    VOTE = "vote"
    DECLARATION = "declaration"
    SILENCE = "silence"
    FILM = "film"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Vote:
    """The figures of a vote; None where they are not said."""

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a line of procedure decided: the sentence before it, and where that stands."""

    at: Span
    text: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """A line of procedure. `at` is None for the opening and closing lines that a record holds apart from its text.

    `time` is when it happened; of a suspension, when the meeting was suspended. `who` are the words that say who
    came, went or took the Chair, `states` the States among them.
    """

    at: Span | None
    kind: ProcedureKind
    text: str
    time: dt.time | None = None
    who: str = ""
    states: tuple[State, ...] = ()
    vote: Vote | None = None
    decision: Decision | None = None


def procedure_of(
    passage: Passage, before: Sentence | None, wording: Wording, states: States, *, emphasis: bool
) -> Procedure | None:
    """The line of procedure that a passage is, or None. `before` is the sentence before it.

    `emphasis` says that the record has such lines in italics: then a passage that is not is none.
    """
    if not passage.main or not (passage.italic or not emphasis):
        return None
    read = _read(passage.text, wording)
    if read is None:
        return Procedure(passage.at, ProcedureKind.OTHER, passage.exact) if passage.italic else None
    kind, values = read
    who = values.get("name") or values.get("who") or values.get("person") or ""
    decision = None
    if kind is ProcedureKind.DECISION and before is not None:
        decision = Decision(before.at, before.exact)
    named: tuple[State, ...] = ()
    if kind in (ProcedureKind.ARRIVAL, ProcedureKind.WITHDRAWAL):
        named = tuple(found.state for found in states.find(passage.text))
    return Procedure(passage.at, kind, passage.exact, values.get("time"), who, named, None, decision)


def _read(text: str, wording: Wording) -> tuple[ProcedureKind, dict[str, Any]] | None:
    for kind in wording.procedure:
        values = wording.read(f"procedure_{kind}", text)
        if values is not None:
            return ProcedureKind(kind), values
    return None
