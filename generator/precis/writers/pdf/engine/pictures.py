"""Numbers and words written by their type, and a path of lines to the right, such as a QR code is, drawn at once.

pydyf asks of each number and word of a page whether it is of five kinds; WeasyPrint takes the words of a path apart as
curves, units and places of markers would have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["replaced"]

_LINES = re.compile(r"M-?[\d.]+ -?[\d.]+(?:h[\d.]+|m-?[\d.]+ -?[\d.]+)*")
"""A path that begins at a place, and goes on by lines to the right and moves, as those of a QR code do."""
_STEP = re.compile(r"([Mmh])([^Mmh ]+) ?([^Mmh]*)")


def replaced() -> dict[tuple[Any, str], Any]:
    """What does it, by the module and name of what it stands for."""
    import pydyf
    from weasyprint import svg

    other, path = pydyf._to_bytes, svg.TAGS["path"]

    def written(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            found: bytes = item
            return found
        if kind is str:
            return str.encode(item, "ascii")
        if kind is int:
            return b"%d" % item
        if kind is float:
            return number(item)
        return other(item)  # type: ignore[no-any-return]

    def quick_path(picture: Any, node: Any, font_size: Any) -> None:
        words = node.get("d", "")
        if not _LINES.fullmatch(words) or any("marker" in name for name in node.attrib):
            path(picture, node, font_size)
        else:
            picture.stream.stream.extend(_drawn(words))

    return {(pydyf, "_to_bytes"): written, (svg, "TAGS"): {**svg.TAGS, "path": quick_path}}


def number(value: float) -> bytes:
    """A number as pydyf writes it."""
    return b"%d" % value if value.is_integer() else (b"%f" % value).rstrip(b"0")


def _drawn(words: str) -> Iterator[bytes]:
    """The operators that draw a path of lines to the right."""
    yield b"0 0 m"
    across, down = 0.0, 0.0
    line = b"0"
    for letter, first, second in _STEP.findall(words):
        if letter == "h":
            across += float(first)
            yield b"%s %s l" % (number(across), line)
            continue
        if letter == "M":
            across, down = float(first), float(second)
        else:
            across, down = across + float(first), down + float(second)
        line = number(down)
        yield b"%s %s m" % (number(across), line)
