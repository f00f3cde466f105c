"""Signs that stand for themselves: symbols of a font, and the gaps of our drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from precis.model import Gap, Inline, Run
from precis.reading.forms.docx.markup import W
from precis.reading.forms.symbols import symbol_sign

__all__ = ["gaps_of", "symbol_text", "text_in_font"]

_GAP = re.compile(r"\[([^\[\]]*)\]")
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF02A: "*", 0xF02D: "−", 0xF020: " "}
"""Signs of fonts that are not named: those that Symbol and Wingdings have under these numbers."""


def symbol_text(element: Any) -> str:
    """The sign of a `w:sym`."""
    code = element.get(f"{W}char", "")
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,5}", code) else 0
    if sign := symbol_sign(element.get(f"{W}font"), number):
        return sign
    if number in _SYMBOLS:
        return _SYMBOLS[number]
    return "" if number < ord(" ") or 0xD800 <= number < 0xE000 else chr(number)


def text_in_font(text: str, font: str) -> str:
    """Words that are set in a font that has signs in the places of letters."""
    return "".join(symbol_sign(font, ord(char)) or char for char in text)


def gaps_of(text: str) -> Iterator[Inline]:
    """The gaps of a draft, whose words stand in brackets; what stands beside the brackets is text."""
    at = 0
    for match in _GAP.finditer(text):
        if match.start() > at:
            yield Run(text[at : match.start()])
        yield Gap(match[1])
        at = match.end()
    if at < len(text):
        yield Run(text[at:])
