"""The patterns of the kinds of facts, by name (the tables under [patterns] of a facts.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from precis.assets.lines import KeyPath
from precis.assets.shapes import Wrong
from precis.facts.dialogue.anchors import Needs, needs_of

__all__ = ["Patterns", "text_or_texts"]


class Patterns:
    """Patterns by the name of their table and their own: "meeting.stop". Each is made when it is first asked for.

    In the words of a pattern, {date} and the like stand for what [shorthand] says; {number} and {session} are those
    of the language.
    """

    def __init__(
        self, tables: Mapping[str, Mapping[str, str | list[str]]], shorthand: Mapping[str, str], own: Mapping[str, str]
    ) -> None:
        self._words = {f"{table}.{name}": words for table, row in tables.items() for name, words in row.items()}
        self._shorthand = dict(own)
        for name, words in shorthand.items():
            self._shorthand[name] = self._in_full(words)
        self._made: dict[str, re.Pattern[str]] = {}
        self._needs: dict[str, Needs] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern of that name; KeyError if the table has none."""
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = re.compile(self._in_full(_joined(self._words[name])))
        return made

    def needs(self, name: str) -> Needs:
        """What a text must hold that the pattern matches; to ask does not make it."""
        known = self._needs.get(name)
        if known is None:
            known = self._needs[name] = needs_of(self._in_full(_joined(self._words[name])), begins=False)
        return known

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all patterns."""
        return tuple(self._words)

    def _in_full(self, words: str) -> str:
        for name, pattern in self._shorthand.items():
            words = words.replace(f"{{{name}}}", pattern)
        return words


def _joined(words: str | list[str]) -> str:
    return words if isinstance(words, str) else "|".join(words)


def text_or_texts(value: Any, path: KeyPath) -> Iterator[Wrong]:
    """Whether a value is a text or a list of texts, as a shape asks."""
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) for text in texts):
        yield Wrong(path, "template-type", "is no pattern; write a text in quotation marks, or a list of texts")
