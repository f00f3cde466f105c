"""What a State promises with its year: laws, ratifications, referenda. Each stands beside the promise that tells it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.assets.late import LatePattern
from precis.facts.dates import last_day
from precis.facts.fact import Fact, Move, MoveKind
from precis.language.states import State
from precis.proceedings import normal

__all__ = ["PLAN_WORDS", "PlanWords", "StatePlan", "state_plans"]

_WHAT = ("ratification", "referendum", "law")
"""What is planned, in the order in which its words are looked for."""
PLAN_WORDS = (*_WHAT, "named", "pronoun", "when", "earlier", "never")
"""The patterns of a language that tell plans."""


@dataclass(frozen=True, slots=True)
class StatePlan(Fact):
    """What a State plans: a "ratification", a "law" or a "referendum", and when."""

    kind: ClassVar[str] = "state plan"

    what: str
    date: str
    state: State


class PlanWords:
    """The words of a language that tell plans; `months` are its months in small letters."""

    def __init__(self, patterns: Mapping[str, str], months: Sequence[str]) -> None:
        self._what = {what: LatePattern(rf"(?<!\w)(?:{patterns[what]})(?!\w)") for what in _WHAT}
        self._pronoun = LatePattern(rf"(?<!\w)(?:{patterns['pronoun']})(?!\w)")
        self._named = LatePattern(rf"(?<!\w)(?:{patterns['named']})(?!\w)")
        self._when = LatePattern(rf"(?<!\w)(?:{patterns['when']})(?!\w)")
        self._earlier = LatePattern(rf"(?:{patterns['earlier']})")
        self._never = LatePattern(rf"(?<!\w)(?:{patterns['never']})(?!\w)")
        self._months = tuple(months)

    def of(self, text: str, before: str, held: dt.date | None) -> tuple[str, str] | None:
        """What a promise plans, and its day to come in the words of the record; None where it plans nothing.

        `before` is the sentence before, which may name the law that the promise calls "it".
        """
        low = text.lower()
        if self._never.search(low):
            return None
        for what, words in self._what.items():
            found = words.search(low)
            if found is None and what == "law" and self._named.search(before.lower()):
                found = self._pronoun.search(low)
            date = self._date(text, low, found.start(), held) if found else ""
            if date:
                return what, date
        return None

    def _date(self, text: str, low: str, start: int, held: dt.date | None) -> str:
        """The first day to come behind what is planned, or else before it."""
        found = list(self._when.finditer(low))
        for match in sorted(found, key=lambda each: each.start() < start):
            date = text[slice(*match.span("date"))]
            if self._earlier.fullmatch(date.lower()):
                years = re.findall(r"\b(?:19|20)\d\d\b", text[: match.start()])
                date = years[-1] if years else ""
            day = last_day(date.lower(), self._months)
            if day is not None and (held is None or day >= held):
                return date
        return ""


def state_plans(moves: Sequence[Move], words: PlanWords, held: dt.date | None) -> Iterator[StatePlan]:
    """The plans with a year among what delegations promise at a meeting held on a day."""
    before = last = ""
    for move in moves:
        if move.at.words != last:
            before, last = last, move.at.words
        if move.move is MoveKind.UNDERTAKING:
            plan = words.of(normal(last), normal(before), held)
            if plan is not None:
                yield StatePlan(move.at, *plan, move.state)
