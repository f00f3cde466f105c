"""What each paragraph of a record is about, for who searches: its States, its themes, and what is done in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.archive.rows import Row
from precis.archive.words import words_for
from precis.facts.fact import Move
from precis.facts.record import RecordFacts
from precis.facts.themes import GENERAL
from precis.language.states import State

__all__ = ["Subjects", "subjects_of", "words_of"]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a paragraph is about: the States that speak or are under review, its moves ("answer"), their themes.

    `words` are those by which its text is found, and `speaker` those of who speaks, parted by blanks; both are empty in
    English, whose words SQLite makes.
    """

    states: tuple[State, ...] = ()
    moves: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    words: str = ""
    speaker: str = ""


def subjects_of(rows: Sequence[Row], facts: RecordFacts) -> Iterator[Subjects]:
    """What each row of a record is about. Moves belong to the row whose text has their words, by their paragraph."""
    moves: dict[int | None, list[Move]] = {}
    for fact in facts.facts:
        if isinstance(fact, Move):
            moves.setdefault(fact.at.paragraph, []).append(fact)
    language = facts.record.language
    for row in rows:
        own = [move for move in moves.get(row.paragraph, ()) if move.at.words in row.text]
        states = (*row.states, *((row.under,) if row.under is not None else ()))
        yield Subjects(
            tuple(dict.fromkeys(states)),
            tuple(dict.fromkeys(str(move.move) for move in own)),
            tuple(dict.fromkeys(move.theme for move in own if move.theme and move.theme != GENERAL)),
            *words_of(row, language),
        )


def words_of(row: Row, language: str) -> tuple[str, str]:
    """The words by which the text and the speaker of a row are found, as `Subjects` has them."""
    if language == "en":
        return "", ""
    return words_for(language).line(row.text), words_for("").line(f"{row.speaker} {row.organization}")
