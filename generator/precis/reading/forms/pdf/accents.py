"""A letter of a page, and accents that are drawn as letters of their own."""

from __future__ import annotations

import unicodedata
from operator import itemgetter
from typing import NamedTuple

__all__ = ["Letter", "with_accents"]

_ACCENTS = {
    "`": "\u0300",
    "´": "\u0301",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "¨": "\u0308",
    "˚": "\u030a",
    "˝": "\u030b",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˛": "\u0328",
}
"""Accents that TeX draws as letters of their own, over or below another, and what they are on it."""
_DOTLESS = {"ı": "i", "ȷ": "j"}
"""Letters that fonts have without their dot, to stand below an accent."""
_AROUND = 40
"""Letters before and after an accent among which the one that has it stands."""


class Letter(NamedTuple):
    """A letter and the room that it takes in its line, in points from the lower left corner of the page.

    `base` is the height of its baseline; `added` says that it is a blank that pdfium saw between two stretches.
    """

    char: str
    left: float
    right: float
    base: float
    stretch: int
    added: bool


def with_accents(letters: list[Letter]) -> tuple[Letter, ...]:
    """The letters, with accents that stand over or below one made part of it."""
    if _ACCENTS.keys().isdisjoint(map(itemgetter(0), letters)):
        return tuple(letters)
    placed: set[int] = set()
    for at, accent in enumerate(letters):
        mark = _ACCENTS.get(accent.char)
        near = range(max(at - _AROUND, 0), min(at + _AROUND, len(letters))) if mark else ()
        for other in near:
            letter = _DOTLESS.get(letters[other].char, letters[other].char)
            whole = unicodedata.normalize("NFC", letter + (mark or ""))
            if other != at and len(whole) == 1 and whole != letters[other].char and _over(accent, letters[other]):
                letters[other] = letters[other]._replace(char=whole)
                placed.add(at)
                break
    return tuple(letter for at, letter in enumerate(letters) if at not in placed)


def _over(accent: Letter, letter: Letter) -> bool:
    """Whether an accent stands above or below a letter, whose room it takes none of beside it."""
    middle, wide = (accent.left + accent.right) / 2, letter.right - letter.left
    return letter.left < middle < letter.right and abs(accent.base - letter.base) <= wide
