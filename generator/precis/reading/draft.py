"""The draft of a record while it is read: its fields, where each stood, and the findings."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from precis.language.letters import without_accents
from precis.model import FileSpan, Finding, Record
from precis.model.findings import Unit
from precis.reading.search.tolerant import collapsed, same_words

__all__ = ["CoverDraft", "form_of", "letters"]


_OTHER = re.compile(r"[\W_]+")
_SIGNS = str.maketrans("", "", string.punctuation + string.whitespace)


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


@dataclass
class CoverDraft:
    """Gathers the fields of a record, and the line of the file that each comes from.

    What the user gave wins over what is read or inferred.
    """

    file: str
    unit: Unit = "line"
    given: Mapping[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    lines: dict[str, int | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values.update(self.given)

    def get(self, name: str) -> Any:
        """The value of a field, or None."""
        return self.values.get(name)

    def read(self, name: str, value: Any, at: int | None) -> None:
        """A field that the text says. If the user gave another value, that stays, and a warning says so."""
        if name in self.given:
            if self.given[name] != value:
                reason = "the text says otherwise; what was given is kept"
                self.tell("given-differs", name, reason, at, old=str(value), new=str(self.given[name]))
            return
        self.values[name] = value
        self.lines[name] = at

    def infer(self, name: str, value: Any, reason: str, at: int | None = None) -> None:
        """A field that follows from something else; nothing happens if it is known."""
        if self.values.get(name) is None:
            self.values[name] = value
            self.lines[name] = at
            self.tell("field-inferred", name, reason, at, new=str(value))

    def record(self) -> Record:
        """The record as the fields say it so far, without a text."""
        values = {name: value for name, value in self.values.items() if value is not None}
        if "symbol" in values:
            values.pop("meeting_as_printed", None)
        return Record(**values)

    def tell(self, code: str, name: str, reason: str, at: int | None = None, *, old: str = "", new: str = "") -> None:
        """Add a finding."""
        self.findings.append(
            Finding(code, FileSpan(self.file, at, self.unit), name, reason, collapsed(old), collapsed(new))
        )

    def settle(
        self, name: str, taken: str, printed: str, at: int | None, reason: str = "an older or damaged form"
    ) -> None:
        """Tell what was read of the text if precis will print something else: more than capitals and asterisks."""
        if taken == printed:
            return
        if letters(taken) != letters(printed):
            self.tell("usual-form", name, reason, at, old=taken, new=printed)
        elif _spelled(taken) != _spelled(printed):
            self.tell("usual-form", name, "its blanks or signs are not the usual ones", at, old=taken, new=printed)


def _spelled(text: str) -> str:
    return same_words(text.replace("*", "")).lower()
