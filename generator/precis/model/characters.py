"""The characters that no document can hold: those that XML has no place for, and those that turn its words about."""

from __future__ import annotations

import re

__all__ = ["UNPRINTABLE", "character_name"]

_TURNING = "\u202a-\u202e\u2066-\u2069"
"""Overrides and embeddings of direction (Unicode, Annex 9), with which a text shows other words than it holds."""

UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff{_TURNING}]")
"""One of them (XML 1.0, section 2.2): Word files and pages are XML."""


def character_name(character: str) -> str:
    """How a character is named that shows nothing: U+0001."""
    return f"U+{ord(character):04X}"
