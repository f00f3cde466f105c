"""Whether an English word says that there are several of a thing."""

from __future__ import annotations

__all__ = ["is_plural"]

_PLURALS = frozenset({"men", "women", "children", "people", "staff", "police"})
_NONE = frozenset(
    {"this", "towards", "perhaps", "besides", "always", "does", "goes", "says", "sometimes", "afterwards"}
)


def is_plural(word: str) -> bool:
    """Whether a word in small letters is a plural, as far as its letters tell."""
    return word in _PLURALS or (
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us")) and word not in _NONE
    )
