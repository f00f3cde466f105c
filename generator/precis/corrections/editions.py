"""Two editions of one record, in two languages: their texts side by side, and where these disagree."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.assets import Assets
from precis.corrections.marks_of_text import Marks, marks_of
from precis.language import load_wording
from precis.language.states import load_states
from precis.model import Gap, Heading, Paragraph, Record, plain, texts_of
from precis.proceedings import Speaker, proceedings_of

__all__ = ["Difference", "Text", "differences", "pairs", "texts_of_record"]

_SKIPPED = -1
"""The place of what stands in one edition alone."""
_BESIDE = 60
"""Texts of two editions that stand so many places farther apart than the ends of the shorter are not the same."""


@dataclass(frozen=True, slots=True)
class Text:
    """A block of a record, or the text of a footnote `note`: what it is, and what in it is alike in all languages.

    `block` is its place among the blocks; `speakers` are those who begin to speak in it. `gap` says that a part of it
    is still to be written.
    """

    kind: str
    block: int
    marks: Marks
    number: int | None = None
    speakers: tuple[Speaker, ...] = ()
    gap: bool = False
    note: str = ""

    @property
    def name(self) -> str:
        """What it is, in words: "paragraph 5", "heading"."""
        return f"{self.kind} {self.number}" if self.number is not None else f"{self.kind} {self.note}".strip()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two editions disagree: the code of the finding, what it is of, and what each says."""

    code: str
    one: Text
    other: Text
    here: str
    there: str


def texts_of_record(record: Record, assets: Assets) -> tuple[Text, ...]:
    """The texts of a record in order: of its blocks, then of its footnotes."""
    wording = load_wording(record.language, assets)
    year = record.held.date.year if record.held else None
    proceedings = proceedings_of(record, wording, load_states(assets, record.language).in_year(year))
    begun = {each.passage.at.block: each.speakers for each in proceedings.said if each.begins and each.passage.main}
    found = []
    for index, block in enumerate(record.blocks):
        texts = texts_of(block)
        gap = any(isinstance(item, Gap) for text in texts for item in text)
        marks = marks_of(" \n ".join(map(plain, texts)), wording)
        number = block.number if isinstance(block, Paragraph) else None
        kind = f"heading of level {block.level}" if isinstance(block, Heading) else type(block).__name__.lower()
        if isinstance(block, Paragraph) and number is None:
            kind = "paragraph without a number"
        found.append(Text(kind, index, marks, number, begun.get(index, ()), gap))
    for note in record.footnotes:
        gap = any(isinstance(item, Gap) for item in note.inlines)
        found.append(Text("footnote", 0, marks_of(plain(note.inlines), wording), gap=gap, note=note.label))
    return tuple(found)


def pairs(one: Sequence[Text], other: Sequence[Text]) -> list[tuple[int, int]]:
    """Which text of the one is which of the other, as places in order; `_SKIPPED` (-1) where one has none.

    Of all ways to set them side by side, the one in which most agrees: kinds must, then numbers, speakers and marks.
    """
    reach = _BESIDE + abs(len(one) - len(other))
    best: dict[tuple[int, int], float] = {}
    way: dict[tuple[int, int], str] = {}
    for i in range(len(one), -1, -1):
        for j in range(min(len(other), i + reach), max(0, i - reach) - 1, -1):
            choices = [(0.0, "")] if i == len(one) and j == len(other) else []
            if (i + 1, j) in best:
                choices.append((best[i + 1, j], "one"))
            if (i, j + 1) in best:
                choices.append((best[i, j + 1], "other"))
            if (i + 1, j + 1) in best and one[i].kind == other[j].kind:
                choices.append((best[i + 1, j + 1] + _likeness(one[i], other[j]), "both"))
            best[i, j], way[i, j] = max(choices)
    found, i, j = [], 0, 0
    while step := way[i, j]:
        found.append((i if step != "other" else _SKIPPED, j if step != "one" else _SKIPPED))
        i, j = i + (step != "other"), j + (step != "one")
    return found


def _likeness(one: Text, other: Text) -> float:
    marks = one.marks.all | other.marks.all
    shared = len(one.marks.all & other.marks.all) / len(marks) if marks else 1.0
    speakers = 0.0
    if not (one.gap or other.gap or _speakers_differ(one, other)):
        # Two that one person begins are the same more surely than two that nobody does.
        speakers = 3.0 if one.speakers else 1.0
    return 1.0 + 2.0 * (one.number == other.number) + speakers + 3.0 * shared


def differences(one: Text, other: Text) -> Iterator[Difference]:
    """Where two texts that are the same in two languages disagree; of one that is a gap only its number counts."""
    if one.number != other.number:
        yield Difference("edition-number", one, other, one.name, other.name)
    if one.gap or other.gap:
        return
    if _speakers_differ(one, other):
        yield Difference("edition-speaker", one, other, _named(one), _named(other))
    kinds = (("symbols", "edition-symbol"), ("dates", "edition-date"), ("figures", "edition-figure"))
    for kind, code in kinds:
        here, there = getattr(one.marks, kind), getattr(other.marks, kind)
        lost, more = here - there, there - here
        if kind == "figures":
            lost, more = _without(lost, other.marks.words), _without(more, one.marks.words)
        if lost or more:
            yield Difference(code, one, other, _listed(lost), _listed(more))


def _without(figures: Counter[str], words: frozenset[str]) -> Counter[str]:
    """The figures that the other edition does not say in words."""
    return Counter({figure: count for figure, count in figures.items() if figure not in words})


def _listed(marks: Counter[str]) -> str:
    return ", ".join(f"{mark} ({count} times)" if count > 1 else mark for mark, count in marks.items()) or "nothing"


def _named(text: Text) -> str:
    return ", ".join(each.label for each in text.speakers) or "nobody who begins to speak"


def _speakers_differ(one: Text, other: Text) -> bool:
    if len(one.speakers) != len(other.speakers):
        return True
    return any(_speaker_differs(*both) for both in zip(one.speakers, other.speakers, strict=True))


def _speaker_differs(one: Speaker, other: Speaker) -> bool:
    """Whether two labels are of two persons: names are compared in one alphabet alone, since others transcribe them."""
    if one.presides != other.presides or bool(one.name) != bool(other.name):
        return True
    first, second = _last_name(one), _last_name(other)
    if first and first.isascii() and second.isascii() and first != second:
        return True
    return one.state is not None and other.state is not None and one.state.code != other.state.code


def _last_name(speaker: Speaker) -> str:
    """The last name in small letters without accents."""
    words = speaker.name.split()
    letters = unicodedata.normalize("NFD", words[-1].casefold()) if words else ""
    return "".join(sign for sign in letters if not unicodedata.combining(sign))
