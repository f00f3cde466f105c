"""Where things stand on the pages of a PDF: measured by PDFium, in points from the upper left corner."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

__all__ = ["Line", "extent_at", "lines_of", "page_count", "rules_at"]

_SCALE = 16
"""Pixels a point is drawn in where a rule is measured."""


@dataclass
class Line:
    """What stands on one baseline, left to right without a turn; `right` is where its last letter ends."""

    baseline: float
    left: float
    right: float
    size: float
    words: str


def page_count(data: bytes) -> int:
    """The pages of a PDF."""
    return len(pypdfium2.PdfDocument(data))


def lines_of(data: bytes, page: int) -> list[Line]:
    """The lines of a page, counted from 1, in the order they are drawn in."""
    sheet = pypdfium2.PdfDocument(data)[page - 1]
    reader, height = sheet.get_textpage(), sheet.get_height()
    lines: list[Line] = []
    for index in range(reader.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(reader, index))
        if pdfium.FPDFText_IsGenerated(reader, index) == 1 or character.isspace():
            continue
        letter = _letter(reader, index, height, character)
        last = lines[-1] if lines else None
        if last and abs(last.baseline - letter.baseline) < 0.05 and letter.left > last.left:
            blank = " " if letter.left - last.right > letter.size / 10 else ""
            last.words, last.right = f"{last.words}{blank}{character}", letter.right
        else:
            lines.append(letter)
    return lines


def _letter(reader: Any, index: int, height: float, character: str) -> Line:
    x, y, box, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(reader, index, x, y)
    pdfium.FPDFText_GetLooseCharBox(reader, index, box)
    pdfium.FPDFText_GetMatrix(reader, index, matrix)
    size = pdfium.FPDFText_GetFontSize(reader, index) * abs(matrix.d)
    return Line(height - y.value, x.value, box.right, size, character)


def rules_at(data: bytes, page: int, x: float, top: float, bottom: float) -> list[tuple[float, float]]:
    """The upper and lower edges of what is drawn dark below each other at `x`, between `top` and `bottom`."""
    image = _drawn(data, page, (x, top, x + 1, bottom))
    runs = _dark([image.getpixel((0, y)) for y in range(image.height)])
    return [(top + begin, top + end) for begin, end in runs]


def extent_at(data: bytes, page: int, y: float) -> list[tuple[float, float]]:
    """The left and right ends of what is drawn dark beside each other at `y`."""
    image = _drawn(data, page, (0, y, pypdfium2.PdfDocument(data)[page - 1].get_width(), y + 1))
    return _dark([image.getpixel((x, 0)) for x in range(image.width)])


def _drawn(data: bytes, page: int, area: tuple[float, float, float, float]) -> Any:
    """A picture of a part of a page."""
    sheet = pypdfium2.PdfDocument(data)[page - 1]
    left, top, right, bottom = area
    crop = (left, sheet.get_height() - bottom, sheet.get_width() - right, top)
    return sheet.render(scale=_SCALE, crop=crop, grayscale=True).to_pil()


def _dark(values: list[int]) -> list[tuple[float, float]]:
    runs: list[tuple[float, float]] = []
    begin = None
    for index, value in enumerate([*values, 255]):
        if value < 128 and begin is None:
            begin = index
        elif value >= 128 and begin is not None:
            runs.append((begin / _SCALE, index / _SCALE))
            begin = None
    return runs
