"""The characters that no document can hold: those that XML has no place for."""

from __future__ import annotations

import re

__all__ = ["UNPRINTABLE", "character_name"]

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""One of them (XML 1.0, section 2.2): Word files and pages are XML."""


def character_name(character: str) -> str:
    """How a character is named that shows nothing: U+0001."""
    return f"U+{ord(character):04X}"
