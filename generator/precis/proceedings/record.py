"""The proceedings of a record: its items, turns and lines of procedure, and for each passage those that it is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.model import Record
from precis.proceedings.decision import decision_on
from precis.proceedings.items import Item, items_of
from precis.proceedings.passages import Passage, Sentence, passages_of, sentences_of
from precis.proceedings.procedure import Lines, Procedure, ProcedureKind
from precis.proceedings.referents import Earlier
from precis.proceedings.speaker import Speaker, Speakers
from precis.proceedings.turns import Begun, Turn, begun_in, delegates_in, labels_in, turns_of
from precis.proceedings.vote import recorded_vote

__all__ = ["Proceedings", "Said", "proceedings_of"]


@dataclass(frozen=True, slots=True)
class Said:
    """A passage with what it is part of: the items it stands under, from the outermost; who speaks; the procedure.

    `state` is the State under review: by the headings, or where they do not say it by whose delegation is at the
    table. `first` says that a heading stands right above. Where the speakers begin, `lead` characters say who speaks;
    it is 0 where they go on.
    """

    passage: Passage
    sentences: tuple[Sentence, ...]
    items: tuple[Item, ...]
    speakers: tuple[Speaker, ...]
    state: State | None
    procedure: Procedure | None
    first: bool = False
    lead: int = 0

    @property
    def begins(self) -> bool:
        """Whether its speakers begin here."""
        return self.lead > 0

    @property
    def item(self) -> Item | None:
        """The innermost item, None before the first heading."""
        return self.items[-1] if self.items else None

    @property
    def speaker(self) -> Speaker | None:
        """Who speaks, the first where there are several; None where nobody does."""
        return self.speakers[0] if self.speakers else None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What happened at a meeting, in the order of its record."""

    language: str
    items: tuple[Item, ...]
    turns: tuple[Turn, ...]
    procedure: tuple[Procedure, ...]
    said: tuple[Said, ...]


def proceedings_of(record: Record, wording: Wording, states: States) -> Proceedings:
    """The proceedings of a record in the language of the wording."""
    items = items_of(record, wording, states)
    said = tuple(_said(record, items, wording, states))
    passages = [each.passage for each in said]
    begun = [each.speakers if each.begins else () for each in said]
    turns = turns_of(
        passages, begun, [each.first or each.passage.italic or each.procedure is not None for each in said]
    )
    lines = dict.fromkeys(each.procedure for each in said if each.procedure is not None)
    return Proceedings(record.language, tuple(items), tuple(turns), (*_apart(record, lines),), said)


def _said(record: Record, items: Sequence[Item], wording: Wording, states: States) -> Iterator[Said]:
    """The passages of a record, each with what it is part of."""
    passages = list(passages_of(record))
    reader = _Reader(passages, wording, states)
    above = _Above(items)
    counted = _Counted(wording)
    current: tuple[Speaker, ...] = ()
    table: State | None = None
    for index, passage in enumerate(passages):
        first = above.move_to(passage.at.block)
        if first:
            current = ()
            reader.told.clear()
        if above.main_changed:
            table = None
        labels = labels_in(passage, reader.speakers, emphasis=reader.bold)
        procedure = reader.procedure(index, labels.sure, above.items)
        current = () if procedure is not None or passage.italic else current
        begun = Begun() if procedure else begun_in(passage, labels, reader.speakers, current, above.reviewed)
        current = begun.speakers or current
        if procedure is not None and procedure.kind in (ProcedureKind.ARRIVAL, ProcedureKind.WITHDRAWAL):
            table = procedure.states[0] if procedure.states and procedure.kind is ProcedureKind.ARRIVAL else None
        state = above.state or table
        if state is not None:
            reader.speakers.note_delegates(delegates_in(passage.text, wording), state)
        sentences = counted.sentences(passage)
        yield Said(passage, sentences, above.items, current, state, procedure, first, begun.lead)
        if passage.main and procedure is None:
            reader.told.extend(sentences)


class _Counted:
    """Counts the sentences of each numbered paragraph, as one goes down."""

    def __init__(self, wording: Wording) -> None:
        self._words = wording.small_words
        self._number: int | None = None
        self._count = 0

    def sentences(self, passage: Passage) -> tuple[Sentence, ...]:
        """The sentences of the next passage."""
        if passage.number != self._number:
            self._number, self._count = passage.number, 0
        own = tuple(sentences_of(passage, self._count, self._words))
        self._count += len(own)
        return own


class _Reader:
    """What is known of a record while its passages are gone through: its speakers, and what was told so far.

    `told` are the sentences since the last heading. `bold` says that its speakers are in bold type.
    """

    def __init__(self, passages: Sequence[Passage], wording: Wording, states: States) -> None:
        main = [passage for passage in passages if passage.main]
        self.bold = any(passage.bold for passage in main)
        self.speakers = Speakers(wording, states)
        self.told: list[Sentence] = []
        self._italic = any(passage.italic for passage in main)
        self._passages = passages
        self._wording, self._states = wording, states
        self._lines = Lines(wording, (each.exact for each in main if each.italic or not self._italic))
        self._voting: Procedure | None = None
        self._lists = 0

    def procedure(self, index: int, spoken: bool, items: Sequence[Item]) -> Procedure | None:
        """The line of procedure that a passage is or belongs to, or None; the lists of a vote belong to its line.

        `spoken` says that the passage begins with who speaks.
        """
        passage = self._passages[index]
        if self._lists:
            self._lists -= 1
            return self._voting
        if not passage.main or spoken or not (passage.italic or not self._italic):
            return None
        line = self._lines.line(passage, self._wording, self._states)
        if line is None:
            return None
        if line.kind is ProcedureKind.VOTE:
            recorded = recorded_vote(self._passages[index + 1 :], self._wording, self._states)
            if recorded is not None:
                line = replace(line, vote=recorded[0])
                self._voting, self._lists = line, recorded[1]
        if line.kind is ProcedureKind.DECISION:
            headings = [(item.words, item.at) for item in items]
            decision = decision_on(Earlier(self.told, headings, self._wording, self._states))
            line = replace(line, decision=decision)
        return line


class _Above:
    """The items above a place in the text, as one goes down."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._coming = list(reversed(items))
        self.items: tuple[Item, ...] = ()
        self.main_changed = False

    @property
    def state(self) -> State | None:
        """The State under review by the nearest heading that names one."""
        return next((item.state for item in reversed(self.items) if item.state), None)

    @property
    def reviewed(self) -> State | None:
        """The State whose report is considered in a dialogue."""
        return next((item.state for item in reversed(self.items) if item.dialogue), None)

    def move_to(self, block: int) -> bool:
        """Go down to a block; whether a heading stands between it and the last."""
        main = self.items[:1]
        moved: list[Item] = []
        while self._coming and self._coming[-1].at.block < block:
            item = self._coming.pop()
            # Of two headings in a row on one level, both stand above what follows.
            kept = (
                each for each in self.items if each.level < item.level or (each in moved and each.level == item.level)
            )
            self.items = (*kept, item)
            moved.append(item)
        self.main_changed = self.items[:1] != main
        return bool(moved)


def _apart(record: Record, lines: Iterable[Procedure]) -> Iterator[Procedure]:
    """The lines of procedure, with the opening and the closing line of the record."""
    if record.opening is not None:
        yield Procedure(None, ProcedureKind.OPENING, "", record.opening.time)
    yield from lines
    if record.closing is not None:
        yield Procedure(None, ProcedureKind.CLOSING, "", record.closing.time)
