"""The phrases that tell what a sentence does (templates/languages/en/facts.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from precis.assets import Assets

__all__ = ["Phrases", "load_phrases"]


class Phrases:
    """Kinds of sentences and the patterns of each."""

    def __init__(self, data: dict[str, list[str]]) -> None:
        words = {"ACT": _any(data["act"]), "DONE": _any(data["done"])}
        self._patterns = {
            kind: re.compile(rf"\b{_any(_filled(entry, words) for entry in entries)}", re.IGNORECASE)
            for kind, entries in data.items()
        }

    def find(self, kind: str, text: str) -> re.Match[str] | None:
        """The first phrase of a kind in a text, or None."""
        return self._patterns[kind].search(text)


def _any(entries: Iterable[str]) -> str:
    # An entry ends at the end of a word; one that ends in a look-ahead or a mark ends where it says.
    return "(?:" + "|".join(rf"{entry}(?!\w)" for entry in entries) + ")"


def _filled(entry: str, words: dict[str, str]) -> str:
    for name, pattern in words.items():
        entry = entry.replace(name, pattern)
    return entry


def load_phrases(assets: Assets) -> Phrases:
    """The phrases of templates/languages/en/facts.toml."""
    text = assets.text("languages", "en", "facts.toml")
    assert text is not None, "the table of phrases is part of the package"
    return _load(text)


@lru_cache(maxsize=4)
def _load(text: str) -> Phrases:
    return Phrases(tomllib.loads(text))
