"""Digests and briefings: what they hold, and the statements they are made of, each with the words it rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from precis.assets import Assets, read_table
from precis.facts.fact import Reference
from precis.language import Wording, load_wording
from precis.language.shapes import ours, said_like
from precis.model import Block, Bullets, Call, Heading, Inlines, Paragraph, PrecisError, Run

__all__ = ["MARKS", "Cited", "Digest", "Words", "load_words", "shortened"]

MARKS = ("{calendar}", "{shares}")
"""Paragraphs that stand for a drawing."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest or a briefing: its text, whose calls name the references it rests on.

    `kind` is the name of one of the kinds of source (source/kinds.py). `stem` is the name of its files; `date` that
    of the latest record it is made from. `records` is the folder of the records, or the record, as the source names it.
    """

    kind: str
    title: str
    stem: str
    blocks: tuple[Block, ...]
    references: Mapping[str, Reference]
    language: str = "en"
    committee: str = ""
    treaty: str = ""
    session: int | None = None
    date: dt.date | None = None
    sample: bool = False
    records: str = ""
    state: str = ""


@dataclass
class Cited:
    """Gathers blocks, and gives each reference a label of its own."""

    references: dict[str, Reference] = field(default_factory=dict)

    def calls(self, references: Iterable[Reference]) -> Inlines:
        """The calls of `references`, each once: a paragraph and the words, whichever sentence they are."""
        whole = (replace(reference, sentence=0) for reference in references)
        return tuple(Call(self._label(reference)) for reference in dict.fromkeys(whole))

    def _label(self, reference: Reference) -> str:
        meeting = re.search(r"SR\.(\d+)", reference.record)
        record = meeting[1] if meeting else re.sub(r"\W+", "-", reference.record)
        where = "cover" if reference.part == "cover" else str(reference.paragraph or 0)
        stem = "session" if reference.part == "source" else f"{record}.{where}"
        number, label = 1, stem
        while label in self.references:
            number += 1
            label = f"{stem}-{number}"
        self.references[label] = reference
        return label

    def say(self, text: str, *references: Reference) -> Inlines:
        """A statement: its words and the calls of what it rests on."""
        return (Run(text), *self.calls(references)) if references else (Run(text),)

    def paragraph(self, text: str, *references: Reference) -> Paragraph:
        """A statement that stands by itself."""
        return Paragraph(1, self.say(text, *references))

    def bullets(self, statements: Sequence[tuple[str, Sequence[Reference]]]) -> Bullets:
        """A list of statements."""
        return Bullets(tuple(self.say(text, *references) for text, references in statements))


class Words:
    """The fixed words of digests in one language, and the wording of dates and numbers."""

    def __init__(self, data: Mapping[str, Any], wording: Wording) -> None:
        self.data = data
        self.wording = wording

    def say(self, name: str, **slots: Any) -> str:
        """A formula of [say], filled; {Text} is the slot `text` with a capital."""
        return self._filled(self.data["say"][name], slots)

    def head(self, name: str, **slots: Any) -> str:
        """A formula of [head], filled."""
        return self._filled(self.data["head"][name], slots)

    def title(self, name: str) -> str:
        """The title of a section."""
        text: str = self.data["titles"][name]
        return text

    def heading(self, name: str, level: int = 1) -> Heading:
        """The heading of a section."""
        return Heading(level, (Run(self.title(name)),))

    def columns(self, name: str) -> tuple[Inlines, ...]:
        """The heads of a table."""
        return tuple((Run(text),) for text in self.data["columns"][name])

    def of(self, part: str, name: str) -> str:
        """A word of another part of the file."""
        text: str = self.data[part][name]
        return text

    def ordinal(self, session: int) -> str:
        """The number of a session in words: "thirty-ninth"."""
        return self.wording.grammar.session(session)

    def meeting(self, number: int) -> str:
        """The number of a meeting: "590th"."""
        return self.wording.grammar.meeting(number)

    def date(self, date: dt.date) -> str:
        """A date: 13 December 2024."""
        return self.wording.grammar.date(date)

    def time(self, time: dt.time) -> str:
        """A time: 3 p.m."""
        return self.wording.grammar.time(time)

    @staticmethod
    def _filled(formula: str, slots: Mapping[str, Any]) -> str:
        text = slots.get("text")
        capital = {"Text": f"{text[0].upper()}{text[1:]}"} if isinstance(text, str) and text else {}
        return formula.format(**slots, **capital)


def load_words(language: str, assets: Assets) -> Words:
    """The words of digests in `language`; PrecisError if there are none, or if the file is wrong."""
    data = read_table(assets, "languages", language, "digest.toml", shape=said_like(ours("digest.toml")))
    if data is None:
        known = ", ".join(assets.names("languages", "/digest.toml"))
        raise PrecisError.one("unknown-language", f"digests are not written in '{language}'; they are in: {known}")
    return Words(data, load_wording(language, assets))


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word with an ellipsis if it has more than `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    return cut[: max(cut.rfind(" "), limit // 2)].rstrip(" ,;:–(") + " …"
