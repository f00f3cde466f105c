"""What a line may not part in digests and briefings: names, dates, numbers with their units, symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from precis.language.grammar import any_of

__all__ = ["HARD", "JOINER", "Binding"]

HARD = "\u00a0"
"""The blank at which no line ends."""

JOINER = "\u2060"
"""Stands where no line may end, and prints nothing."""

_DAYS = re.compile(r"\b(\d{1,2}) (?=[A-Z][a-z]+\b)")
_MARKS = re.compile(r"(?<=«) | (?=[:;?!»])")
_PREFIX = re.compile(r"\b([a-z]{1,3})-(?=[a-z]{4})")
_SYMBOL = re.compile(r"\b[A-Z]+(?:/[A-Z0-9.]+)+(?:/[\w.]+)*")
_NAME = re.compile(r"(?<=[A-Z][a-zà-ÿ])-(?=[A-Z][a-zà-ÿ])|(?<=[a-zà-ÿ])-(?=[A-Z][a-zà-ÿ])")


class Binding:
    """Holds words together by the `titles`, `numbered` and `units` of the tables [prose] of some languages."""

    def __init__(self, tables: Iterable[Mapping[str, Sequence[str]]]) -> None:
        words = {name: any_of({each for table in tables for each in table[name]}) for name in ("titles", "numbered")}
        units = any_of({each for table in tables for each in table["units"]})
        self._blanks = (
            re.compile(rf"(?<!\w)(?:{words['titles']}) (?=\w)"),
            re.compile(rf"(?<!\w)(?:{words['titles']}){HARD}[A-Z][\w'’-]+ (?=[A-Z][a-zà-ÿ])"),
            _DAYS,
            re.compile(rf"(?<=\d) (?=%|(?:\d{{3}}|{units})\b)"),
            re.compile(rf"(?<!\w)(?:{words['numbered']}) (?=\d)"),
            _MARKS,
        )

    def bound(self, text: str) -> str:
        """The text with what must not be parted held together."""
        for pattern in self._blanks:
            text = pattern.sub(lambda match: match[0].rstrip(" ") + HARD if match[0].strip() else HARD, text)
        text = _SYMBOL.sub(lambda match: match[0].replace("/", f"/{JOINER}"), text)
        return _PREFIX.sub(rf"\1-{JOINER}", _NAME.sub(f"-{JOINER}", text))
