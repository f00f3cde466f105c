"""Document symbols and resolutions that a text cites (docs/conventions.md §3, §6 rule 42)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.context import Context
from precis.facts.fact import Citation, Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.model import DOCUMENT_SYMBOL

__all__ = ["KIND"]


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The documents that a sentence cites, each once."""
    text = context.text
    seen: set[str] = set()
    for match in DOCUMENT_SYMBOL.finditer(text) if "/" in text else ():
        symbol = match[0].rstrip("*")
        if symbol not in seen:
            seen.add(symbol)
            yield Citation(context.at(match.start(), match.end()), symbol)
    for match in context.patterns["citation.resolution"].finditer(text):
        if not match["organ"] and "/" not in match["numbers"] and "(" not in match["numbers"]:
            continue
        for number in re.split(r", | and ", match["numbers"]):
            name = f"{match['kind']} {number}"
            if name not in seen:
                seen.add(name)
                organ = match["organ"] or _organ_near(context, match.start(), match.end())
                yield Citation(context.at(match.start(), match.end()), name, organ, match["date"] or "")


def _organ_near(context: Context, start: int, end: int) -> str:
    """The organ that "in its resolution 68/268" speaks of: the last named before, or the next after."""
    text = context.text
    if not context.patterns["citation.its"].search(text[:start]):
        return ""
    before = context.patterns["citation.organ"].findall(text[:start])
    after = context.patterns["citation.organ_after"].match(text[end:])
    return before[-1] if before else after[1] if after else ""


KIND = FactKind("citation", Citation, find, "documents", 200, always=True, in_dialogue=True)
