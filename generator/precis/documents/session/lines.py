"""The sentences of a session's records, each with what stands before and after it: what papers are written from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from precis.facts.fact import Reference
from precis.facts.record import RecordFacts
from precis.proceedings import Form, Said, Speaker

__all__ = ["Line", "Lines", "collapsed", "place_of", "spoken"]

_SPOKEN = (Form.PARAGRAPH, Form.BULLET)


def collapsed(text: str) -> str:
    """A text with one plain blank between its words."""
    return " ".join(text.split())


def place_of(at: Reference) -> tuple[str, int | None, int]:
    """Where a sentence stands, whichever of its words a reference quotes."""
    return at.record, at.paragraph, at.sentence


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a record: where it stands, its words in one line, who says it, and the passage it is of."""

    at: Reference
    text: str
    said: Said
    index: int
    """Its place among all the sentences of its record."""
    language: str
    """The language of its record."""

    @property
    def speaker(self) -> Speaker | None:
        """Who says it; the first where there are several."""
        return self.said.speaker


class Lines:
    """The sentences of several records, found by their places."""

    def __init__(self, records: Iterable[RecordFacts]) -> None:
        self._of: dict[str, list[Line]] = {}
        self._records: dict[str, RecordFacts] = {}
        for record in records:
            self._records[record.label] = record
            self._of[record.label] = list(_lines(record))
        self._found = {
            (line.at.record, line.at.paragraph, line.at.sentence): line for own in self._of.values() for line in own
        }

    def record(self, label: str) -> list[Line]:
        """All the sentences of a record, in order."""
        return self._of.get(label, [])

    def of(self, at: Reference) -> Line | None:
        """The sentence at a place, or None."""
        return self._found.get((at.record, at.paragraph, at.sentence))

    def paragraph(self, record: str, number: int | None) -> list[Line]:
        """The sentences of a numbered paragraph, with those of what belongs to it."""
        return [line for line in self._of.get(record, ()) if line.at.paragraph == number]

    def before(self, line: Line) -> Line | None:
        """The sentence before, in the same passage."""
        return self._beside(line, -1)

    def after(self, line: Line) -> Line | None:
        """The sentence after, in the same passage."""
        return self._beside(line, 1)

    def _beside(self, line: Line, step: int) -> Line | None:
        own = self._of[line.at.record]
        place = line.index + step
        if not 0 <= place < len(own) or own[place].said.passage.at.block != line.said.passage.at.block:
            return None
        return own[place] if own[place].said.passage.at == line.said.passage.at else None

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand somewhere in the records in small letters: no names."""
        return frozenset(
            word for own in self._of.values() for line in own for word in re.findall(r"\b[^\W\d_A-Z][\w'-]*", line.text)
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that stand somewhere inside a sentence with a capital."""
        return frozenset(
            word
            for own in self._of.values()
            for line in own
            for word in re.findall(r"(?<=[\w,] )[A-ZÀ-Þ][\w'-]*", line.text)
        )


def _lines(record: RecordFacts) -> Iterable[Line]:
    index = 0
    for said in record.proceedings.said:
        for sentence in said.sentences:
            at = Reference(record.label, sentence.number, sentence.place, sentence.exact, computed=record.computed)
            yield Line(at, collapsed(sentence.exact), said, index, record.record.language)
            index += 1


def spoken(lines: Sequence[Line]) -> list[Line]:
    """The sentences that somebody says: no quotation, no note, no cell, no line of procedure."""
    return [line for line in lines if line.said.passage.form in _SPOKEN and line.said.procedure is None]
