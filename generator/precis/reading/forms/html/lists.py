"""How the items of the lists of a page are numbered (HTML standard, 4.4.5 to 4.4.8; CSS Lists 3)."""

from __future__ import annotations

import re
from typing import Any

from precis.reading.forms.html.css import Css

__all__ = ["form_of", "number_of"]

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_STYLES = {
    **dict.fromkeys(("lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "upperLetter"),
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal": "decimal",
    **dict.fromkeys(("none", "disc", "circle", "square"), ""),
}


def form_of(holder: Any, item: Any, css: Css) -> str:
    """How the items of a list are numbered, in the words of Word (`formatted`); "" if they are bullets."""
    if holder is None:
        return ""
    styled = css.numbers(item) or css.numbers(holder)
    if styled in _STYLES:
        return _STYLES[styled]
    return _TYPES.get(item.get("type") or holder.get("type", "1"), "decimal") if holder.tag == "ol" else ""


def number_of(item: Any) -> int:
    """The number of an item of a numbered list (HTML standard, 4.4.8)."""
    number = _integer(item.getparent().get("start"), 1)
    for each in item.getparent().iterchildren("li"):
        number = _integer(each.get("value"), number)
        if each is item:
            break
        number += 1
    return number


def _integer(text: str | None, other: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text.strip()) else other
