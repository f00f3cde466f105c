"""The notes of a web page: a link to a place below it that begins with the same mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

__all__ = ["BLOCKS", "Notes", "find_notes"]

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_MARK = re.compile(r"[\[(]?(\d{1,3}|\*{1,5})[\])/.]?")
_ARROWS = "↩↵⏎↑^︎\ufe0e"


@dataclass(frozen=True)
class Notes:
    """The links that call a note, and the blocks that are one, each with its label; and the links that lead back."""

    calls: dict[Any, str] = field(default_factory=dict)
    blocks: dict[Any, str] = field(default_factory=dict)
    marks: set[Any] = field(default_factory=set)


def find_notes(body: Any) -> Notes:
    """The notes of a page. A figure that links to something else is no call."""
    notes = Notes()
    settled: set[Any] = set()
    places = {element.get("id") or element.get("name"): element for element in body.iter() if _names(element)}
    for link in body.iter("a"):
        target = places.get((link.get("href") or "")[1:]) if (link.get("href") or "").startswith("#") else None
        mark = _MARK.fullmatch(_text(link))
        if target is None or mark is None or link in notes.marks:
            continue
        block = _block(target)
        if notes.blocks.get(block) == mark[1]:
            notes.calls[link] = mark[1]
        if block in settled:
            continue
        settled.add(block)
        back = [other for other in block.iter("a") if _leads_to(other, link, places)]
        begins = _MARK.match(_text(block))
        if block is _block(link) or not (back or (begins and begins[1] == mark[1])):
            continue
        notes.calls[link] = mark[1]
        notes.blocks[block] = mark[1]
        notes.marks.update(other for other in back if _is_mark(_text(other), mark[1]))
    return notes


def _names(element: Any) -> bool:
    return isinstance(element.tag, str) and bool(element.get("id") or (element.tag == "a" and element.get("name")))


def _block(element: Any) -> Any:
    """The block that an element is or stands in."""
    while element.tag not in BLOCKS and element.getparent() is not None:
        element = element.getparent()
    return element


def _leads_to(link: Any, call: Any, places: dict[str, Any]) -> bool:
    """Whether a link leads to a call, to what stands in it, or to what it stands in."""
    place = places.get((link.get("href") or "#")[1:])
    return place is not None and (place is call or call in place.iter() or place in call.iter())


def _is_mark(text: str, label: str) -> bool:
    found = _MARK.fullmatch(text)
    return bool(found and found[1] == label) or all(char in _ARROWS for char in text)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
