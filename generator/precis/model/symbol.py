"""Symbols of summary records: one grammar that parses and prints (docs/conventions.md §3.1 and §3.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import ClassVar

__all__ = ["DOCUMENT_SYMBOL", "Symbol", "SymbolError"]

_FORM = (
    r"(?P<series>[A-Z]+(?:/[A-Z]+(?:\.[0-9]+)?)*)"
    r"(?:/(?P<element>[0-9]+))?"
    r"/SR\.(?P<meeting>[1-9][0-9]*)"
    r"(?P<suffixes>(?:/(?:Add|Corr|Rev|Amend)\.[1-9][0-9]*)*)"
    r"(?P<stars>\*{0,3})"
)
_SUFFIX = re.compile(r"/(Add|Corr|Rev|Amend)\.(\d+)")

DOCUMENT_SYMBOL = re.compile(
    r"\b(?:A|E|S|ST|HRI|ECE|CERD|CCPR|CAT|CEDAW|CRC|CMW|CRPD|CED|INT)"
    r"(?:/[A-Z0-9][A-Za-z0-9.\-]*)*/[A-Za-z0-9.\-]*[A-Za-z0-9]\*{0,2}"
)
"""Any document symbol in running text, such as CAT/C/PSE/1 or A/79/292."""


class SymbolError(ValueError):
    """A text that is not the symbol of a summary record."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """The symbol of a summary record.

    `series` names the body ("CMW/C", "E/C.12"); `element` is the year (CESCR) or the session (CRPD until 2012) in
    the symbol; `suffixes` are ("Add", 1), ("Corr", 1) and so on in order; `stars` counts the asterisks of reissues.
    """

    series: str
    meeting: int
    element: int | None = None
    suffixes: tuple[tuple[str, int], ...] = ()
    stars: int = 0

    FORM: ClassVar[str] = _FORM
    """The regular expression of a symbol."""

    @classmethod
    def parse(cls, text: str) -> Symbol:
        """The symbol written as `text`; SymbolError if it is off the grammar."""
        match = re.fullmatch(cls.FORM, text.strip())
        if match is None:
            raise SymbolError(
                f"'{text}' is not the symbol of a summary record; write it as CMW/C/SR.590 or E/C.12/2024/SR.40"
            )
        element = match["element"]
        return cls(
            series=match["series"],
            meeting=int(match["meeting"]),
            element=int(element) if element else None,
            suffixes=tuple((kind, int(number)) for kind, number in _SUFFIX.findall(match["suffixes"])),
            stars=len(match["stars"]),
        )

    def __str__(self) -> str:
        element = "" if self.element is None else f"/{self.element}"
        suffixes = "".join(f"/{kind}.{number}" for kind, number in self.suffixes)
        return f"{self.series}{element}/SR.{self.meeting}{suffixes}{'*' * self.stars}"

    @property
    def bare(self) -> Symbol:
        """The same without asterisks: the address of the document."""
        return replace(self, stars=0)

    def with_suffix(self, kind: str, number: int) -> Symbol:
        """The symbol of a document that belongs to this one, such as its corrigendum: ("Corr", 1)."""
        return replace(self, suffixes=(*self.suffixes, (kind, number)), stars=0)

    @property
    def file_name(self) -> str:
        """The symbol as files are named: CMW_C_SR.590."""
        return str(self.bare).replace("/", "_")
