"""What a formula has found: its sentence, its parts, and the States and texts that they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from precis.facts.fact import Reference, Stage
from precis.facts.formulae.words import Formula, Formulae, TextName
from precis.language.states import State, States

__all__ = ["Memory", "Mention", "Sight"]


@dataclass
class Memory:
    """What the sentences before said: whose reports were considered last, who ratified, and the session named last.

    `own` is the session of the record.
    """

    own: int | None = None
    considered: tuple[State, ...] = ()
    ratified: tuple[State, ...] = ()
    session: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that a sentence names, from `start` to `end`; what is said of it goes on to `until`."""

    text: TextName
    start: int
    end: int
    until: int


@dataclass(frozen=True, slots=True)
class Sight:
    """A formula in a sentence: `low` is its normal form in small letters, `normal` and `exact` are of the same length.

    `reviewed` is the State for which one speaks, in a dialogue; `speaker` is the name of a member or officer who
    speaks. `session` reads the number of a session, `series` those of the reports in a series.
    """

    formula: Formula
    match: re.Match[str]
    low: str
    normal: str
    exact: str
    at: Reference
    words: Formulae
    states: States
    session: Callable[[str], int | None]
    series: Callable[[str], tuple[int, ...]]
    memory: Memory = field(default_factory=Memory)
    reviewed: State | None = None
    speaker: str = ""

    def part(self, name: str) -> str:
        """The words of a part as they stand; empty where the formula has none or found none."""
        if name not in self.match.re.groupindex or self.match[name] is None:
            return ""
        start, end = self.match.span(name)
        return self.exact[start:end].strip(" ,.;")

    def span(self, name: str) -> tuple[int, int]:
        """Where a part stands; nowhere, at the end of the formula, if it has none."""
        if name in self.match.re.groupindex and self.match[name] is not None:
            return self.match.span(name)
        return self.match.end(), self.match.end()

    def listed(self, start: int, end: int) -> tuple[State, ...]:
        """The States of the first list in a stretch: "du Burundi, de l'Irlande et du Togo", or "these five"."""
        out: list[State] = []
        at = start
        for found in self.states.find(self.normal[start:end]):
            first, last = found.start + start, found.end + start
            joined = self.words.join.fullmatch(self.low, at, first) if out else True
            if not joined:
                break
            out.append(found.state)
            at = last
        if not out and self.words.those.search(self.low, start, end):
            return self.memory.considered
        return tuple(dict.fromkeys(out))

    def mentions(self, start: int, end: int) -> list[Mention]:
        """The texts of the Committee that a stretch names, in order; of two at one place the longer."""
        found: list[tuple[int, int, TextName]] = []
        for text in self.words.texts:
            for match in text.words.finditer(self.low, start, end):
                if not any(match.start() < last and first < match.end() for first, last, _ in found):
                    found.append((*match.span(), text))
        found.sort(key=lambda each: each[0])
        nexts = [*(first for first, _, _ in found[1:]), end] if found else []
        return [Mention(text, first, last, until) for (first, last, text), until in zip(found, nexts, strict=True)]

    def stage(self, start: int, end: int, plain: Stage) -> Stage:
        """The stage that the words of a stretch tell, or the plain one."""
        return next((stage for stage, words in self.words.stages.items() if words.search(self.low, start, end)), plain)

    def date(self) -> str:
        """The first date of the sentence."""
        found = self.words.date.search(self.low)
        return self.words.before_date.sub("", self.exact[slice(*found.span())]) if found else ""

    def date_of_act(self) -> str:
        """The date that the formula has, or the first from it on, or else of the sentence; none where it says so."""
        if own := self.part("date"):
            return own
        if "undated" in self.match.re.groupindex and self.match["undated"] is not None:
            return ""  # "l'a ratifiée le 2 décembre et X a fait de même": the day is that of the first
        found = self.words.date.search(self.low, self.match.start())
        return self.words.before_date.sub("", self.exact[slice(*found.span())]) if found else self.date()

    def date_before(self) -> str:
        """A date, or a month alone, that the sentence begins with, as far as the formula; empty if there is none."""
        found = self.words.date.search(self.low, 0, self.match.start())
        if found is not None:
            return self.words.before_date.sub("", self.exact[slice(*found.span())])
        month = self.words.month_before.match(self.low, 0, self.match.start())
        return self.exact[slice(*month.span("date"))] if month else ""

    def numbers(self, start: int, end: int) -> Iterator[int]:
        """The numbers in a stretch, in words or in figures."""
        for match in re.finditer(r"[\w-]+", self.low[start:end]):
            number = self.words.number(match[0])
            if number is not None:
                yield number
