"""What each paragraph of a record is about, for who searches: its States, its themes, and what is done in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.facts.fact import Move
from precis.facts.record import RecordFacts
from precis.facts.themes import GENERAL
from precis.index.rows import Row
from precis.language.states import State

__all__ = ["Subjects", "subjects_of"]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a paragraph is about: the States that speak or are under review, its moves ("answer"), their themes."""

    states: tuple[State, ...] = ()
    moves: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


def subjects_of(rows: Sequence[Row], facts: RecordFacts) -> Iterator[Subjects]:
    """What each row of a record is about. Moves belong to the row whose text has their words, by their paragraph."""
    moves: dict[int | None, list[Move]] = {}
    for fact in facts.facts:
        if isinstance(fact, Move):
            moves.setdefault(fact.at.paragraph, []).append(fact)
    for row in rows:
        own = [move for move in moves.get(row.paragraph, ()) if move.at.words in row.text]
        states = (*row.states, *((row.under,) if row.under is not None else ()))
        yield Subjects(
            tuple(dict.fromkeys(states)),
            tuple(dict.fromkeys(str(move.move) for move in own)),
            tuple(dict.fromkeys(move.theme for move in own if move.theme and move.theme != GENERAL)),
        )
