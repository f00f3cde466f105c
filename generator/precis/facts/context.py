"""What a rule sees of a sentence, and the small patterns that several rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from precis.facts.fact import Fact, Reference
from precis.facts.phrases import Phrases
from precis.language.states import State, States
from precis.proceedings import Item, Procedure, Sentence, Speaker

__all__ = ["DATE", "Context", "Rule", "clause_at", "date_in", "session_in"]

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = (
    rf"(?:\d{{1,2}}(?:\s{_MONTH})?(?:\s\d{{4}})?\s?(?:to|and|-|–)\s?\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?"
    rf"|{_MONTH}(?:\s(?:and|to)\s{_MONTH})\s\d{{4}}|\d{{1,2}}\s{_MONTH}(?:\s\d{{4}})?"
    rf"|{_MONTH}\s\d{{4}}|the\s(?:end|beginning|middle|course)\sof\s\d{{4}}|(?:early|late|mid-)\s?\d{{4}})"
)
"""A pattern, without groups, for a date, a month or a range of days."""


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with what stands around it.

    `record` is how references name the record. `state` is the State under review by the heading; `speaker` may be its
    delegate. `item` is the innermost item the sentence stands under, `headings` the words of all, from the outermost.
    `before` is the sentence before, of the same speaker; `listed` are the States last named in a list of this speaker
    before this sentence. `decision` is the line of procedure right below that decides what this sentence proposes.
    """

    sentence: Sentence
    states: States
    phrases: Phrases
    speaker: Speaker | None = None
    state: State | None = None
    headings: tuple[str, ...] = ()
    before: Sentence | None = None
    listed: tuple[State, ...] = ()
    procedure: bool = False
    main: bool = True
    passage: str = ""
    record: str = ""
    item: Item | None = None
    decision: Procedure | None = None
    language: str = "en"

    @property
    def text(self) -> str:
        """The normal text of the sentence."""
        return self.sentence.text

    @property
    def by_delegation(self) -> bool:
        """Whether a delegate of the State under review speaks."""
        return self.speaker is not None and self.state is not None and self.speaker.state == self.state

    def at(self, start: int = 0, end: int | None = None) -> Reference:
        """The place of the words `start` to `end`: the clause they stand in where the sentence is long."""
        first, last = clause_at(self.text, start, len(self.text) if end is None else end)
        return self.whole(self.sentence, self.sentence.exact[first:last])

    def whole(self, sentence: Sentence, words: str | None = None) -> Reference:
        """The place of a sentence of the record: all its words, or those given."""
        return Reference(self.record, sentence.number, sentence.place, sentence.exact if words is None else words)


Rule = Callable[[Context], Iterable[Fact]]

LONG = 320
"""A sentence of more characters is cited by the clause that gives the fact."""


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a long sentence, between semicolons, that holds the words `start` to `end`; all of a short one."""
    if len(text) <= LONG:
        return 0, len(text)
    first = text.rfind("; ", 0, start)
    last = text.find("; ", end)
    return (0 if first < 0 else first + 2), (len(text) if last < 0 else last)


def date_in(text: str) -> str:
    """The first date in a text, as printed; empty if there is none."""
    match = re.search(rf"\b{DATE}", text)
    return match[0] if match else ""


def session_in(text: str) -> int | None:
    """The number of the session that a text names last: "its forty-first session"."""
    from precis.language.english import our_english

    grammar = our_english()
    found = re.findall(rf"({grammar.session_pattern})(?:\sand\s{grammar.session_pattern})?\s+sessions?\b", text, re.I)
    return grammar.read_session(found[-1]) if found else None
