"""Who speaks for the State under review and who for the Committee, also where a record prints no State behind names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from precis.facts.dialogue.words import DialogueWords
from precis.language.states import State
from precis.proceedings import ProcedureKind, Proceedings, Said, Speaker

__all__ = ["Side", "Sides"]


class Side(StrEnum):
    """For whom a speaker of a dialogue speaks; `OTHER` is an organization, or another State."""

    DELEGATION = "delegation"
    MEMBER = "member"
    CHAIR = "chair"
    OTHER = "other"


class Sides:
    """Knows the sides of the speakers of a record."""

    def __init__(self, proceedings: Proceedings, words: DialogueWords) -> None:
        self._words = words
        self._told = {each.state for each in proceedings.said for speaker in each.speakers if speaker.state is not None}
        self._named = _delegates(proceedings.said, words, self._told)

    def of(self, speaker: Speaker, state: State) -> Side:
        """The side of a speaker in the dialogue with a State."""
        if speaker.presides:
            return Side.CHAIR
        if speaker.state is not None:
            return Side.DELEGATION if speaker.state == state else Side.OTHER
        if (state, speaker.label) in self._named:
            return Side.DELEGATION
        return Side.OTHER if speaker.organization else Side.MEMBER


def _delegates(
    said: Sequence[Said], words: DialogueWords, told: Iterable[State | None]
) -> frozenset[tuple[State, str]]:
    """The labels of the delegates of States that stand behind no name: by who is said to come, and by what they say."""
    came: dict[State, str] = {}
    out: set[tuple[State, str]] = set()
    for each in said:
        state, speaker = each.state, each.speaker
        if state is None or state in told:
            continue
        text = each.passage.text
        arrival = each.procedure is not None and each.procedure.kind is ProcedureKind.ARRIVAL
        if arrival or (speaker is not None and speaker.presides and words.named in text.lower()):
            came[state] = f"{came.get(state, '')} {text.casefold()}"
            continue
        if speaker is None or speaker.presides or not speaker.name:
            continue
        first = text[:400].lower()
        if (
            speaker.name.casefold() in came.get(state, "")
            or words.presents.search(first)
            or words.own_state.search(first)
        ):
            out.add((state, speaker.label))
    return frozenset(out)
