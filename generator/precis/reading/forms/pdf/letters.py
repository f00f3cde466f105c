"""The text layer of a page as pdfium gives it: its words by the stretches that draw them, its letters by places."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import compress, pairwise, starmap
from operator import ne
from typing import Any

from precis.model import FileSpan, PrecisError
from precis.reading.forms.pdf.accents import Letter, with_accents
from precis.reading.forms.pdf.annotations import Annotation, annotations_of
from precis.reading.forms.pdf.bulk import (
    address_of,
    chars_of,
    light,
    origins_of,
    rights_of,
    things_of,
    things_on,
)
from precis.reading.forms.pdf.drawing import Dot, Rule, drawn_by, rules_of
from precis.reading.forms.pdf.stretches import Stretch, Stretches

__all__ = ["MOST_LETTERS", "Letter", "PageText", "Stretch", "TextLayer", "text_layer"]

MOST_LETTERS = 100_000
"""Letters of a page, or things drawn on it; one of the smallest print has less than a fifth."""
_LARGEST_SIDE = 14_400
"""Points; the largest page there is (ISO 32000-1, annex C)."""

_NOT_PLAIN = re.compile("[\0\ud800-\udfff]")
"""What pdfium gives for no letter, and the halves (UTF-16) in which it gives one beyond U+FFFF."""
_HYPHENS = re.compile("[\x02\ufffe\u00ad-]")
"""What it may give for a hyphen at the end of a line."""
_SOFT_HYPHEN = "\u00ad"
_FIGURE = re.compile("[0-9]")
_RAISED, _LOW = 0.25, 0.55
"""A figure is raised by its shape if it stands so high and is so low, in parts of the size."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, counted from 1, in the order of the file, its rules, and whether it has pictures.

    Letters name their stretch by its index. `strokes` are all level lines, the short ones too, that may go through
    words; `dots` are small shapes, as bullets that are drawn.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    stretches: tuple[Stretch, ...]
    rules: tuple[Rule, ...]
    pictured: bool
    strokes: tuple[Rule, ...] = ()
    dots: tuple[Dot, ...] = ()


@contextmanager
def text_layer(page: Any, number: int, file: str) -> Iterator[TextLayer]:
    """The text layer of a pdfium page of a file, while it is open.

    Raises PrecisError when the page is larger than one of print, or has more.
    """
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        message = f"is {width:,.0f} × {height:,.0f} points large; no page is larger than {_LARGEST_SIDE:,}"
        raise PrecisError.one("pdf-page-size", message, FileSpan(file, number, "page"))
    text = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text)
        count_all = max(count, pdfium.FPDFPage_CountObjects(page))
        if count_all > MOST_LETTERS:
            message = f"has {count_all:,} letters and lines; a page of print has less than {MOST_LETTERS:,}"
            raise PrecisError.one("pdf-page-long", message, FileSpan(file, number, "page"))
        yield TextLayer(number, (width, height), page.raw, text.raw, count)
    finally:
        text.close()


class TextLayer:
    """The letters of an open page in the order of the file, each with the stretch that draws it.

    The words by stretches are all that a file of ours is read by. The places of letters, which take most of the time,
    are asked when they are needed.
    """

    def __init__(self, number: int, size: tuple[float, float], page: Any, text: Any, count: int) -> None:
        self.number, self.size = number, size
        self._page, self._text = page, text
        self._address = address_of(text)
        self._things, self._kinds = things_on(address_of(page))
        self._stretches = Stretches()
        self._words = chars_of(self._address, count)
        self._chars = list(self._words)
        self._at = [0] * count
        self._note_objects()
        self._take_halves()
        self._runs = list(self._stretch_by_stretch(things_of(self._address, count)))
        self._mend_hyphens()

    @property
    def stretches(self) -> Sequence[Stretch]:
        """The stretches of the page: those drawn on it in their order, then those of forms that it draws."""
        return self._stretches.found

    @property
    def length(self) -> int:
        """How many letters the page has."""
        return len(self._chars) - self._chars.count("")

    def words(self) -> list[str]:
        """The words of each stretch."""
        words = [""] * len(self.stretches)
        for at, start, end in self._runs:
            words[at] += "".join(self._chars[start:end])
        return words

    def annotations(self) -> tuple[Annotation, ...]:
        """What readers wrote on the page."""
        return annotations_of(self._page, self._text)

    def placed(self) -> PageText:
        """The letters with their places, and what else is drawn on the page."""
        import pypdfium2.raw as pdfium

        pictured = pdfium.FPDF_PAGEOBJ_IMAGE in self._kinds
        kinds = zip(self._things, self._kinds, strict=True)
        drawn = drawn_by([thing for thing, kind in kinds if thing and kind == pdfium.FPDF_PAGEOBJ_PATH])
        letters = with_accents(self._letters())
        stretches, rules = tuple(self.stretches), rules_of(drawn.strokes)
        return PageText(self.number, *self.size, letters, stretches, rules, pictured, drawn.strokes, drawn.dots)

    def _note_objects(self) -> None:
        import pypdfium2.raw as pdfium

        for thing, kind in zip(self._things, self._kinds, strict=True):
            if thing and kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._stretches.of(thing)

    def _take_halves(self) -> None:
        """Make one letter of two halves, in the place of the first, and none of what pdfium has no letter for."""
        words = self._words
        for match in _NOT_PLAIN.finditer(words):
            at, char = match.start(), match[0]
            before, after = words[max(at - 1, 0) : at], words[at + 1 : at + 2]
            second = char >= "\udc00" and "\ud800" <= before < "\udc00"
            self._chars[at] = "" if char == "\0" or second else _whole(char, after)

    def _stretch_by_stretch(self, things: Sequence[int | None]) -> Iterator[tuple[int, int, int]]:
        """The stretch of each run of letters, and where the run starts and ends; what has none is no letter."""
        chars = self._chars
        changes = compress(range(1, len(chars)), map(ne, things, things[1:]))
        for start, end in pairwise([0, *changes, len(chars)]) if chars else ():
            thing = things[start]
            if not thing:
                chars[start:end] = [""] * (end - start)
            elif any(chars[start:end]):
                at = self._stretches.of(thing)
                self._at[start:end] = [at] * (end - start)
                yield at, start, end

    def _mend_hyphens(self) -> None:
        """Hyphens as they were meant: U+2010 for one that the file says divides a word, and is none of the text."""
        for match in _HYPHENS.finditer(self._words):
            index = match.start()
            if not self._chars[index]:
                continue
            if self.stretches[self._at[index]].actual == _SOFT_HYPHEN:
                self._chars[index] = "‐"
            elif light("FPDFText_IsHyphen")(self._address, index) == 1:
                self._chars[index] = "-"

    def _letters(self) -> list[Letter]:
        """The letters with their places, without what pdfium adds between lines."""
        count, text = len(self._chars), self._address
        lefts, bases = origins_of(text, count)
        rights, at, added = rights_of(text, count), list(self._at), [False] * count
        for stretch, start, end in self._runs:
            if not self.stretches[stretch].size:
                any(self._stretches.measure(stretch, text, index) for index in range(start, end) if self._chars[index])
        for match in _FIGURE.finditer(self._words):
            index = match.start()
            size = self.stretches[at[index]].size
            if self._chars[index] and (foot := self._raised_foot(index, bases[index], size)):
                at[index], bases[index] = self._stretches.small(at[index]), foot
        for match in re.finditer(" ", self._words):
            added[match.start()] = light("FPDFText_IsGenerated")(text, match.start()) == 1
        columns = zip(self._chars, lefts, rights, bases, at, added, strict=True)
        return list(starmap(Letter, compress(columns, self._chars)))

    def _raised_foot(self, index: int, base: float, size: float) -> float | None:
        """The foot of a figure whose shape itself is small and raised, as some fonts have for the calls of notes."""
        sides = [ctypes.c_double() for _ in range(4)]
        if not light("FPDFText_GetCharBox")(self._address, index, *map(ctypes.addressof, sides)):
            return None
        bottom, top = sides[2].value, sides[3].value
        return bottom if bottom - base >= _RAISED * size and 0 < top - bottom <= _LOW * size else None


def _whole(first: str, second: str) -> str:
    """The letter that two halves are; a half alone is none, and its place is kept."""
    return (first + second).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")[:1]
