"""Document symbols and resolutions that a text cites (un-conventions.md §3, §6 rule 42)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.facts.context import DATE, Context
from precis.facts.fact import Citation, Fact
from precis.model import DOCUMENT_SYMBOL

__all__ = ["RULES"]

_ORGANS = "General Assembly|Human Rights Council|Security Council|Economic and Social Council"
_RESOLUTION = re.compile(
    r"\b(?:(?P<organ>General Assembly|Human Rights Council|Security Council|Economic and Social Council|Council"
    r"|Assembly|Commission on Human Rights) )?"
    r"(?P<kind>resolution|decision)s? (?P<numbers>(?:[A-Z]-)?\d+(?:/\d+)?(?: [A-Z]\b)?(?: \((?:\d{4}"
    r"|[XVILSs-]+)\))?(?:(?:, | and )\d+/\d+)*)"
    rf"(?: of (?P<date>{DATE}))?"
)


def citations(context: Context) -> Iterator[Fact]:
    """The documents that a sentence cites, each once."""
    text = context.text
    seen: set[str] = set()
    for match in DOCUMENT_SYMBOL.finditer(text):
        symbol = match[0].rstrip("*")
        if symbol not in seen:
            seen.add(symbol)
            yield Citation(context.at(match.start(), match.end()), symbol)
    for match in _RESOLUTION.finditer(text):
        if not match["organ"] and "/" not in match["numbers"] and "(" not in match["numbers"]:
            continue
        for number in re.split(r", | and ", match["numbers"]):
            name = f"{match['kind']} {number}"
            if name not in seen:
                seen.add(name)
                organ = match["organ"] or _organ_near(text, match.start(), match.end())
                yield Citation(context.at(match.start(), match.end()), name, organ, match["date"] or "")


def _organ_near(text: str, start: int, end: int) -> str:
    """The organ that "in its resolution 68/268" speaks of: the last named before, or the next after."""
    if not re.search(r"\b(?:its|adopted|in)\s\Z", text[:start]):
        return ""
    before = re.findall(rf"\b(?:{_ORGANS})\b", text[:start])
    after = re.match(rf"[^,;]{{0,40}}, the ({_ORGANS})\b", text[end:])
    return before[-1] if before else after[1] if after else ""


RULES = (citations,)
