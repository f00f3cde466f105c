"""How much of each thing a digest or briefing holds, and what it left out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from precis.documents.digest import Words

__all__ = ["BRIEF", "DIGEST", "LEVELS", "Limits"]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of each: rows of questions, undertakings, figures, concerns and praise a State;

    themes, statements of a list, documents, rows of the calendar, speakers and key points a document. `length` is in
    characters, of a sentence that is quoted. `left` counts what was left out, by the title of its section.
    """

    exchanges: int = 10
    undertakings: int = 8
    figures: int = 6
    concerns: int = 4
    themes: int = 14
    listed: int = 12
    documents: int = 30
    meetings: int = 45
    speakers: int = 14
    key: int = 5
    states: int = 12
    length: int = 200
    left: dict[str, int] = field(default_factory=dict, compare=False)

    def scaled(self, part: float) -> Limits:
        """The same with `part` of each, from 0 to 1, rounded up: at least one of each, sentences at least 90 long."""
        numbers = {
            each.name: math.ceil(getattr(self, each.name) * part) for each in fields(self) if each.name != "left"
        }
        numbers["length"] = max(90, round(self.length * (0.6 + 0.4 * part)))
        numbers["key"] = self.key
        return replace(self, **numbers, left={})

    def take(self, title: str, items: Sequence[Item], most: int) -> Sequence[Item]:
        """The first `most` of `items`; what is left out is counted under `title`."""
        if len(items) > most:
            self.left[title] = self.left.get(title, 0) + len(items) - most
        return items[:most]

    def told(self, words: Words) -> str:
        """What was left out, in words; empty if nothing was."""
        parts = [words.say("left_one", count=count, title=title) for title, count in self.left.items()]
        return words.say("left_out", what="; ".join(parts)) if parts else ""


DIGEST = Limits()
"""What a digest of eight pages may hold before it is fitted."""

BRIEF = Limits(
    exchanges=8,
    undertakings=5,
    figures=5,
    concerns=3,
    themes=8,
    listed=8,
    documents=10,
    meetings=12,
    speakers=12,
    key=3,
    states=8,
    length=150,
)
"""What a briefing may hold before it is fitted."""

LEVELS = tuple(step / 16 for step in range(16, -1, -1))
"""The parts of the limits that are tried, from all to the least, until the pages fit."""
