"""A dialogue as lines: each sentence once with all it does, in rounds of questions and replies; replies in passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Move, MoveKind, Reference
from precis.proceedings import Speaker, normal

__all__ = ["Line", "Passage", "lines_of", "passages_of", "unlabelled"]

_MEMBERS = (MoveKind.QUESTION, MoveKind.CONCERN, MoveKind.PRAISE)
_LONG = 5
"""Sentences of a paragraph from which on it is parted where two neighbours have no word in common."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a dialogue with its moves. `low` is its normal form in small letters, without the speaker's label.

    `stems` are those of its words that tell something. `turn` counts the speakers, `round` the blocks of questions:
    replies have that of the questions before them.
    """

    moves: tuple[Move, ...]
    low: str
    stems: frozenset[str]
    turn: int
    round: int

    @property
    def at(self) -> Reference:
        """Where it stands."""
        return self.moves[0].at

    @property
    def speaker(self) -> Speaker:
        """Who says it."""
        return self.moves[0].speaker

    @property
    def asked(self) -> bool:
        """Whether it is of a member."""
        return self.moves[0].move in _MEMBERS

    @property
    def question(self) -> Move | None:
        """The question that it asks, if it does."""
        return next((move for move in self.moves if move.move is MoveKind.QUESTION), None)

    @property
    def paragraph(self) -> tuple[str, int | None]:
        """The paragraph it stands in."""
        return self.at.record, self.at.paragraph


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences in a row in which a delegate keeps to one matter."""

    lines: tuple[Line, ...]

    @property
    def opening(self) -> Line:
        """Its first sentence."""
        return self.lines[0]

    @property
    def text(self) -> str:
        """Its words in small letters."""
        return " ".join(line.low for line in self.lines)


def lines_of(moves: Sequence[Move], words: DialogueWords) -> list[Line]:
    """The sentences of a dialogue in order."""
    out: list[Line] = []
    together: list[Move] = []
    turn = round_ = 0
    for number, move in enumerate(moves, 1):
        together.append(move)
        if number < len(moves) and moves[number].at == move.at:
            continue
        before = out[-1] if out else None
        asked = move.move in _MEMBERS
        if before is not None and before.speaker.label != move.speaker.label:
            turn += 1
        if asked and (before is None or not before.asked):
            round_ += 1
        low = _low(move.at.words, move.speaker.label)
        out.append(Line(tuple(together), low, words.stems.of(low), turn, round_))
        together = []
    return out


@lru_cache(maxsize=16_384)
def _low(words: str, label: str) -> str:
    """The words of a sentence in small letters, without the label of its speaker.

    They are kept, as the sentences of a record are those of its session.
    """
    return unlabelled(normal(words), label).lower()


def unlabelled(text: str, label: str, stands: str = "") -> str:
    """A sentence with `stands` in place of the label of its speaker, and of what is in parentheses behind it."""
    label = normal(label)
    if not label or not text.lower().startswith(label.lower()):
        return text
    rest = re.sub(r"\A ?\((?:[^()]|\([^()]*\))*\)", "", text[len(label) :])
    return f"{stands}{rest}" if stands else rest.lstrip(", ")


def passages_of(lines: Sequence[Line], words: DialogueWords) -> list[Passage]:
    """The passages of the delegation's lines; none goes over a change of speaker, or is cut before a turn."""
    out: list[Passage] = []
    current: list[Line] = []
    said = [line for line in lines if not line.asked]
    lengths = Counter(line.paragraph for line in said)
    for line in said:
        if current and _begins(line, current, words, long=lengths[line.paragraph] > _LONG):
            out.append(Passage(tuple(current)))
            current = []
        current.append(line)
    return [*out, Passage(tuple(current))] if current else out


def _begins(line: Line, current: Sequence[Line], words: DialogueWords, *, long: bool) -> bool:
    """Whether a passage begins with a line: another speaker, another matter taken up, or nothing that holds it.

    A `long` paragraph is parted where two neighbours have no word in common.
    """
    before = current[-1]
    if line.turn != before.turn or line.round != before.round:
        return True
    if words.takes_up.match(line.low):
        return True
    if line.paragraph != before.paragraph:
        return words.holds.match(line.low) is None
    if words.holds_within.match(line.low):
        return False
    return long and not any(line.stems & each.stems for each in current[-2:])
