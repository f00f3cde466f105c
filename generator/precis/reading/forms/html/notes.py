"""The notes of a web page: a link to a place below it that begins with the same mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["BLOCKS", "Notes", "find_notes"]

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_MARK = re.compile(r"[\[(]?(\d{1,3}|\*{1,5}|(?<=\[)[ivxlc]{1,6}(?=\]))[\])/.]?")
_COMMENT = re.compile(r"(?:cmnt|_com_|_msocom_)\d{1,4}")
_COMMENTED = re.compile(r"(?:cmnt_ref|_anchor_|_msoanchor_)\d{1,4}")
_ARROWS = "↩↵⏎↑^︎\ufe0e"


@dataclass(frozen=True)
class Notes:
    """The links that call a note, and the blocks that are one, each with its label; and the links that lead back.

    The mark of a note that is `worded` stands among its words, and is no link. `comments` are those of a reviewer.
    """

    calls: dict[Any, str] = field(default_factory=dict)
    blocks: dict[Any, str] = field(default_factory=dict)
    marks: set[Any] = field(default_factory=set)
    worded: set[Any] = field(default_factory=set)
    comments: set[Any] = field(default_factory=set)


def find_notes(body: Any) -> Notes:
    """The notes of a page. A figure that links to something else, or to a place above it, is no call."""
    notes = Notes()
    order = {element: number for number, element in enumerate(body.iter())}
    places = {element.get("id") or element.get("name"): element for element in order if _names(element)}
    settled: set[Any] = set()
    for name, element in places.items():
        # The comments of a text of Google Docs or Word stand below it, and are called by letters.
        if _COMMENT.fullmatch(name):
            notes.comments.add(_block(element))
        elif _COMMENTED.fullmatch(name):
            notes.marks.add(element)
    for link in body.iter("a"):
        target, mark = _target(link, places), _MARK.fullmatch(_text(link))
        if target is None or mark is None or order[target] < order[link]:
            continue
        block = _block(target)
        if block not in settled and block is not _block(link):
            settled.add(block)
            back = [other for other in block.iter("a") if _leads_up(other, block, places, order)]
            begins = _MARK.match(_text(block))
            if back or (begins and begins[1] == mark[1]):
                notes.blocks[block] = mark[1]
                notes.marks.update(other for other in back if _is_mark(_text(other), mark[1]))
                if all(_text(other) not in mark[0] for other in back):
                    notes.worded.add(block)
        if notes.blocks.get(block) == mark[1]:
            notes.calls[link] = mark[1]
    return notes


def _target(link: Any, places: Mapping[str, Any]) -> Any:
    """What a link leads to in the page, or None."""
    address = link.get("href") or ""
    return places.get(address[1:]) if address.startswith("#") else None


def _names(element: Any) -> bool:
    return isinstance(element.tag, str) and bool(element.get("id") or (element.tag == "a" and element.get("name")))


def _block(element: Any) -> Any:
    """The block that an element is or stands in."""
    while element.tag not in BLOCKS and element.getparent() is not None:
        element = element.getparent()
    return element


def _leads_up(link: Any, block: Any, places: Mapping[str, Any], order: Mapping[Any, int]) -> bool:
    """Whether a link of a note leads to a place above it."""
    target = _target(link, places)
    return target is not None and order[target] < order[block]


def _is_mark(text: str, label: str) -> bool:
    found = _MARK.fullmatch(text)
    return bool(found and found[1] == label) or all(char in _ARROWS for char in text)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
