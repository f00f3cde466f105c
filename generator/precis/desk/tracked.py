"""The blocks of a marked copy as tracked text: what became of each block of the record, and what stands newly after it.

What is told here is the marked page of `precis memorandum`, cut at its blocks; nothing is compared again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from types import MappingProxyType
from typing import Any

from precis.desk.elements import elements_of, of_text
from precis.model import Block
from precis.writers.page import Page

__all__ = ["Tracked", "fragment", "tracked_blocks"]

_KEPT: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in ("del", "ins", "b", "i", "sup", "br", "p", "ul", "li", "blockquote", "table")},
        **{name: name for name in ("thead", "tbody", "tr", "th", "td")},
        **dict.fromkeys(("h1", "h2", "h3", "h4"), "p"),
    }
)
"""The elements that a fragment keeps, without attributes, and what each is there; of others, what is in them."""
_NOTE = "note"


@dataclass(slots=True)
class Tracked:
    """What became of a block: its element in the marked page, if it has one, and the elements put in after it."""

    element: Any | None = None
    after: list[Any] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether something in it was inserted or deleted."""
        return self.element is not None and next(self.element.iter("ins", "del"), None) is not None


def tracked_blocks(before: Page, marked: Page, blocks: Sequence[Block]) -> tuple[list[Any], list[Tracked]]:
    """What is put in before the first block, and what became of each; `marked` is made of the page `before`."""
    olds = list(of_text(before.body))
    places = [None if element is None else olds.index(element) for element in elements_of(before.body, blocks)]
    found: list[Tracked] = []
    first: list[Any] = []
    by_place: dict[int, Tracked] = {}
    for place in places:
        found.append(Tracked())
        if place is not None:
            by_place[place] = found[-1]
    last, at = first, -1
    for element in of_text(marked.body):
        if _is_new(element):
            last.append(element)
            continue
        at += 1
        if at in by_place:
            by_place[at].element = element
            last = by_place[at].after
    return first, found


def _is_new(element: Any) -> bool:
    """Whether all words of an element were inserted."""
    texts = [inserted for text, inserted in _texts(element, inside=False) if text.strip()]
    return bool(texts) and all(texts)


def _texts(element: Any, *, inside: bool) -> Iterator[tuple[str, bool]]:
    """The texts of an element, each with whether it was inserted; the numbers of paragraphs are counted anew."""
    if element.get("class") == "number":
        return
    within = inside or element.tag == "ins"
    yield element.text or "", within
    for child in element:
        yield from _texts(child, inside=within)
        yield child.tail or "", within


def fragment(element: Any) -> str:
    """An element of a page as a piece of HTML that runs nothing, loads nothing and leads nowhere."""
    inside = _inside(element)
    name = _KEPT.get(element.tag)
    if element.get("class") == _NOTE:
        return f"<small> [{inside}] </small>"
    if name is None:
        return inside
    return "<br>" if name == "br" else f"<{name}>{inside}</{name}>"


def _inside(element: Any) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts.append(fragment(child))
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)
