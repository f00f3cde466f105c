"""Formulae found in damaged text: wherever they stand, whatever blanks a converter put in or left out.

Converters split words ("( p artial )"), glue them, and break lines in the middle of a formula; years and houses vary
capitals, commas and colons. So a text is searched with its blanks set aside, in small letters, and what a slot holds is
then taken from the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any

from precis.language.formula import Formula, Words, without_case
from precis.reading.search.tolerant_formula import next_match, same_signs

__all__ = ["Found", "LooseText", "collapsed", "find", "same_words", "squeezed", "with_one_blank"]

_UNEVEN = re.compile(r"[\t\n\r\f\v][ \t\n\r\f\v]*| [ \t\n\r\f\v]+")
_BLANKS = re.compile(r"\s+")
_BETWEEN_FIGURES = re.compile(r"\d[^\S\n]+\d")
_NOT_BETWEEN_FIGURES = re.compile(r"(?<!\d) | (?!\d)")
_BESIDE_FIGURES = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")


def _squeezed_lines(text: str) -> list[str]:
    """Each line of a text in small letters without blanks; one blank stays between two figures."""
    lines = same_signs(text).lower().split("\n")
    if not _BETWEEN_FIGURES.search(text):
        return ["".join(line.split()) for line in lines]
    return [
        _NOT_BETWEEN_FIGURES.sub("", _BLANKS.sub(" ", line)) if _BETWEEN_FIGURES.search(line) else "".join(line.split())
        for line in lines
    ]


def squeezed(text: str) -> str:
    """The text in small letters without blanks; one blank stays between two figures, and the ends of lines stay."""
    return "\n".join(filter(None, _squeezed_lines(text)))


def with_one_blank(text: str) -> str:
    """The text with one blank for any run of blanks; a no-break space stays what it is."""
    return text if "  " not in text and text.isprintable() else _UNEVEN.sub(" ", text)


def collapsed(text: str) -> str:
    """The text with one blank for any run of blanks, and none at its ends."""
    return with_one_blank(text).strip(" ")


def same_words(text: str) -> str:
    """The text without what only typography tells apart: kinds of blanks, hyphens and apostrophes."""
    return collapsed(same_signs(text).replace("\u00a0", " "))


@dataclass(frozen=True)
class _Line:
    """A line that has words: as it stands, squeezed, and where it begins in the text."""

    text: str
    squeezed: str
    start: int

    @cached_property
    def _kept(self) -> list[int]:
        """Where each character of the squeezed line stands in the line."""
        text = self.text
        if not _BETWEEN_FIGURES.search(text):
            return [at for at, char in enumerate(text) if not char.isspace()]
        return [at for at, char in enumerate(text) if not char.isspace() or self._is_between_figures(at)]

    def _is_between_figures(self, at: int) -> bool:
        """Whether the first of some blanks stands at a place between two figures, where one stays."""
        return self.text[at - 1 : at].isdecimal() and self.text[at:].lstrip()[:1].isdecimal()

    def place(self, at: int) -> int:
        """Where a character of the squeezed line stands in the text; the end of the line, behind its last word."""
        # Most formulae fill their lines.
        if at == 0:
            return self.start + len(self.text) - len(self.text.lstrip())
        if at == len(self.squeezed) - 1:
            return self.start + len(self.text.rstrip()) - 1
        return self.start + (self._kept[at] if at < len(self._kept) else len(self.text))


@dataclass(frozen=True)
class LooseText:
    """A text, and the same squeezed, with the way back.

    Lines over `longest` characters are left out, if it is given.
    """

    text: str
    longest: int | None = None

    @cached_property
    def _lines(self) -> list[_Line]:
        lines = self.text.split("\n")
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        if self.longest is not None:
            lines = [line if len(line) <= self.longest else "" for line in lines]
        text = same_signs("\n".join(lines))
        return [
            _Line(line, words, start)
            for line, words, start in zip(text.split("\n"), _squeezed_lines(text), starts, strict=False)
            if words
        ]

    @cached_property
    def squeezed(self) -> str:
        """The text without its blanks; see `squeezed`."""
        return "\n".join(line.squeezed for line in self._lines)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in the squeezed text."""
        return list(accumulate((len(line.squeezed) + 1 for line in self._lines), initial=0))

    @cached_property
    def words(self) -> Words:
        """Which words stand in the squeezed text, on one line or on two."""
        return Words(self.squeezed.replace("\n", "").replace("-", ""))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that the characters `start` to `end` of the squeezed text are."""
        return self._place(start), self._place(end - 1) + 1

    def line_start(self, at: int) -> int:
        """Where, in the squeezed text, the line begins that a character of the text is on."""
        number = bisect_right(self._lines, at, key=lambda line: line.start) - 1
        return self._starts[max(number, 0)]

    def _place(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        return self._lines[number].place(at - self._starts[number])


@dataclass(frozen=True, slots=True)
class Found:
    """A formula found in a text: its name, where it stands, its values, and where each value stands."""

    name: str
    start: int
    end: int
    values: Mapping[str, Any] = field(default_factory=dict)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def _everywhere(_start: int, _end: int) -> bool:
    return True


def find(
    name: str, formula: Formula, text: LooseText, free: Callable[[int, int], bool] = _everywhere, end: int | None = None
) -> Iterator[Found]:
    """The places where the formula stands in the text, in order, of those that are `free`.

    With an `end`, only the lines before that place are searched. A match whose values cannot be ("31 February") is
    none.
    """
    last = len(text.squeezed) if end is None else text.line_start(end)
    match = next_match(formula, text.squeezed, 0, last)
    while match is not None:
        start, stop = text.span(*match.span())
        found = _read(name, formula, text, match, start, stop) if free(start, stop) else None
        if found is not None:
            yield found
        match = next_match(formula, text.squeezed, match.start() + 1 if found is None else match.end(), last)


def _read(name: str, formula: Formula, text: LooseText, match: re.Match[str], start: int, end: int) -> Found | None:
    values: dict[str, Any] = {}
    spans: dict[str, tuple[int, int]] = {}
    for slot in formula.names:
        group, key = slot.lower(), without_case(slot)
        if match.end(group) == match.start(group):
            values[key] = _value(formula, slot, "", "")
            continue
        spans[key] = text.span(*match.span(group))
        values[key] = _value(formula, slot, text.text[slice(*spans[key])], match[group])
        if values[key] is None:
            return None
    return Found(name, start, end, values, spans)


def _value(formula: Formula, slot: str, as_stands: str, without_blanks: str) -> Any:
    """What the slot holds; if the words are split, they are read without their blanks."""
    read = formula.slot(slot).read
    for candidate in (collapsed, _apart):
        try:
            value = read(candidate(as_stands if candidate is collapsed else without_blanks))
        except (KeyError, ValueError):
            continue
        if value is not None:
            return value
    return None


def _apart(text: str) -> str:
    """The text on one line, with a blank between figures and letters."""
    return _BESIDE_FIGURES.sub(" ", text.replace("\n", ""))
