"""The QR code at the foot of page 1: an address as a picture, the same bytes every time.

ISO/IEC 18004. As in the files measured in docs/conventions.md §1.5 the modules fill the whole picture: the paper around
it is its quiet zone, and the smallest version that holds the address is taken (version 3 for most symbols).
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from precis.model import PrecisError
from precis.writers.mask import masking
from precis.writers.style import HouseStyle

__all__ = ["qr_png", "qr_svg"]

_PIXELS = 12
"""Pixels a module of the PNG is wide: 29 modules in 45 points print at 557 pixels an inch."""


def qr_svg(text: str, style: HouseStyle) -> str:
    """The code of `text` as an `svg` element without width or height, one unit a module."""
    out = io.BytesIO()
    _code(text, style).save(out, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True, nl=False)
    return out.getvalue().decode()


def qr_png(text: str, style: HouseStyle) -> bytes:
    """The code of `text` as a PNG file of black and white."""
    out = io.BytesIO()
    _code(text, style).save(out, kind="png", border=0, scale=_PIXELS)
    return out.getvalue()


@lru_cache(maxsize=4)
def _code(text: str, style: HouseStyle) -> Any:
    """The code, made once for the files of a document."""
    import segno

    try:
        with masking():
            return segno.make_qr(text, error=style.first_foot["qr_correction"], boost_error=False)
    except segno.DataOverflowError as error:
        message = f"an address of {len(text)} characters is too long for a QR code; write a shorter one"
        raise PrecisError.one("qr-length", message) from error
