"""Which words of the headings stand in the contents (un-conventions.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from precis.language.wording import Wording
from precis.model import DOCUMENT_SYMBOL, ContentsItem, Gap, Heading, Inline, Run, joined, plain, stripped

__all__ = ["contents_of"]

_OF_SYMBOLS = re.compile(r"[\d/]")
# In French "(point 4 a) de l’ordre du jour)" has a parenthesis that none opens.
_PARENTHESIS = re.compile(r"\s*\((?:[^()]|(?<=\d [a-z])\)(?= ))*\)")


def contents_of(headings: Iterable[Heading], wording: Wording) -> tuple[ContentsItem, ...]:
    """The contents that follow from the headings of levels 1 and 2.

    "(agenda item 4)" and the symbols of documents stand only in the heading, "(continued)" in both.
    """
    return tuple(
        ContentsItem(heading.level, _in_contents(heading, wording)) for heading in headings if heading.level <= 2
    )


def _in_contents(heading: Heading, wording: Wording) -> tuple[Inline, ...]:
    text = plain(heading.inlines)
    dropped = [match.span() for match in _PARENTHESIS.finditer(text) if _only_in_heading(match[0].strip(), wording)]
    kept = list(zip((0, *(end for _, end in dropped)), (*(start for start, _ in dropped), len(text)), strict=True))
    out: list[Inline] = []
    at = 0
    for item in heading.inlines:
        if isinstance(item, Gap):
            out.append(item)
        if isinstance(item, Run):
            pieces = (item.text[max(start - at, 0) : max(end - at, 0)] for start, end in kept)
            out.extend(Run(piece, italic=item.italic, superscript=item.superscript) for piece in pieces)
            at += len(item.text)
    return stripped(joined(out))


def _only_in_heading(parenthesis: str, wording: Wording) -> bool:
    if wording.read("agenda_item", parenthesis) is not None:
        return True
    if not _OF_SYMBOLS.search(parenthesis):
        return False
    between, suffix = _symbols(wording)
    pieces = between.split(parenthesis[1:-1].strip())
    return all(DOCUMENT_SYMBOL.fullmatch(piece) or suffix.fullmatch(piece) for piece in pieces)


@lru_cache(maxsize=8)
def _symbols(wording: Wording) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between symbols, and for a whole one after the first: "CAT/C/PSE/1 and Add.1"."""
    joints = "|".join(rf"\b{re.escape(word)}\b" for word in wording.connecting["joints"] if word.isalpha())
    ranges = "|".join(map(re.escape, ("-", "–", *wording.connecting["ranges"])))
    return (
        re.compile(rf"\s*(?:;|,|{joints or '(?!)'})\s*"),
        re.compile(rf"(?:Add|Corr|Rev)\.\d+(?:\s?(?:{ranges})\s?(?:Add\.)?\d+)?"),
    )
