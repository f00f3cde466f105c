"""What a kind of fact sees of a sentence, and what is remembered of those before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from precis.facts.clauses import Clause, ClauseGrammar, clauses_of
from precis.facts.dialogue.anchors import keys_of
from precis.facts.fact import Reference
from precis.facts.patterns import Patterns
from precis.facts.words import FactWords
from precis.language.states import FoundState, State, States
from precis.proceedings import Item, Procedure, Report, Sentence, Speaker

__all__ = ["Context", "Memory", "clause_at"]


@dataclass
class Memory:
    """What the sentences before said that a later one speaks of: "those States parties", "that session".

    `considered` are the States whose dialogues the record has told of so far, `listed` those last named in a list.
    `session` is the one last named, `planned` if it is to come, `sessions` all that were planned with it; `text` the
    kind of text last named, `treaty` the treaty last named in full, `proposed` what was proposed last, `departed` who
    left. `gave` says that the sentence before gave the text that a decision adopts. `proposals` are those since the
    last decision, `made` the same and what was proposed without such a verb, `unopposed` what the Chair put to all
    "if he heard no objection", and where, `proposer` who proposed last, `worded` the words of a text that a sentence
    named since, as in "the word 'tribes'". `reprisal` is the paragraph and the sentence that told of a reprisal last,
    `methods` those of the last proposal on working methods, `inquiry` the paragraph that spoke of an inquiry last,
    `inquired` the paragraph and the only State that a sentence named last. `protocols` are those named in full so far.
    """

    considered: dict[State, Report] = field(default_factory=dict)
    listed: tuple[State, ...] = ()
    session: tuple[int, ...] = ()
    sessions: tuple[int, ...] = ()
    planned: bool = False
    text: str = ""
    treaty: str = ""
    protocols: list[str] = field(default_factory=list)
    proposed: str = ""
    departed: set[str] = field(default_factory=set)
    gave: bool = False
    proposals: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    unopposed: tuple[str, Reference | None] = ("", None)
    proposer: str = ""
    worded: str = ""
    reprisal: tuple[int | None, int] = (None, 0)
    methods: tuple[int | None, int] = (None, 0)
    inquiry: int | None = None
    inquired: tuple[int | None, State | None] = (None, None)

    def note(self, states: Iterable[State]) -> None:
        """Remember a list of States, if it is one: the next "those States parties" speaks of them."""
        found = tuple(dict.fromkeys(states))
        if len(found) > 1:
            self.listed = found


def _no_session(_: str) -> int | None:
    return None


def _no_series(_: str) -> tuple[int, ...]:
    return ()


@dataclass(frozen=True)
class Context:
    """A sentence with what stands around it.

    `record` is how references name the record, `body` are the names of its body. `state` is the State under review by
    the heading; `speaker` may be its delegate. `item` is the innermost item the sentence stands under, `headings` the
    words of all, from the outermost. `before` is the sentence before. `decision` is the line of procedure right below
    that decides what this sentence proposes, `line` the line of procedure that it is itself. `treaties` are the names
    of the treaty, `held` and `session` the day and the session of the meeting. `begins` says that a turn begins here.
    `reviewed` are the States under review by the headings; `by_delegation` says that one speaks for `state`.
    `read_session` reads the number of a session, `read_series` those of the reports in a series.
    """

    sentence: Sentence
    states: States
    words: FactWords
    grammar: ClauseGrammar
    memory: Memory
    speaker: Speaker | None = None
    state: State | None = None
    headings: tuple[str, ...] = ()
    before: Sentence | None = None
    main: bool = True
    passage: str = ""
    record: str = ""
    item: Item | None = None
    decision: Procedure | None = None
    line: Procedure | None = None
    body: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    held: dt.date | None = None
    session: int | None = None
    begins: bool = False
    reviewed: tuple[State, ...] = ()
    by_delegation: bool = False
    read_session: Callable[[str], int | None] = _no_session
    read_series: Callable[[str], tuple[int, ...]] = _no_series

    @property
    def text(self) -> str:
        """The normal text of the sentence."""
        return self.sentence.text

    @property
    def procedure(self) -> bool:
        """Whether the sentence is a line of procedure, or stands where one would: nobody speaks."""
        return self.line is not None

    @property
    def presided(self) -> bool:
        """Whether the Chair of the meeting speaks."""
        return self.speaker is not None and self.speaker.presides

    @property
    def heading_names_state(self) -> bool:
        """Whether a heading says whose report is considered."""
        return bool(self.reviewed)

    @property
    def proposal(self) -> Reference | None:
        """The place of the sentence before, which a decision decides."""
        return self.whole(self.before) if self.before is not None else None

    @property
    def patterns(self) -> Patterns:
        """The patterns of the kinds, by name."""
        return self.words.patterns

    def find(self, name: str) -> re.Match[str] | None:
        """The first place of a pattern in the sentence; it is not looked for where words that it needs are missing."""
        if not self.patterns.needs(name).met(self.low, self.keys):
            return None
        return self.patterns[name].search(self.text)

    @cached_property
    def low(self) -> str:
        """The sentence in small letters."""
        return self.text.lower()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The beginnings of the words of the sentence, by which it is told which patterns may stand there."""
        return keys_of(self.low)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The verbs that the sentence may hold."""
        return self.grammar.lemmas(self.text)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence."""
        return clauses_of(self.text, self.grammar)

    @cached_property
    def found(self) -> tuple[FoundState, ...]:
        """The States that the sentence names, in order."""
        return tuple(self.states.find(self.text))

    def is_own_body(self, words: str) -> bool:
        """Whether words begin with the name of the record's own body."""
        low = words.lower()
        return any(low.startswith((name, f"the {name}")) for name in self.body)

    def sessions_in(self, text: str) -> tuple[int, ...]:
        """The numbers of the session or sessions that a text names first: "its forty-first and forty-second"."""
        found = self.patterns["context.sessions"].search(text)
        if found is None:
            return ()
        numbers = (self.read_session(word) for word in found.groups() if word)
        return tuple(number for number in numbers if number is not None)

    def people_in(self, text: str) -> list[str]:
        """The persons that a text names, each with a title."""
        return [name.removesuffix("'s") for name in self.patterns["context.person"].findall(text)]

    def at(self, start: int = 0, end: int | None = None) -> Reference:
        """The place of the words `start` to `end`: the clause they stand in where the sentence is long."""
        first, last = clause_at(self.text, start, len(self.text) if end is None else end)
        return self.whole(self.sentence, self.sentence.exact[first:last])

    def whole(self, sentence: Sentence, words: str | None = None) -> Reference:
        """The place of a sentence of the record: all its words, or those given."""
        return Reference(self.record, sentence.number, sentence.place, sentence.exact if words is None else words)


LONG = 320
"""A sentence of more characters is cited by the clause that gives the fact."""


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a long sentence, between semicolons, that holds the words `start` to `end`; all of a short one."""
    if len(text) <= LONG:
        return 0, len(text)
    first = text.rfind("; ", 0, start)
    last = text.find("; ", end)
    return (0 if first < 0 else first + 2), (len(text) if last < 0 else last)
