"""Votes: their figures, and the lists of who voted how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.proceedings.passages import Passage

__all__ = ["Vote", "recorded_vote", "vote_in"]

_SIDES = ("in_favour", "against", "abstaining")


@dataclass(frozen=True, slots=True)
class Vote:
    """The figures of a vote, None where they are not said; and of a recorded vote, who voted how."""

    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None
    states_in_favour: tuple[State, ...] = ()
    states_against: tuple[State, ...] = ()
    states_abstaining: tuple[State, ...] = ()


def vote_in(text: str, wording: Wording) -> Vote | None:
    """The figures of a vote that a text gives: "by 12 votes to 3, with 2 abstentions"; None if it gives none."""
    for form in wording.forms_in("vote", text):
        found = form.find(text)
        if found is not None:
            return Vote(found.get("count"), found.get("count2"), found.get("count3"))
    return None


def recorded_vote(passages: Sequence[Passage], wording: Wording, states: States) -> tuple[Vote, int] | None:
    """Who voted how, by the lists that the passages begin with, and how many passages these are; None without lists.

    A list stands behind its label ("In favour: …") or in the passage below it.
    """
    voted: dict[str, tuple[State, ...]] = {}
    side = ""
    count = 0
    for passage in passages:
        labelled = _side(passage.text, wording)
        if labelled is not None:
            side, names = labelled
        elif side and side not in voted:
            names = passage.text
        else:
            break
        count += 1
        if names.strip(" .:"):
            voted[side] = tuple(each.state for each in states.find(names))
    if not voted:
        return None
    figures = [len(voted[side]) if side in voted else None for side in _SIDES]
    in_favour, against, abstaining = (voted.get(side, ()) for side in _SIDES)
    return Vote(figures[0], figures[1], figures[2], in_favour, against, abstaining), count


def _side(text: str, wording: Wording) -> tuple[str, str] | None:
    """The side whose list a text begins, and the words behind its label."""
    for side in _SIDES:
        for label in wording.speech[side]:
            if text.startswith(label):
                return side, text[len(label) :]
    return None
