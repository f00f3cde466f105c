"""The drawings of a page, `drawing:DATA`: as SVG for PDF and HTML, as PNG for Word.

The data are `precis.documents.drawing`'s: width, height and shapes in points. The PNG is set in the font that comes
with Pillow, so that its bytes do not depend on what fonts a machine has.
"""

from __future__ import annotations

import base64
import binascii
import json
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from precis.model import PrecisError
from precis.writers.style import HouseStyle

__all__ = ["PREFIX", "drawing_png", "drawing_size", "drawing_svg"]

PREFIX = "drawing:"
_LINE = 0.5
_SCALE = 4
"""Pixels of the PNG in a point: 288 in an inch."""


@lru_cache(maxsize=64)
def _shapes(source: str) -> tuple[float, float, list[list[Any]]]:
    try:
        width, height, shapes = json.loads(base64.urlsafe_b64decode(source.removeprefix(PREFIX)))
    except (ValueError, binascii.Error) as error:
        message = "a drawing is 'drawing:' and the data that the view gives; print them as they are"
        raise PrecisError.one("page-image", message) from error
    return width, height, shapes


def drawing_size(source: str) -> tuple[float, float]:
    """The width and height of a drawing in points."""
    width, height, _ = _shapes(source)
    return width, height


def drawing_svg(source: str, style: HouseStyle) -> str:
    """The drawing as SVG, in the fonts of the house style."""
    width, height, shapes = _shapes(source)
    fonts = ", ".join((style.font, *style.fallback_fonts, "serif"))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" font-family={quoteattr(fonts)}>'
    ]
    for kind, x, y, *rest in shapes:
        if kind == "box":
            wide, high, fill = rest
            parts.append(
                f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="{fill}" stroke="#000000" '
                f'stroke-width="{_LINE}"/>'
            )
        else:
            size, words, fill, anchor = rest
            parts.append(
                f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="{anchor}">{escape(words)}</text>'
            )
    return "".join((*parts, "</svg>"))


def drawing_png(source: str) -> bytes:
    """The drawing as PNG."""
    import io

    from PIL import Image, ImageDraw, ImageFont

    width, height, shapes = _shapes(source)
    image = Image.new("RGB", (round(width * _SCALE), round(height * _SCALE)), "white")
    pen = ImageDraw.Draw(image)
    for kind, x, y, *rest in shapes:
        left, top = x * _SCALE, y * _SCALE
        if kind == "box":
            wide, high, fill = rest
            edge = (left, top, left + wide * _SCALE, top + high * _SCALE)
            pen.rectangle(edge, fill=fill, outline="black", width=round(_LINE * _SCALE))
        else:
            size, words, fill, anchor = rest
            font = ImageFont.load_default(size * _SCALE)
            pen.text((left, top), words, fill=fill, font=font, anchor="ms" if anchor == "middle" else "ls")
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(72 * _SCALE, 72 * _SCALE))
    return out.getvalue()
