"""Digests and briefings before they are set: sheets of sections, whose words call the paragraphs they rest on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from precis.facts.fact import Part
from precis.model import Block, plain, texts_of

__all__ = ["Cited", "Look", "Paper", "Place", "Section", "Sheet", "has_brackets"]


class Place(StrEnum):
    """Where a section stands: over the whole width, in the main or the side column, in a half or a third."""

    FULL = "full"
    MAIN = "main"
    SIDE = "side"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Look(StrEnum):
    """What a section is, which says how its blocks look; a template gives each its classes of the house style."""

    LEAD = "lead"
    FINDINGS = "findings"
    WHO = "who"
    PROSE = "prose"
    DIALOGUE = "dialogue"
    KEYS = "keys"
    ASKED = "asked"
    DATES = "dates"
    CALENDAR = "calendar"
    FIGURES = "figures"
    UNDERTAKINGS = "undertakings"
    TABLE = "table"
    SMALL = "small"

    @property
    def told(self) -> bool:
        """Whether it says what records say: then each of its statements ends in a reference."""
        return self not in (Look.WHO, Look.CALENDAR, Look.SMALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a sheet: its heading, with what is said beside it, and its blocks. A lead has no heading."""

    look: Look
    blocks: tuple[Block, ...]
    title: str = ""
    aside: str = ""
    place: Place = Place.FULL

    def at(self, place: Place) -> Section:
        """The same section in another place."""
        return replace(self, place=place)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What begins a page. `title` and `about`, the line under it, are empty on the first: the paper has its own."""

    sections: tuple[Section, ...]
    title: str = ""
    about: str = ""


_ADDED = re.compile(r"\[[^\W\d]")
"""Where words in brackets begin; a number in brackets is a counted paragraph."""


def has_brackets(sections: Iterable[Section]) -> bool:
    """Whether sections print words that were added in brackets."""
    return any(
        _ADDED.search(plain(text)) for section in sections for block in section.blocks for text in texts_of(block)
    )


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that a paper rests on, and the words there that it uses, sentence by sentence.

    `part` is that of a reference (precis.facts.fact.Reference): a paragraph, the heading before it, the cover of a
    record, the session's source; of the last two `paragraph` is 0. Papers print references to paragraphs alone.
    `computed` says that the record does not print the paragraph's number. Without words the whole paragraph is meant.
    """

    record: str
    paragraph: int
    words: tuple[str, ...] = ()
    computed: bool = False
    part: Part = "text"

    @property
    def printed(self) -> bool:
        """Whether papers print a reference to it."""
        return self.part == "text"


@dataclass(frozen=True, slots=True)
class Paper:
    """A digest or a briefing.

    `kind` is a kind of source (precis.source.kinds). `title` is the thing it is on ("Ninety-seventh session"), `about`
    the line under it. `stem` is the name of its files; `date` that of the latest record. `records` is the folder of
    the records, or the record, as the source names it. `cited` are the places it rests on by the labels of their calls:
    "1952.18" (precis.documents.session.references). `unconfirmed` are the formulae said in it that no published
    document has confirmed, where that is known.
    """

    kind: str
    title: str
    about: str
    stem: str
    sheets: tuple[Sheet, ...] = ()
    cited: Mapping[str, Cited] = field(default_factory=dict)
    language: str = "en"
    committee: str = ""
    session: int | None = None
    body: str = ""
    date: dt.date | None = None
    sample: bool = False
    records: str = ""
    state: str = ""
    unconfirmed: tuple[str, ...] = field(default=(), compare=False)
