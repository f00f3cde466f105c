"""Document symbols that a converter tore with blanks: "CEDA W /C/G U A/CO/6/ CRP. 1" (docs/conventions.md §3)."""

from __future__ import annotations

import re

from precis.model import DOCUMENT_SYMBOL

__all__ = ["with_whole_symbols"]

_SUFFIXES = "Add|Corr|Rev|Amend|CRP|SR|Misc|WG|L|R"
_NUMBER = r" ?\. ?\d+(?: ?[-–] ?\d+)?"
"""The number behind a suffix; of some documents together, the first and the last."""

_PART = rf"(?:(?:{_SUFFIXES}){_NUMBER}|[A-Z](?: [A-Z])+(?= ?/)|[A-Z0-9]+(?:[.–-][A-Z0-9]+)*(?![a-z]))"
_SYMBOL = re.compile(rf"(?<![\w/])[A-Z]{{1,6}}(?: [A-Z]{{1,6}}){{0,5}}(?: ?/ ?{_PART})+")
_SUFFIX_ALONE = re.compile(rf"(?<![\w/.])(?:Add|Corr|Rev|CRP){_NUMBER}")


def with_whole_symbols(text: str) -> str:
    """The text without the blanks inside its symbols, and inside the suffixes that stand alone: "and Add . 1 - 3"."""
    if "/" in text:
        text = _SYMBOL.sub(lambda found: _whole(found[0]), text)
    return _SUFFIX_ALONE.sub(lambda found: found[0].replace(" ", ""), text)


def _whole(torn: str) -> str:
    """A symbol in one piece; words in capitals before it stay apart. What makes no symbol stays as it is."""
    series, solidus, rest = torn.partition("/")
    rest = rest.replace(" ", "")
    pieces = series.split()
    for place in range(len(pieces)):
        symbol = "".join(pieces[place:]) + solidus + rest
        if DOCUMENT_SYMBOL.fullmatch(symbol):
            return " ".join((*pieces[:place], symbol))
    return torn
