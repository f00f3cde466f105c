"""The dialogue with one State: who spoke, what was asked, which passage answers which question, theme by theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from precis.facts.dialogue.lines import lines_of
from precis.facts.dialogue.pairs import SURE, pairs_of
from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Dialogue, Move, MoveKind, Reference
from precis.facts.record import RecordFacts
from precis.facts.themes import GENERAL
from precis.language.states import State
from precis.proceedings import ProcedureKind, Report, Speaker

__all__ = ["Answer", "Exchange", "KeepPairs", "Pairs", "StateDialogue", "ThemeTalk", "Voice", "state_dialogues"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole of a passage in which the delegation answers: all moves of its sentences, in order."""

    moves: tuple[Move, ...]

    @property
    def at(self) -> Reference:
        """Where it begins."""
        return self.moves[0].at

    @property
    def speaker(self) -> Speaker:
        """Who answers."""
        return self.moves[0].speaker

    @property
    def record(self) -> str:
        """The record it stands in, as references name it."""
        return self.at.record

    @property
    def paragraphs(self) -> tuple[int | None, ...]:
        """Its paragraphs, in order."""
        return tuple(dict.fromkeys(move.at.paragraph for move in self.moves))

    @property
    def sentences(self) -> tuple[Reference, ...]:
        """Its sentences, each once, in order."""
        return tuple(dict.fromkeys(move.at for move in self.moves))


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the passage that surely answers it.

    `answer` is None where none is sure, which does not say that there is none. `confidence` is the weight of the signs
    for the best passage, 0 where there is none at all; an answer has at least `pairs.SURE`.
    """

    question: Move
    answer: Answer | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker and the places where they speak of a theme: one reference a paragraph, in order."""

    speaker: Speaker
    at: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ThemeTalk:
    """Who raised a theme and who replied on it, and where. It does not say that a reply was complete."""

    theme: str
    asked: tuple[Voice, ...]
    replied: tuple[Voice, ...]


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
    themes: tuple[ThemeTalk, ...]

    def of(self, kind: MoveKind) -> list[Move]:
        """The moves of one kind."""
        return [move for move in self.moves if move.move is kind]


@dataclass(frozen=True, slots=True)
class Paired:
    """A question and the sentences of the passage that answers it best, by their places among the moves of a dialogue.

    `weight` is that of the signs that it does.
    """

    question: int
    answer: tuple[int, ...]
    weight: float


Pairs = tuple[Paired, ...]
KeepPairs = Callable[[str, Sequence[str], Callable[[], Pairs]], Pairs]
"""Gives the pairs of the dialogue with a State by what its records are made of, or has them made."""


def state_dialogues(records: Sequence[RecordFacts], keep: KeepPairs | None = None) -> list[StateDialogue]:
    """The dialogues of a session that its records hold, in the order in which they began.

    To pair questions with answers is most of the work; what somebody has kept of it is not done again.
    """
    held = [(record, tuple(_held_in(record))) for record in records]
    states = dict.fromkeys(fact.state for _, facts in held for fact in facts)
    return [_dialogue(state, held, keep or _anew) for state in states]


def _anew(_state: str, _made_of: Sequence[str], make: Callable[[], Pairs]) -> Pairs:
    return make()


def _held_in(record: RecordFacts) -> Iterator[Dialogue]:
    """The dialogues that the record is of: they stand under a heading, or in the line by which a delegation comes."""
    arrivals = [line.text for line in record.proceedings.procedure if line.kind is ProcedureKind.ARRIVAL]
    for fact in record.facts:
        is_here = fact.at.part == "heading" or any(fact.at.words in line for line in arrivals)
        if isinstance(fact, Dialogue) and is_here:
            yield fact


def _dialogue(
    state: State, records: Sequence[tuple[RecordFacts, Sequence[Dialogue]]], keep: KeepPairs
) -> StateDialogue:
    basis: list[Dialogue] = []
    moves: list[Move] = []
    exchanges: list[Exchange] = []
    held: list[RecordFacts] = []
    for record, facts in records:
        own = [fact for fact in facts if fact.state == state]
        if own:
            held.append(record)
            basis.extend(own)
            moves.extend(fact for fact in record.facts if isinstance(fact, Move) and fact.state == state)
    for words, silent in dict.fromkeys((record.words, record.own) for record in held):
        if words is None:
            continue
        alike = [record for record in held if record.words is words and record.own == silent]
        labels = {record.label for record in alike}
        of_these = [move for move in moves if move.at.record in labels]
        make = partial(_paired, of_these, words, silent)
        exchanges.extend(_exchanges(of_these, keep(state.name, [record.made_of for record in alike], make)))
    delegates, members = _speakers(held, state)
    report = next((fact.report for fact in basis if fact.report.numbers), basis[0].report)
    return StateDialogue(
        state,
        report,
        tuple(fact.at for fact in basis),
        tuple(record.label for record in held),
        tuple(moves),
        tuple(exchanges),
        delegates,
        members,
        tuple(_themes(moves)),
    )


def _paired(moves: Sequence[Move], words: DialogueWords, own: frozenset[str]) -> Pairs:
    places = {id(move): place for place, move in enumerate(moves)}
    return tuple(
        Paired(
            places[id(pair.question)],
            tuple(places[id(move)] for line in pair.answer.lines for move in line.moves),
            pair.weight,
        )
        for pair in pairs_of(lines_of(moves, words), words, own)
    )


def _exchanges(moves: Sequence[Move], pairs: Pairs) -> Iterator[Exchange]:
    found = {pair.question: pair for pair in pairs}
    for place, move in enumerate(moves):
        if move.move is not MoveKind.QUESTION:
            continue
        pair = found.get(place)
        if pair is None:
            yield Exchange(move, None, 0.0)
            continue
        said = tuple(moves[each] for each in pair.answer)
        yield Exchange(move, Answer(said) if pair.weight >= SURE else None, pair.weight)


Found = tuple[tuple[Speaker, Reference], ...]


def _speakers(records: Sequence[RecordFacts], state: State) -> tuple[Found, Found]:
    """The delegates and the members whose moves belong to the dialogue, each with the place where they first speak."""
    delegates: dict[str, tuple[Speaker, Reference]] = {}
    members: dict[str, tuple[Speaker, Reference]] = {}
    for record in records:
        asked = {
            fact.speaker.label: _is_asked(fact)
            for fact in record.facts
            if isinstance(fact, Move) and fact.state == state
        }
        for turn in record.turns:
            for speaker in turn.speakers:
                if speaker.label in asked:
                    group = members if asked[speaker.label] else delegates
                    group.setdefault(speaker.label, (speaker, record.place_of(turn)))
    return tuple(delegates.values()), tuple(members.values())


def _is_asked(move: Move) -> bool:
    return move.move in (MoveKind.QUESTION, MoveKind.CONCERN, MoveKind.PRAISE)


def _themes(moves: Sequence[Move]) -> list[ThemeTalk]:
    """What was asked and replied on each theme, the themes in the order in which members raised them."""
    raised = [move for move in moves if move.theme != GENERAL and move.move in (MoveKind.QUESTION, MoveKind.CONCERN)]
    replied = [move for move in moves if not _is_asked(move) and move.move is not MoveKind.PRESENTED]
    return [
        ThemeTalk(
            theme,
            _voices([move for move in raised if move.theme == theme]),
            _voices([move for move in replied if move.theme == theme]),
        )
        for theme in dict.fromkeys(move.theme for move in raised)
    ]


def _voices(moves: Sequence[Move]) -> tuple[Voice, ...]:
    """Who speaks in some moves, each with one reference a paragraph."""
    places: dict[Speaker, dict[tuple[str, int | None], Reference]] = {}
    for move in moves:
        own = places.setdefault(move.speaker, {})
        own.setdefault((move.at.record, move.at.paragraph), move.at)
    return tuple(Voice(speaker, tuple(each.values())) for speaker, each in places.items())
