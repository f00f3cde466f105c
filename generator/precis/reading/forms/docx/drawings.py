"""Drawings of a Word file: pictures, charts and diagrams, words that are drawn (ECMA-376 Part 1, clauses 20 and 21)."""

from __future__ import annotations

from typing import Any

from precis.reading.forms.docx.held import Picture
from precis.reading.forms.docx.markup import A, R

__all__ = ["drawn_words", "picture_of"]

_PARTS = (("{*}chart", f"{R}id"), ("{*}relIds", f"{R}dm"))
"""What refers to the part of a chart or of a diagram (clauses 21.2.2.29 and 21.4.2.24)."""


def drawn_words(element: Any) -> str:
    """The words that are drawn in an element: those of WordArt, such as a watermark, and of shapes."""
    drawn = (each.get("string") or each.text or "" for each in element.iter("{*}textpath", f"{A}t"))
    return " ".join(" ".join(drawn).split())


def picture_of(element: Any) -> Picture | None:
    """The picture, chart or diagram that a drawing is, with what it says that it shows; None if it is none."""
    parts = tuple(each.get(name) or "" for tag, name in _PARTS for each in element.iter(tag))
    if not parts and next(element.iter("{*}blip", "{*}imagedata"), None) is None:
        return None
    names = (each.get("descr") or each.get("title") or "" for each in element.iter("{*}docPr", "{*}cNvPr"))
    shapes = (each.get("alt") or "" for each in element.iter("{*}shape"))
    return Picture(next((name for name in (*names, *shapes) if name.strip()), ""), parts)
