"""Which size the treaty's name takes in the masthead, and how wide the name of the United Nations is.

The rule is docs/conventions.md §1.3: the largest size in which the name fills no more lines than that size may. Word
and WeasyPrint are given the result, so that both print the same lines; the widths come from templates/fonts/times.toml.
"""

from __future__ import annotations

import re

from precis.writers.font import times
from precis.writers.style import HouseStyle

__all__ = ["fitted_treaty", "is_wide", "lines_filled"]

# A line may end at a blank, after a hyphen or dash inside a word, and after any Chinese character.
_PIECE = re.compile(r" |[\u2e80-\u9fff\uff00-\uffef]|[^ \-‐–—\u2e80-\u9fff\uff00-\uffef]+[\-‐–—]*|[\-‐–—]+")
_TWIPS = 20


def fitted_treaty(text: str, style: HouseStyle) -> tuple[float, int]:
    """The size (points) and the line (twips) of a treaty's name; "\\n" in `text` is a line break.

    The first of `treaty_sizes` whose lines hold the bold name in the second and third column of the masthead; the
    last of them when none does.
    """
    _, second, third, _ = style.masthead["columns"]
    sizes = style.masthead["treaty_sizes"]
    for size, line, lines in sizes:
        if lines_filled(text, size, (second + third) / _TWIPS) <= lines:
            return size, line
    size, line, _ = sizes[-1]
    return size, line


def is_wide(name: str, style: HouseStyle) -> bool:
    """Whether the name of the United Nations needs the third column of the masthead too: "Организация …"."""
    size, _, _ = style.masthead["united_nations"]
    return lines_filled(name, size, style.masthead["columns"][1] / _TWIPS) > 1


def lines_filled(text: str, size: float, width: float) -> int:
    """How many lines of `width` points a bold text of `size` points fills, each filled as far as it goes."""
    room = width / size
    return sum(_lines_of(part, room) for part in text.split("\n"))


def _lines_of(text: str, room: float) -> int:
    """Lines a text without breaks fills; `room` is a line's width in ems."""
    font = times()
    lines, used = 1, 0.0
    for piece in _PIECE.findall(text):
        wide = sum(font.width(character) for character in piece)
        # A blank at the end of a line hangs over; it never begins the next.
        if used + wide > room and used and piece != " ":
            lines, used = lines + 1, 0.0
        used += wide
    return lines
