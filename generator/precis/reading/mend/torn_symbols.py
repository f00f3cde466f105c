"""Document symbols that a converter tore with blanks: "CEDA W /C/G U A/CO/6/ CRP. 1" (docs/conventions.md §3).

Symbols in Russian texts may have letters that only look like those of a symbol.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from precis.model import DOCUMENT_SYMBOL, Inlines, Run, joined
from precis.reading.draft import CoverDraft
from precis.reading.line import TextLine

__all__ = ["with_latin_symbols", "with_whole_symbols"]

_SUFFIXES = "Add|Corr|Rev|Amend|CRP|SR|Misc|WG|L|R"
_NUMBER = r" ?\. ?\d+(?: ?[-–] ?\d+)?"
"""The number behind a suffix; of some documents together, the first and the last."""

_PART = rf"(?:(?:{_SUFFIXES}){_NUMBER}|[A-Z](?: [A-Z])+(?= ?/)|[A-Z0-9]+(?:[.–-][A-Z0-9]+)*(?![a-z]))"
_SYMBOL = re.compile(rf"(?<![^\W\u3400-\u9fff])(?<!/)[A-Z]{{1,6}}(?: [A-Z]{{1,6}}){{0,5}}(?: ?/ ?{_PART})+")
_SUFFIX_ALONE = re.compile(rf"(?<![\w/.])(?:Add|Corr|Rev|CRP){_NUMBER}")


_LOOKS = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")
"""Cyrillic capitals, and the Latin ones that look the same."""

_LIKE_SYMBOL = re.compile(r"(?<![\w/])(?=[A-Z/]*[А-Х])[A-ZАВЕКМНОРСТХ]{1,5}(?:/[A-ZАВЕКМНОРСТХ0-9][\w.-]*)+\w")


def with_latin_symbols(lines: Sequence[TextLine], draft: CoverDraft) -> Sequence[TextLine]:
    """The lines with the letters of a symbol in its symbols; a finding tells of each line that had others."""
    return [_latin(line, draft) if _may_look_latin(line.text) else line for line in lines]


def _may_look_latin(text: str) -> bool:
    """Whether a text has what looks like a symbol; few lines have a solidus and letters that are not ASCII."""
    return "/" in text and not text.isascii() and _LIKE_SYMBOL.search(text) is not None


def _latin(line: TextLine, draft: CoverDraft) -> TextLine:
    changes: list[tuple[str, str]] = []

    def latin(found: re.Match[str]) -> str:
        symbol = found[0].translate(_LOOKS)
        if DOCUMENT_SYMBOL.fullmatch(symbol) is None:
            return found[0]
        changes.append((found[0], symbol))
        return symbol

    def mended(inlines: Inlines) -> Inlines:
        return joined(
            replace(item, text=_LIKE_SYMBOL.sub(latin, item.text)) if isinstance(item, Run) else item
            for item in inlines
        )

    out = replace(line, inlines=mended(line.inlines), cells=tuple(map(mended, line.cells)))
    if not changes:
        return line
    old, new = (" … ".join(words) for words in zip(*dict.fromkeys(changes), strict=True))
    draft.tell(
        "letters-mended", "text", "Cyrillic letters that only look like those of the symbol", line.at, old=old, new=new
    )
    return out


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
