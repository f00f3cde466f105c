"""The stretches of a page: text that is drawn at once, in one font."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, replace
from typing import Any

from precis.reading.forms.pdf.bulk import light

__all__ = ["Stretch", "Stretches"]

_BOLD = re.compile(r"bold|black|heavy|demi|-medi(?:ital)?$|^(?:cm|ec|sf)(?:ss|tt)?(?:bx|b|bi|xi)\w*\d$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted|ital$|^(?:cm|ec|sf)(?:ss|tt|bx)?(?:ti|sl|it|si|bi|xi)\d+$", re.IGNORECASE)
"""Parts of the names of fonts. Those of TeX are short: CMBX10, SFTI1095, NimbusRomNo9L-MediItal."""
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18
_NO_INK = 3
"""The mode of text that is neither filled nor stroked (ISO 32000-1, table 106)."""
_NAME = 256
_LEVEL = 0.02
"""The sine of the angle below which text lies level."""
_SMALL = 0.6
"""How large a figure is that is raised by its shape, in parts of the size."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is drawn at once, in one font.

    `mark` numbers the marked content it is in, and is -1 outside of any. `actual` is what it stands for, where the
    file says that (ISO 32000-1, 14.9.4). `size` is in points on the page, 0 where it was not asked; `turned` says that
    it does not lie level, `unseen` that it is drawn without ink, as OCR lays text over a picture.
    """

    mark: int
    actual: str | None
    size: float
    bold: bool
    italic: bool
    font: str
    turned: bool = False
    unseen: bool = False


class Stretches:
    """The stretches of a page, each read once, and each of its fonts; objects and texts are given by address."""

    def __init__(self) -> None:
        self.found: list[Stretch] = []
        self._known: dict[int, int] = {}
        self._small: dict[int, int] = {}
        self._fonts: dict[int | None, tuple[str, bool, bool]] = {}

    def of(self, thing: int) -> int:
        """The index of the stretch that an object draws."""
        at = self._known.get(thing)
        if at is None:
            at = self._known[thing] = len(self.found)
            self.found.append(self._read(thing))
        return at

    def measure(self, at: int, text: int, letter: int) -> bool:
        """Note how large a stretch is on the page, as one of its letters is; False for one that has no size."""
        import pypdfium2.raw as pdfium

        matrix, stretch = pdfium.FS_MATRIX(), self.found[at]
        light("FPDFText_GetMatrix")(text, letter, ctypes.addressof(matrix))
        scale = math.hypot(matrix.c, matrix.d)
        turned = abs(matrix.b) > _LEVEL * math.hypot(matrix.a, matrix.b)
        size = light("FPDFText_GetFontSize")(text, letter) * scale
        self.found[at] = replace(stretch, size=size, turned=turned)
        return bool(size)

    def small(self, at: int) -> int:
        """The stretch of the raised figures in a stretch: like it, and so much smaller."""
        if at not in self._small:
            self._small[at] = len(self.found)
            self.found.append(replace(self.found[at], size=self.found[at].size * _SMALL))
        return self._small[at]

    def _read(self, thing: int) -> Stretch:
        font = light("FPDFTextObj_GetFont")(thing)
        if font not in self._fonts:
            self._fonts[font] = _font(font)
        name, bold, italic = self._fonts[font]
        mark = light("FPDFPageObj_GetMarkedContentID")(thing)
        unseen = light("FPDFTextObj_GetTextRenderMode")(thing) == _NO_INK
        return Stretch(mark, _actual_text(thing, 1 if mark >= 0 else 0), 0, bold, italic, name, unseen=unseen)


def _font(font: Any) -> tuple[str, bool, bool]:
    """The name of a font, and whether it is bold and italic: by its name, by its weight, by its flags."""
    if not font:
        return "", False, False
    buffer = ctypes.create_string_buffer(_NAME)
    light("FPDFFont_GetBaseFontName")(font, ctypes.addressof(buffer), _NAME)
    name = buffer.value.decode("latin-1").rpartition("+")[2]
    flags = max(light("FPDFFont_GetFlags")(font), 0)
    return (
        name,
        bool(_BOLD.search(name)) or bool(flags & _FLAG_BOLD),
        bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC),
    )


def _actual_text(thing: int, first: int) -> str | None:
    """What a text object stands for, where its marks say that, from the `first` on. pdfium gives the file's bytes.

    That of an element's content says nothing: the element does.
    """
    count = light("FPDFPageObj_CountMarks")(thing)
    if first >= count:
        return None
    import pypdfium2.raw as pdfium

    held, length = ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT), ctypes.c_ulong()
    for index in range(first, count):
        mark = pdfium.FPDFPageObj_GetMark(held, index)
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", None, 0, length) and length.value:
            buffer = (ctypes.c_ubyte * length.value)()
            pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, length.value, length)
            words = bytes(buffer)
            if words.startswith(b"\xfe\xff"):
                return words[2:].decode("utf-16-be", "replace")
    return None
