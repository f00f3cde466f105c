"""Signs of the fonts Symbol and Wingdings, which number them in a way of their own (ECMA-376, 17.3.3.30)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

__all__ = ["is_symbol_font", "symbol_sign"]

_PRIVATE = 0xF000
"""Where files number the signs of such fonts: in the private range."""

_SYMBOL = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
"""The encoding of Symbol (Adobe, "Symbol Set and Encoding"; Unicode's mapping SYMBOL.TXT)."""
_WINGDINGS = (
    (0x20, " ✏✂✁"),
    (0x28, "☎✆✉"),
    (0x45, "☜☞☝☟"),
    (0x4A, "☺😐☹"),
    (0x6C, "●"),
    (0x6E, "■□"),
    (0x71, "❑❒"),
    (0x75, "◆❖"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•▪○"),
    (0xA7, "▪◻"),
    (0xAB, "★"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓↖↗↙↘"),
    (0xE8, "➔"),
    (0xEF, "⇦⇨⇧⇩⬄⇳"),
    (0xFB, "✗✓☒☑"),
)
_WINGDINGS_2 = ((0x4F, "✗✓☒☑☒"),)
_TABLES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


@lru_cache(maxsize=64)
def is_symbol_font(name: str | None) -> bool:
    """Whether a font numbers its signs in a way of its own."""
    return (name or "").strip().casefold() in _TABLES


def symbol_sign(font: str | None, number: int) -> str:
    """The sign that a font has under a number, which may be in the private range; "" if that is not known."""
    return _signs((font or "").strip().casefold()).get(number - _PRIVATE if number >= _PRIVATE else number, "")


@lru_cache(maxsize=8)
def _signs(font: str) -> Mapping[int, str]:
    stretches = _TABLES.get(font, ())
    return {first + at: sign for first, signs in stretches for at, sign in enumerate(signs)}
