"""What a paper is written with: the facts of a session, the sentences of its records, the words of a language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, TypeVar

from precis.assets import Assets
from precis.documents.session.dates import When
from precis.documents.session.lines import Line, Lines
from precis.documents.session.references import Citations
from precis.documents.session.speech import Prose
from precis.documents.session.telling import Teller
from precis.documents.session.words import Words, load_words
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Move, MoveKind, Reference
from precis.facts.record import RecordFacts
from precis.facts.session import RECORDED, Meeting, SessionFacts
from precis.facts.themes import GENERAL, theme_labels
from precis.language import load_wording
from precis.language.states import State, is_confirmed, state_in
from precis.model import Inlines, Run, plain
from precis.proceedings import Item, Speaker

__all__ = ["Desk", "desk_of", "once"]

T = TypeVar("T")
_COLON = " \u00a0:："
_CHAIR = "Chair"
"""The office that covers name by their label, which agrees with the person."""


@dataclass
class Desk:
    """What all parts of a paper share; `citations` gathers what they rest on, `made` keeps what `once` made, `items`
    what `turns.items_of` found.
    """

    facts: SessionFacts
    lines: Lines
    words: Words
    teller: Teller
    assets: Assets
    citations: Citations = field(default_factory=Citations)
    made: dict[tuple[object, int], tuple[Any, ...]] = field(default_factory=dict)
    items: dict[str, dict[Item, list[Line]]] = field(default_factory=dict)

    def cleared(self) -> Desk:
        """The desk for another paper on the same facts."""
        return Desk(self.facts, self.lines, self.words, self.teller, self.assets)

    def state(self, state: State) -> State:
        """A State under its name in the language of the paper; one that no published document has confirmed is told."""
        if not state.unlisted and not is_confirmed(state, self.words.language, self.assets):
            self.words.said_unconfirmed.add(f"states.{state.code}")
        return state_in(state, self.words.language, self.assets)

    def theme(self, name: str) -> str:
        """What the paper calls a theme; other questions where there is none."""
        labels = theme_labels(self.assets, self.words.language)
        return self.words.text("general") if name == GENERAL else labels.get(name) or self.words.of("themes", name)

    def said(self, at: Reference) -> Line | None:
        """The sentence at a place."""
        return self.lines.of(at)

    def moves(self, dialogue: StateDialogue, *kinds: MoveKind) -> Iterator[tuple[Move, Line]]:
        """The moves of these kinds, each with its sentence, in the order of the records."""
        for move in dialogue.moves:
            if move.move in kinds:
                line = self.lines.of(move.at)
                if line is not None:
                    yield move, line

    def prose(self, line: Line) -> Prose:
        """The small words of the language of a sentence."""
        return self.words.tongue(line.language).prose

    def saying(self, line: Line, name: str, /, **values: str) -> str:
        """Words that join a sentence to who says it, in the language of the sentence."""
        return plain(self.words.tongue(line.language).formulae[name].say(values))

    def dates(self, line: Line) -> Iterator[When]:
        """The dates to come that a sentence names."""
        return self.words.tongue(line.language).calendar.find(line.text, self.held(line))

    def person(self, speaker: Speaker) -> str:
        """How lists name somebody: as a record in the language of the paper does, if one does."""
        return self.words.wording.person(self._people.get(speaker.name) or speaker.label)

    def chair(self, name: str) -> str:
        """The same of a Chair by the name that a cover has."""
        return self.words.wording.person(self._people.get(name.partition(" ")[2]) or name)

    def office(self, office: str, *, of: str, language: str = "") -> str:
        """An office in the language of the paper, as it agrees with somebody; as records say it if it has no word.

        `language` is that of the record whose words for it these are.
        """
        if language and language != self.words.language:
            own = load_wording(language, self.assets)
            presides = office.casefold() == own.label("chair", of=of).rstrip(_COLON).casefold()
            office = _CHAIR if presides else own.office_of(office, of=of)
        if office == _CHAIR:
            return self.words.wording.label("chair", of=of).rstrip(_COLON)
        return self.words.wording.office(office, of=of)

    @cached_property
    def _people(self) -> dict[str, str]:
        """What those who spoke or presided are called, by their names without a title."""
        records = sorted(self.facts.records, key=lambda record: record.record.language != self.words.language)
        found: dict[str, str] = {}
        for record in records:
            for line in self.lines.record(record.label):
                if line.speaker is not None and line.speaker.name:
                    found.setdefault(line.speaker.name, line.speaker.label)
            for chair in record.record.chairs:
                found.setdefault(chair.name.partition(" ")[2], chair.name)
        return found

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the session; one whose two parts have a record each is one with a record."""
        found: dict[object, Meeting] = {}
        for meeting in self.facts.meetings:
            key = meeting.numbers if meeting.numbers.first else meeting
            known = found.get(key)
            first = meeting if known is None else min(known, meeting, key=lambda each: len(each.label))
            found[key] = first if known is None else replace(first, status=RECORDED)
        return tuple(found.values())

    def record(self, label: str) -> RecordFacts:
        """The facts of a record by its label."""
        return next(record for record in self.facts.records if record.label == label)

    def meeting(self, label: str) -> Meeting | None:
        """The meeting that a record is of."""
        return self._meetings.get(label)

    @cached_property
    def _meetings(self) -> dict[str, Meeting]:
        """The meetings by the labels of their records; of two of one label the first."""
        return {meeting.label: meeting for meeting in reversed(self.facts.meetings)}

    def held(self, line: Line) -> dt.date | None:
        """The day of the meeting at which a sentence was said."""
        meeting = self.meeting(line.at.record)
        return None if meeting is None else meeting.date

    def cite(self, text: str, lines: Iterable[Line]) -> Inlines:
        """Words of records and the calls of the sentences that they are."""
        return self.citations.say(text, *(line.at for line in lines))

    def cell(self, lines: Iterable[Line]) -> Inlines:
        """A cell of nothing but calls."""
        return self.citations.calls(line.at for line in lines)

    def chair_of(self, label: str) -> str:
        """Who presided over a meeting, the last where there were several."""
        chairs = self.record(label).record.chairs
        return self.chair(chairs[-1].name) if chairs else ""

    def lowered(self, title: str) -> str:
        """A title as it stands inside a line: with a small letter, unless it begins with a name."""
        word = title.partition(" ")[0]
        if word.removesuffix("s") in self.words.own.itself:
            return title
        return title if f" {word} " in self._text else title[:1].lower() + title[1:]

    @cached_property
    def _text(self) -> str:
        """All sentences, a line each."""
        return "\n".join(line.text for record in self.facts.records for line in self.lines.record(record.label))

    def speech(self, line: Line) -> str:
        """What a sentence says, without who says it."""
        return self.teller.clause(line)


def once(make: Callable[[StateDialogue, Desk], Sequence[T]]) -> Callable[[StateDialogue, Desk], tuple[T, ...]]:
    """A function that makes something of a dialogue, but only once for a desk: a paper is tried in many extents."""

    @wraps(make)
    def made(dialogue: StateDialogue, desk: Desk) -> tuple[T, ...]:
        key = make, id(dialogue)
        if key not in desk.made:
            desk.made[key] = tuple(make(dialogue, desk))
        return desk.made[key]

    return made


def desk_of(facts: SessionFacts, assets: Assets, language: str = "en") -> Desk:
    """A desk for a paper in `language`; PrecisError if papers are not written in it."""
    words = load_words(language, assets, [each.record.language for each in facts.records])
    lines = Lines(facts.records)
    names = [state_in(dialogue.state, each, assets).name for dialogue in facts.dialogues for each in words.tongues]
    return Desk(facts, lines, words, Teller(lines, words, names), assets)


def role_of(speaker: Speaker, state: State | None = None) -> str:
    """In what capacity somebody speaks: an office, a State, an organization."""
    if speaker.role:
        return speaker.role
    if speaker.state is not None and speaker.state != state:
        return speaker.state.name
    return speaker.organization


def runs(text: str) -> Inlines:
    """A text as it stands in a cell; nothing for none."""
    return (Run(text),) if text else ()
