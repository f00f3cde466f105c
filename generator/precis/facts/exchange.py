"""The dialogue with one State: who spoke, what was asked, which answer goes with which question, what stayed open."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from precis.facts.fact import Dialogue, Move, MoveKind, Reference
from precis.facts.record import RecordFacts
from precis.language.states import State
from precis.proceedings import Report, Speaker

__all__ = ["Exchange", "StateDialogue", "state_dialogues"]

ENOUGH = 0.28
"""The part of a question's words, by weight, that an answer must share to be taken for its answer."""

REACH = 300
"""Sentences after a question among which its answer is sought: delegations answer in the same meeting or the next."""
AROUND = 0.4
"""What a word of the paragraph counts beside one of the sentence itself."""

_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "that with were would they their which what whether been have from under could about than also those there this "
    "such into other more some these them when where asked wished know like State states party government said "
    "delegation committee country convention measures information against persons people".lower().split()
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the answer found for it, or None; `weight` says how much there is in it."""

    question: Move
    answer: Move | None
    weight: float


@dataclass(frozen=True, slots=True)
class StateDialogue:
    """The dialogue with a State, over all its meetings. `labels` are its records in order."""

    state: State
    report: Report
    basis: tuple[Reference, ...]
    labels: tuple[str, ...]
    moves: tuple[Move, ...]
    exchanges: tuple[Exchange, ...]
    delegates: tuple[tuple[Speaker, Reference], ...]
    members: tuple[tuple[Speaker, Reference], ...]

    def of(self, kind: MoveKind) -> list[Move]:
        """The moves of one kind."""
        return [move for move in self.moves if move.move is kind]


def state_dialogues(records: Sequence[RecordFacts]) -> list[StateDialogue]:
    """The dialogues of a session that its records hold, in the order in which they began."""
    states = dict.fromkeys(
        fact.state for record in records for fact in record.facts if isinstance(fact, Dialogue) and _held_here(fact)
    )
    return [_dialogue(state, records) for state in states]


def _held_here(fact: Dialogue) -> bool:
    """Whether the record is of the dialogue itself: it stands under its heading, or the delegation takes its places."""
    return fact.at.part == "heading" or ("delegation of" in fact.at.words and "invitation" in fact.at.words)


def _dialogue(state: State, records: Sequence[RecordFacts]) -> StateDialogue:
    basis: list[Dialogue] = []
    moves: list[Move] = []
    labels: list[str] = []
    delegates: dict[str, tuple[Speaker, Reference]] = {}
    members: dict[str, tuple[Speaker, Reference]] = {}
    for record in records:
        own = [fact for fact in record.facts if isinstance(fact, Dialogue) and fact.state == state and _held_here(fact)]
        if not own:
            continue
        labels.append(record.label)
        basis.extend(own)
        moves.extend(fact for fact in record.facts if isinstance(fact, Move) and fact.state == state)
        _note_speakers(record, state, delegates, members)
    report = next((fact.report for fact in basis if fact.report.numbers), basis[0].report)
    return StateDialogue(
        state,
        report,
        tuple(fact.at for fact in basis),
        tuple(labels),
        tuple(moves),
        tuple(_exchanges(moves)),
        tuple(delegates.values()),
        tuple(members.values()),
    )


def _note_speakers(
    record: RecordFacts,
    state: State,
    delegates: dict[str, tuple[Speaker, Reference]],
    members: dict[str, tuple[Speaker, Reference]],
) -> None:
    """The speakers whose moves belong to this dialogue, each with the place where they first speak."""
    speakers = {fact.speaker.label for fact in record.facts if isinstance(fact, Move) and fact.state == state}
    for turn in record.turns:
        for speaker in turn.speakers:
            if speaker.label in speakers:
                group = delegates if speaker.state == state else members
                group.setdefault(speaker.label, (speaker, record.place_of(turn)))


def _words(text: str) -> set[str]:
    """The words of a sentence that tell what it is on, cut to their stems."""
    return {word[:5] for word in _WORD.findall(text.lower()) if word not in _COMMON}


def _weights(move: Move) -> dict[str, float]:
    """The words of a move: those of its sentence count in full, those of the rest of its paragraph for a part."""
    own = _words(move.at.words)
    return dict.fromkeys(_words(move.passage), AROUND) | dict.fromkeys(own, 1.0)


def _exchanges(moves: Sequence[Move]) -> list[Exchange]:
    """Each question with the later sentence of the delegation that shares most of its words, if that is enough."""
    answers = [
        (place, move, _weights(move))
        for place, move in enumerate(moves)
        if move.move in (MoveKind.ANSWER, MoveKind.FIGURE, MoveKind.UNDERTAKING)
    ]
    counts = Counter(word for _, _, words in answers for word in words)
    rare = {word: math.log(1 + len(answers) / (1 + counts[word])) for word in counts}
    default = math.log(1 + len(answers))
    holders: dict[str, list[int]] = {}
    for index, (_, _, words) in enumerate(answers):
        for word in words:
            holders.setdefault(word, []).append(index)
    out: list[Exchange] = []
    for place, move in enumerate(moves):
        if move.move is not MoveKind.QUESTION:
            continue
        asked = _weights(move)
        whole = sum(rare.get(word, default) for word in _words(move.at.words)) or default or 1.0
        shares: dict[int, float] = {}
        for word, weight in asked.items():
            for index in holders.get(word, ()):
                if place < answers[index][0] <= place + REACH:
                    shares[index] = shares.get(index, 0.0) + rare[word] * min(weight, answers[index][2][word])
        best = max(
            shares, key=lambda index: (_share(shares[index], whole, answers[index][1], move), -index), default=None
        )
        found = None
        if best is not None and _share(shares[best], whole, answers[best][1], move) >= ENOUGH:
            found = answers[best][1]
        out.append(Exchange(move, found, whole))
    return out


def _share(shared: float, whole: float, answer: Move, question: Move) -> float:
    """The part of the question's words that an answer has; one on the same theme counts for a little more."""
    return shared / whole + (0.08 if answer.theme == question.theme else 0.0)
