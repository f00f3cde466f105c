"""The proceedings of a record: its items, turns and lines of procedure, and for each passage those that it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.language.states import State, States
from precis.language.wording import Wording
from precis.model import Record
from precis.proceedings.items import Item, items_of
from precis.proceedings.passages import Passage, Sentence, passages_of, sentences_of
from precis.proceedings.procedure import Procedure, ProcedureKind, procedure_of
from precis.proceedings.speaker import Speaker, Speakers
from precis.proceedings.turns import Turn, speakers_of, turns_of

__all__ = ["Proceedings", "Said", "proceedings_of"]


@dataclass(frozen=True, slots=True)
class Said:
    """A passage with what it is part of: the items it stands under, from the outermost; who speaks; the procedure.

    `state` is the State under review: by the headings, or where they do not say it by whose delegation is at the
    table. `first` says that a heading stands right above; `begins` that the speakers begin here.
    """

    passage: Passage
    sentences: tuple[Sentence, ...]
    items: tuple[Item, ...]
    speakers: tuple[Speaker, ...]
    state: State | None
    procedure: Procedure | None
    first: bool = False
    begins: bool = False

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
    items = list(items_of(record, wording, states))
    said = tuple(_said(record, items, wording, states))
    passages = [each.passage for each in said]
    begun = [each.speakers if each.begins else () for each in said]
    turns = turns_of(passages, begun, [each.first or each.passage.italic for each in said])
    lines = (each.procedure for each in said if each.procedure is not None)
    return Proceedings(record.language, tuple(items), tuple(turns), (*_apart(record, lines),), said)


def _said(record: Record, items: Sequence[Item], wording: Wording, states: States) -> Iterator[Said]:
    passages = list(passages_of(record))
    bold = any(passage.bold for passage in passages if passage.main)
    italic = any(passage.italic for passage in passages if passage.main)
    speakers = Speakers(wording, states)
    above = _Above(items)
    before: Sentence | None = None
    current: tuple[Speaker, ...] = ()
    table: State | None = None
    number, counted = None, 0
    for passage in passages:
        first = above.move_to(passage.at.block)
        if first:
            before, current = None, ()
        if above.main_changed:
            table = None
        if passage.number != number:
            number, counted = passage.number, 0
        own = tuple(sentences_of(passage, counted, wording.small_words))
        counted += len(own)
        procedure = procedure_of(passage, before, wording, states, emphasis=italic)
        if passage.italic:
            current = ()
        new = () if procedure is not None else speakers_of(passage, speakers, emphasis=bold)
        current = new or current
        if procedure is not None and procedure.kind is ProcedureKind.ARRIVAL:
            table = procedure.states[0] if procedure.states else None
        elif procedure is not None and procedure.kind is ProcedureKind.WITHDRAWAL:
            table = None
        state = next((item.state for item in reversed(above.items) if item.state), table)
        yield Said(passage, own, above.items, current, state, procedure, first, bool(new))
        if passage.main and own:
            before = own[-1]


class _Above:
    """The items above a place in the text, as one goes down."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._coming = list(reversed(items))
        self.items: tuple[Item, ...] = ()
        self.main_changed = False

    def move_to(self, block: int) -> bool:
        """Go down to a block; whether a heading stands between it and the last."""
        main = self.items[:1]
        moved = False
        while self._coming and self._coming[-1].at.block < block:
            item = self._coming.pop()
            self.items = (*(each for each in self.items if each.level < item.level), item)
            moved = True
        self.main_changed = self.items[:1] != main
        return moved


def _apart(record: Record, lines: Iterator[Procedure]) -> Iterator[Procedure]:
    """The lines of procedure, with the opening and the closing line of the record."""
    if record.opening is not None:
        yield Procedure(None, ProcedureKind.OPENING, "", record.opening.time)
    yield from lines
    if record.closing is not None:
        yield Procedure(None, ProcedureKind.CLOSING, "", record.closing.time)
