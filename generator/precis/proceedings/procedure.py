"""Lines of procedure: what happened without a word, and what was decided by it (docs/conventions.md §2.8, §2.9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from precis.language.formula import Formula
from precis.language.letters import without_signs
from precis.language.sentences import first_sentence
from precis.language.states import State, States
from precis.language.wording import Wording
from precis.proceedings.passages import Passage, Span
from precis.proceedings.vote import Vote, vote_in

if TYPE_CHECKING:
    from precis.proceedings.decision import Decision

__all__ = ["Lines", "Procedure", "ProcedureKind", "stands_alone", "takes_chair"]

_LONGEST_LINE = 400
"""No line of procedure is longer, but for one long sentence: the names of all that take places."""


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
    REJECTION = "rejection"
    ELECTION = "election"
    VOTE = "vote"
    DECLARATION = "declaration"
    SILENCE = "silence"
    FILM = "film"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Procedure:
    """A line of procedure. `at` is None for the opening and closing lines that a record holds apart from its text.

    `time` is when it happened; of a suspension, when the meeting was suspended, and `until` when it was resumed. `who`
    are the words that say who came, went, took the Chair or was elected, or what was adopted; `states` are the States
    whose delegations came or went. `vote` are the figures of a vote; `decision` is what "It was so decided" decided.
    """

    at: Span | None
    kind: ProcedureKind
    text: str
    time: dt.time | None = None
    until: dt.time | None = None
    who: str = ""
    states: tuple[State, ...] = ()
    vote: Vote | None = None
    decision: Decision | None = None


class Lines:
    """Reads the lines of procedure of a language.

    `among` are the texts that they may stand in: forms whose words these do not have are not looked for.
    """

    def __init__(self, wording: Wording, among: Iterable[str]) -> None:
        self._bare = without_signs if wording.from_the_right else str
        words = self._bare("\n".join(among).lower())
        self._small_words = wording.small_words
        self._reported = [f" {words} " for words in wording.speech["reported"]]
        self._rejected = frozenset(wording.speech["rejected"])
        self._forms = [(kind, form) for kind, form in _forms(wording) if form.may_be(words)] if words else []

    def read(self, text: str) -> tuple[ProcedureKind, Mapping[str, Any]] | None:
        """What a line of procedure says, with the values of its form; None for what is none.

        It is a short text, or one sentence of any length; and no reported speech.
        """
        if len(text) > _LONGEST_LINE and first_sentence(text, self._small_words) < len(text):
            return None
        text = self._bare(text)
        words = text.lower()
        for kind, form in self._forms:
            found = form.read(text) if form.may_be(words) else None
            if found is not None:
                # What stands behind a colon is quoted.
                told = found.get("name", "").partition(":")[0]
                if any(reported in told for reported in self._reported):
                    return None
                return (ProcedureKind.REJECTION if found.get("done") in self._rejected else kind), found
        return None

    def line(self, passage: Passage, wording: Wording, states: States) -> Procedure | None:
        """The line of procedure that a passage is; None for one that is none and not in italics."""
        read = self.read(passage.exact)
        if read is None:
            return Procedure(passage.at, ProcedureKind.OTHER, passage.exact) if passage.italic else None
        kind, values = read
        who = next((values[slot] for slot in ("name", "person", "who") if values.get(slot)), "").strip(" ,")
        named: tuple[State, ...] = ()
        if kind in (ProcedureKind.ARRIVAL, ProcedureKind.WITHDRAWAL):
            named = tuple(dict.fromkeys(found.state for found in states.find(passage.text)))
        vote = vote_in(values.get("tail", ""), wording)
        return Procedure(passage.at, kind, passage.exact, values.get("time"), values.get("time2"), who, named, vote)


@lru_cache(maxsize=8)
def _forms(wording: Wording) -> Sequence[tuple[ProcedureKind, Formula]]:
    """The lines of procedure of a language, in the order in which they are tried."""
    forms = ((ProcedureKind(kind), wording.forms(f"procedure_{kind}")) for kind in wording.procedure)
    return [(kind, form) for kind, of_kind in forms for form in of_kind]


def stands_alone(text: str, wording: Wording) -> bool:
    """Whether a line of procedure is one that has no number among numbered paragraphs: of a suspension."""
    return any(wording.read(f"procedure_{kind}", text) is not None for kind in ("suspension", "resumption"))


def takes_chair(text: str, wording: Wording) -> bool:
    """Whether a line says that somebody took the Chair: it has a number in the text, and none above it."""
    return any(wording.read(formula, text) is not None for formula in ("chair_taken", "before_opening"))
