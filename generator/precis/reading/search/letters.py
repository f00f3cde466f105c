"""The letters of a text: what a reading must not lose, and by which headings and items are compared."""

from __future__ import annotations

import re
import string
from functools import lru_cache

from precis.language.letters import without_accents

__all__ = ["form_of", "letters"]

_OTHER = re.compile(r"[\W_]+")
_SIGNS = str.maketrans("", "", string.punctuation + string.whitespace + "\u0640")


@lru_cache(maxsize=256)
def letters(text: str) -> str:
    """The letters and digits of a text, in small letters: what a reading must not lose.

    Of the lines of one record it is asked a few times.
    """
    words = text.lower().translate(_SIGNS)
    return words if words.isalnum() else _OTHER.sub("", words)


@lru_cache(maxsize=256)
def form_of(text: str) -> str:
    """The letters of a heading or an item, by which the two are compared: French capitals may have no accents."""
    return letters(without_accents(text))
