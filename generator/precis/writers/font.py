"""The measures of the house's type: how high its lines are, where their baselines stand, how wide its letters are.

They come from templates/fonts: facts of Times New Roman and Arial, which every font of their metrics shares.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import tomli

from precis.assets import shipped
from precis.writers.style import ParagraphStyle

__all__ = ["Font", "face", "times"]

_TWIPS = 20
_ARABIC = frozenset(map(chr, range(0x600, 0x700)))
_JOINED = 0.45
"""The width of an Arabic letter in ems, on the whole: it is joined to its neighbours, and has other shapes for that."""
_UNSEEN = "\u2060\u200b\ufeff"


@dataclass(frozen=True, slots=True)
class Font:
    """A font's measures in ems: `ascent` and `descent` about the baseline, the `gap` that a line of it keeps above."""

    ascent: float
    descent: float
    gap: float
    bold: Mapping[str, float]
    roman: Mapping[str, float]

    def width(self, character: str, *, bold: bool = True) -> float:
        """The width of a character in ems; nothing for one that shows nothing.

        What the table lacks is a whole em wide, an Arabic letter less.
        """
        if unicodedata.combining(character) or character in _UNSEEN:
            return 0.0
        widths = self.bold if bold else self.roman
        whole = _JOINED if character in _ARABIC else 1.0
        return widths.get(character, widths.get(unicodedata.normalize("NFD", character)[0], whole))

    def natural(self, size: float) -> float:
        """The height of a line that follows its type, in the unit of `size`."""
        return (self.ascent + self.descent + self.gap) * size

    def line(self, style: ParagraphStyle) -> float:
        """The height of a style's lines in points: exact, at least, or by its type (ECMA-376 Part 1, 17.3.1.33)."""
        if style.exact:
            return style.line / _TWIPS
        if style.auto:
            return self.natural(style.size) * style.line / 240
        return max(style.line / _TWIPS, self.natural(style.size))

    def drop(self, size: float, line: float) -> float:
        """How much lower Word sets a text in its line than CSS does, in points.

        CSS halves the room that a line has to spare; Word keeps all of it above the text (measured on every baseline
        of docs/conventions.md §1.1 and §1.3).
        """
        return (line - (self.ascent + self.descent) * size) / 2


def face(style: ParagraphStyle) -> Font:
    """The font of a paragraph style."""
    return _font("arial") if style.sans else times()


def times() -> Font:
    """Times New Roman and the fonts of its metrics."""
    return _font("times")


@cache
def _font(name: str) -> Font:
    text = shipped().text("fonts", f"{name}.toml")
    assert text is not None, "the measures are part of the package"
    data = tomli.loads(text)
    units = data["units"]
    bold, roman = (
        {character: int(width) / units for width, characters in data[weight].items() for character in characters}
        for weight in ("bold", "roman")
    )
    return Font(data["ascent"] / units, data["descent"] / units, data["gap"] / units, bold, roman)
