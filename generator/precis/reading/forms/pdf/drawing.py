"""What is drawn on a page besides its letters: rules, which part what stands above from what stands below; dots."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Dot", "Drawn", "Rule", "drawn_by", "rules_of"]

_THIN = 3.2
"""A rule is no thicker, in points."""
_SHORT = 15
_BOX = 10
"""Points of a path that draws the border of a box: two rectangles, one in the other."""
_TOUCHING = 1.5
_SMALLEST_DOT, _LARGEST_DOT, _ROUND = 1.2, 7.0, 0.2
"""Points of the width of a dot, and the part of it by which its height may differ."""
_MOST = 20_000


_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that lies level, in points from the lower left corner of the page."""

    left: float
    right: float
    base: float

    @property
    def length(self) -> float:
        """Its length in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Dot:
    """A small shape as wide as high, in points from the lower left corner: what browsers draw before an item."""

    left: float
    right: float
    middle: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page has drawn: its level lines from the top down, and its dots."""

    strokes: tuple[Rule, ...]
    dots: tuple[Dot, ...]


def drawn_by(things: Sequence[int]) -> Drawn:
    """What the paths at these addresses draw. Pieces of lines that touch are one, as Word draws a rule by cells."""
    paths = list(_paths(things[:_MOST]))
    pieces = [edge for box, inner in paths for edge in _edges(box, inner)]
    pieces.sort(key=lambda piece: (-round(piece.base), piece.left))
    out: list[Rule] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last and abs(last.base - piece.base) < _TOUCHING and piece.left - last.right < _TOUCHING:
            out[-1] = Rule(last.left, max(last.right, piece.right), last.base)
        else:
            out.append(piece)
    return Drawn(tuple(out), tuple(dot for box, _ in paths if (dot := _dot(box))))


def _dot(box: _Box) -> Dot | None:
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    square = _SMALLEST_DOT <= wide <= _LARGEST_DOT and abs(wide - high) <= _ROUND * wide
    return Dot(left, right, (bottom + top) / 2) if square else None


def rules_of(strokes: Iterable[Rule]) -> tuple[Rule, ...]:
    """The lines of a page that are long enough to part what stands above from what stands below."""
    return tuple(rule for rule in strokes if rule.length >= _SHORT)


def _paths(things: Iterable[int]) -> Iterator[tuple[_Box, _Box | None]]:
    """The box of each path, and of the one that it leaves out."""
    import pypdfium2.raw as pdfium

    sides = [ctypes.c_float() for _ in range(4)]
    for address in things:
        thing = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
        if pdfium.FPDFPageObj_GetBounds(thing, *sides):
            left, bottom, right, top = (side.value for side in sides)
            inner = _inner(thing, pdfium) if pdfium.FPDFPath_CountSegments(thing) == _BOX else None
            yield (left, bottom, right, top), inner


def _inner(thing: Any, pdfium: Any) -> _Box | None:
    """The second rectangle of a path, where it lies in the first."""
    matrix, x, y = pdfium.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    points = []
    for index in range(_BOX):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(thing, index), x, y)
        points.append((matrix.a * x.value + matrix.e, matrix.d * y.value + matrix.f))
    first, second = (_bounds(half) for half in (points[: _BOX // 2], points[_BOX // 2 :]))
    inner, outer = sorted((first, second), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    inside = all(inner[side] >= outer[side] - 0.1 for side in (0, 1))
    return inner if inside and all(inner[side] <= outer[side] + 0.1 for side in (2, 3)) else None


def _bounds(points: Iterable[tuple[float, float]]) -> _Box:
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _edges(box: _Box, inner: _Box | None) -> Iterator[Rule]:
    """The level edges of a box that are drawn: the box itself where it is thin."""
    left, bottom, right, top = box
    if top - bottom <= _THIN:
        yield Rule(left, right, (bottom + top) / 2)
    elif inner is not None:
        below, above = inner[1] - bottom, top - inner[3]
        yield from (Rule(left, right, base) for base, width in ((bottom, below), (top, above)) if 0.1 < width <= _THIN)
