"""The text layer of a page as pdfium gives it: letters, each with its place, and the stretches they are drawn in."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from precis.model import FileSpan, PrecisError
from precis.reading.forms.pdf.accents import Letter, with_accents
from precis.reading.forms.pdf.annotations import Annotation, annotations_of
from precis.reading.forms.pdf.drawing import Dot, Rule, drawn_on, rules_of

__all__ = ["MOST_LETTERS", "Letter", "PageText", "Stretch", "page_text"]

MOST_LETTERS = 100_000
"""Letters of a page, or things drawn on it; one of the smallest print has less than a fifth."""
_LARGEST_SIDE = 14_400
"""Points; the largest page there is (ISO 32000-1, annex C)."""

_BOLD = re.compile(r"bold|black|heavy|demi|-medi(?:ital)?$|^(?:cm|ec|sf)(?:ss|tt)?(?:bx|b|bi|xi)\w*\d$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|ital$|^(?:cm|ec|sf)(?:ss|tt|bx)?(?:ti|sl|it|si|bi|xi)\d+$", re.IGNORECASE)
"""Parts of the names of fonts. Those of TeX are short: CMBX10, SFTI1095, NimbusRomNo9L-MediItal."""
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_NAME = 256
_HYPHENS = "\x02\ufffe-\u00ad"
"""What pdfium may give for a hyphen at the end of a line."""
_SOFT_HYPHEN = "\u00ad"
_RAISABLE = frozenset("0123456789")
_RAISED, _LOW, _SMALL = 0.25, 0.55, 0.6
"""A figure is raised by its shape if it stands so high and is so low, in parts of the size; it is then so large."""
_LEVEL = 0.02
"""The sine of the angle below which text lies level."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is drawn at once, in one font.

    `mark` numbers the marked content it is in, and is -1 outside of any. `actual` is what it stands for, where the
    file says that (ISO 32000-1, 14.9.4). `size` is in points on the page; `turned` says that it does not lie level.
    """

    mark: int
    actual: str | None
    size: float
    bold: bool
    italic: bool
    font: str
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, counted from 1, in the order of the file, its rules, and whether it has pictures.

    Letters name their stretch by its index. `strokes` are all level lines, the short ones too, that may go through
    words; `annotations` are what readers of the page wrote on it; `dots` are small shapes, as bullets that are drawn.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    stretches: tuple[Stretch, ...]
    rules: tuple[Rule, ...]
    pictured: bool
    strokes: tuple[Rule, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    dots: tuple[Dot, ...] = ()


def page_text(page: Any, number: int, file: str) -> PageText:
    """The text of a pdfium page of a file. Raises PrecisError when it is larger than a page of print, or has more."""
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
        reader = _Reader(page.raw, text.raw)
        pictured, drawn = reader.objects(), drawn_on(page)
        letters = with_accents(list(reader.letters(count)))
        stretches, written = tuple(reader.stretches), annotations_of(page.raw, text.raw)
        rules = rules_of(drawn.strokes)
        return PageText(number, width, height, letters, stretches, rules, pictured, drawn.strokes, written, drawn.dots)
    finally:
        text.close()


class _Reader:
    """Reads the letters of a page, and each stretch and each font once."""

    def __init__(self, page: Any, text: Any) -> None:
        self.page, self.text = page, text
        self.stretches: list[Stretch] = []
        self.known: dict[bytes, int] = {}
        self.small: dict[int, int] = {}
        self.bounds = [ctypes.c_double() for _ in range(4)]
        self.fonts: dict[bytes, tuple[str, bool, bool]] = {}

    def objects(self) -> bool:
        """Note the stretches of the page in their order; say whether it has pictures."""
        import pypdfium2.raw as pdfium

        pictured = False
        for index in range(pdfium.FPDFPage_CountObjects(self.page)):
            thing = pdfium.FPDFPage_GetObject(self.page, index)
            kind = pdfium.FPDFPageObj_GetType(thing)
            pictured = pictured or kind == pdfium.FPDF_PAGEOBJ_IMAGE
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._stretch(thing)
        return pictured

    def letters(self, count: int) -> Iterator[Letter]:
        """The letters of the page, without what pdfium adds between lines."""
        import pypdfium2.raw as pdfium

        text = self.text
        box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        thing_at, char_at = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetUnicode
        box_at, origin_at = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        for index in range(count):
            thing, code = thing_at(text, index), char_at(text, index)
            char = chr(code)
            if not thing or char == "\0":
                continue
            if 0xD800 <= code < 0xE000:
                # pdfium gives a letter beyond U+FFFF in two halves (UTF-16).
                if char >= "\udc00" and index and "\ud800" <= chr(char_at(text, index - 1)) < "\udc00":
                    continue
                char = _whole(char, chr(char_at(text, index + 1)) if index + 1 < count else "")
            if char in _HYPHENS:
                char = self._hyphen(thing, index, char)
            added = char == " " and pdfium.FPDFText_IsGenerated(text, index) == 1
            box_at(text, index, box)
            origin_at(text, index, x, y)
            stretch, base = self._stretch(thing, index), y.value
            if char in _RAISABLE and (foot := self._raised_foot(index, base, self.stretches[stretch].size)):
                stretch, base = self._small(stretch), foot
            yield Letter(char, x.value, box.right, base, stretch, added)

    def _hyphen(self, thing: Any, index: int, char: str) -> str:
        """A hyphen as it was meant: U+2010 for one that the file says divides a word, and is none of the text."""
        if self.stretches[self._stretch(thing, index)].actual == _SOFT_HYPHEN:
            return "‐"
        import pypdfium2.raw as pdfium

        return "-" if pdfium.FPDFText_IsHyphen(self.text, index) == 1 else char

    def _raised_foot(self, index: int, base: float, size: float) -> float | None:
        """The foot of a figure whose shape itself is small and raised, as some fonts have for the calls of notes."""
        import pypdfium2.raw as pdfium

        if not pdfium.FPDFText_GetCharBox(self.text, index, *self.bounds):
            return None
        bottom, top = self.bounds[2].value, self.bounds[3].value
        return bottom if bottom - base >= _RAISED * size and 0 < top - bottom <= _LOW * size else None

    def _small(self, at: int) -> int:
        """The stretch of the raised figures in a stretch: like it, and so much smaller."""
        if at not in self.small:
            self.small[at] = len(self.stretches)
            self.stretches.append(replace(self.stretches[at], size=self.stretches[at].size * _SMALL))
        return self.small[at]

    def _stretch(self, thing: Any, letter: int | None = None) -> int:
        """The index of the stretch that an object draws. The first letter of one tells how large it is on the page."""
        address = bytes(thing)
        if address not in self.known:
            self.known[address] = len(self.stretches)
            self.stretches.append(self._read(thing))
        at = self.known[address]
        if letter is not None and not self.stretches[at].size:
            self.stretches[at] = self._sized(self.stretches[at], letter)
        return at

    def _sized(self, stretch: Stretch, letter: int) -> Stretch:
        """The stretch with the size that its letters have on the page."""
        import pypdfium2.raw as pdfium

        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self.text, letter, matrix)
        scale = math.hypot(matrix.c, matrix.d)
        turned = abs(matrix.b) > _LEVEL * math.hypot(matrix.a, matrix.b)
        return replace(stretch, size=pdfium.FPDFText_GetFontSize(self.text, letter) * scale, turned=turned)

    def _read(self, thing: Any) -> Stretch:
        import pypdfium2.raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(thing)
        address = bytes(font)
        if address not in self.fonts:
            self.fonts[address] = _font(font)
        name, bold, italic = self.fonts[address]
        mark = pdfium.FPDFPageObj_GetMarkedContentID(thing)
        return Stretch(mark, _actual_text(thing, 1 if mark >= 0 else 0), 0, bold, italic, name)


def _whole(first: str, second: str) -> str:
    """The letter that two halves are; a half alone is none, and its place is kept."""
    return (first + second).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")[:1]


def _font(font: Any) -> tuple[str, bool, bool]:
    """The name of a font, and whether it is bold and italic: by its name, by its weight, by its flags."""
    import pypdfium2.raw as pdfium

    if not font:
        return "", False, False
    buffer = ctypes.create_string_buffer(_NAME)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME)
    name = buffer.value.decode("latin-1").rpartition("+")[2]
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    return (
        name,
        bool(_BOLD.search(name)) or bool(flags & _FLAG_BOLD),
        bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC),
    )


def _actual_text(thing: Any, first: int) -> str | None:
    """What a text object stands for, where its marks say that, from the `first` on. pdfium gives the file's bytes.

    That of an element's content says nothing: the element does.
    """
    import pypdfium2.raw as pdfium

    length = ctypes.c_ulong()
    for index in range(first, pdfium.FPDFPageObj_CountMarks(thing)):
        mark = pdfium.FPDFPageObj_GetMark(thing, index)
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, length) and length.value:
            buffer = (ctypes.c_ubyte * length.value)()
            pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, length.value, length)
            words = bytes(buffer)
            if words.startswith(b"\xfe\xff"):
                return words[2:].decode("utf-16-be", "replace")
    return None
