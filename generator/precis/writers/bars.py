"""The bar code of a job number in Code 39, at the foot of page 1 of older houses (docs/conventions.md §1.5).

ISO/IEC 16388: each character is five bars and four spaces, three of them wide; a narrow space parts two characters, and
an asterisk stands at either end. A wide one is three times as wide as a narrow one.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import Any

from precis.writers.style import HouseStyle

__all__ = ["bars_png", "bars_svg", "code_of", "coded"]

_ELEMENTS = {
    "0": "nnnwwnwnn",
    "1": "wnnwnnnnw",
    "2": "nnwwnnnnw",
    "3": "wnwwnnnnn",
    "4": "nnnwwnnnw",
    "5": "wnnwwnnnn",
    "6": "nnwwwnnnn",
    "7": "nnnwnnwnw",
    "8": "wnnwnnwnn",
    "9": "nnwwnnwnn",
    "*": "nwnnwnwnn",
}
"""The elements of each character, a bar first: narrow or wide."""
_WIDE = 3
_PIXELS = 8
"""Pixels that a narrow element of the PNG is wide."""


def coded(job_line: str) -> str:
    """What the code of a job number says: "*1423954*" of "GE.14-23954  (E)"; empty for a number of another form."""
    found = re.match(r"(?:[A-Z]+\.)?(\d\d)-(\d{5})\b", job_line)
    return f"*{found[1]}{found[2]}*" if found else ""


def code_of(body: Any, style: HouseStyle) -> str:
    """What the bar code of a page says, by its job number; empty in a house that has none, and without a number."""
    number = body.find("footer/p[@class='job-number']") if "bar_code" in style.first_foot else None
    return "" if number is None else coded("".join(number.itertext()))


def bars_svg(text: str) -> str:
    """The code as an `svg` element without width or height, one unit a narrow element, a unit high."""
    row = _row(text)
    bars = "".join(f"M{run.start()} 0h{len(run[0])}v1h-{len(run[0])}z" for run in re.finditer("1+", row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(row)} 1" preserveAspectRatio="none">'
        f'<path d="{bars}"/></svg>'
    )


def bars_png(text: str) -> bytes:
    """The code as a PNG file of black and white, one row of pixels high."""
    pixels = "".join("0" * _PIXELS if sign == "1" else "1" * _PIXELS for sign in _row(text))
    row = int(pixels.ljust(-(-len(pixels) // 8) * 8, "1"), 2).to_bytes(-(-len(pixels) // 8), "big")
    head = struct.pack(">IIBBBBB", len(pixels), 1, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" + row, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _row(text: str) -> str:
    """The elements from left to right, "1" a unit of a bar and "0" one of a space."""
    return "0".join(map(_character, text))


def _character(sign: str) -> str:
    return "".join("10"[place % 2] * (_WIDE if width == "w" else 1) for place, width in enumerate(_ELEMENTS[sign]))
