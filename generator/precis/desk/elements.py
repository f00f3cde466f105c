"""Which element of a page each block of a record became."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from precis.model import Block, Heading, List, Paragraph, Quotation, Table, plain

__all__ = ["elements_of", "of_text"]

_BEGINS = 24
"""So many characters of a line without a number tell it from the lines of the cover and of the frame."""

_AHEAD = 8
"""So many elements may stand before that of a block which a template of the user's adds, or leaves the block out."""


def elements_of(body: Any, blocks: Sequence[Block]) -> list[Any | None]:
    """The element of each block in the body of the page of a summary record; None for one that is not found."""
    elements, at = list(of_text(body)), 0
    found: list[Any | None] = []
    for block in blocks:
        tag, text = _tag(block), _begins(block)
        ahead = enumerate(elements[at : at + _AHEAD], at + 1)
        places = ((place, each) for place, each in ahead if each.tag == tag and _text(each).startswith(text))
        at, element = next(places, (at, None))
        found.append(element)
    return found


def of_text(body: Any) -> Iterator[Any]:
    """The elements of the text that blocks become, in their order."""
    for element in body.iterfind("section[@class='text']/*"):
        if element.get("class") not in ("table-caption", "table-source"):
            yield element


def _text(element: Any) -> str:
    return "".join(element.itertext())


def _tag(block: Block) -> str:
    match block:
        case Heading():
            return f"h{block.level + 1}"
        case Paragraph():
            return "p"
        case Quotation():
            return "blockquote"
        case List():
            return "ul"
        case Table():
            return "table"


def _begins(block: Block) -> str:
    """What the element of a paragraph begins with, which tells it from the opening line."""
    if not isinstance(block, Paragraph):
        return ""
    if block.number is not None:
        return f"{block.number}."
    first = plain(block.inlines[:1]).split("\n")[0]
    return first[:_BEGINS]
