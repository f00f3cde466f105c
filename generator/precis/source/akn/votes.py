"""The votes of a record: their figures marked in the words, and counted as data (analysis/parliamentary/voting)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from precis.proceedings import Procedure, ProcedureKind
from precis.proceedings.vote import Vote
from precis.source.akn.marking import mark
from precis.source.akn.names import add
from precis.source.akn.things import Things

__all__ = ["Votes"]

_COUNTS = (
    ("ayes", "in favour", "in_favour"),
    ("noes", "against", "against"),
    ("abstentions", "abstaining", "abstaining"),
)
"""What is counted: its name in a document, in words, and in a vote."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The vote of a paragraph: its outcome; and what was counted, each with its figure and the place of its words."""

    paragraph: str
    outcome: str
    counts: tuple[tuple[str, int, str], ...]


class Votes:
    """Gathers the votes of a text as it is written."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._found: list[_Counted] = []
        self._figures = 0

    def put(self, told: Any, paragraph: str, procedure: Procedure) -> None:
        """Mark the figures of a vote in the words that tell it, which are those of the paragraph of that name."""
        vote = procedure.vote
        if vote is None:
            return
        outcome = "rejected" if procedure.kind is ProcedureKind.REJECTION else "adopted"
        told_outcome = procedure.kind in (ProcedureKind.REJECTION, ProcedureKind.ADOPTION, ProcedureKind.DECISION)
        name = self._things.concept(outcome) if told_outcome else ""
        self._found.append(_Counted(paragraph, name, tuple(self._counts(told, vote))))

    def _counts(self, told: Any, vote: Vote) -> list[tuple[str, int, str]]:
        counts: list[tuple[str, int, str]] = []
        last: Any = None
        for name, shown, field in _COUNTS:
            figure: int | None = getattr(vote, field)
            if figure is None:
                continue
            what, place = self._things.concept(name, shown), f"quantity_{self._figures + 1}"
            made = mark(told, str(figure), "quantity", last, refersTo=what, normalized=str(figure), eId=place)
            if made is not None:
                last, self._figures = made, self._figures + 1
            # A figure in words stands in no element of its own.
            counts.append((what, figure, f"#{place}" if made is not None else ""))
        return counts

    def put_counts(self, analysis: Any) -> None:
        """Put the votes into the analysis of a document, if there were any."""
        if not self._found:
            return
        parliamentary = add(analysis, "parliamentary")
        for number, each in enumerate(self._found, 1):
            outcome = {"outcome": each.outcome} if each.outcome else {}
            name = f"voting_{number}"
            voting = add(
                parliamentary,
                "voting",
                eId=name,
                href=f"#{each.paragraph}",
                refersTo=self._things.concept("vote"),
                **outcome,
            )
            for place, (what, figure, words) in enumerate(each.counts, 1):
                href = {"href": words} if words else {}
                add(voting, "count", eId=f"{name}__count_{place}", refersTo=what, value=str(figure), **href)
