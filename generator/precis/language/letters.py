"""Letters without their accents, which capitals may lack ("FEVRIER") and converters lose."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

__all__ = ["ARABIC_SIGNS", "unaccented", "without_accents", "without_signs"]

_ALPHABETS = (range(0xC0, 0x250), range(0x400, 0x460), range(0x622, 0x627))
"""Where the Latin and Cyrillic letters with accents stand in Unicode, and the Arabic ones with a hamza."""


ARABIC_SIGNS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
"""The signs of vowels and the stretching of Arabic, which a text has or lacks as it likes, as a class of characters."""

_SIGNS = re.compile(f"[{ARABIC_SIGNS}]")


def without_signs(text: str) -> str:
    """The text without the signs of Arabic vowels, and not stretched: the same words."""
    return text if text.isascii() else _SIGNS.sub("", text)


@cache
def unaccented() -> dict[int, str]:
    """The letters without accents by those with one, for `str.translate`."""
    letters = (code for alphabet in _ALPHABETS for code in alphabet)
    plain = {code: unicodedata.normalize("NFD", chr(code))[0] for code in letters}
    return {code: letter for code, letter in plain.items() if letter != chr(code)}


def without_accents(text: str) -> str:
    """The text without accents; as many characters as before."""
    return text if text.isascii() else _accented().sub(lambda found: unaccented()[ord(found[0])], text)


@cache
def _accented() -> re.Pattern[str]:
    """A letter with an accent. Few texts have any, and a search passes over the others fast."""
    return re.compile(f"[{''.join(map(chr, unaccented()))}]")
