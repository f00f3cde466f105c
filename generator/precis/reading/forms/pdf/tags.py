"""The tags of other programs (ISO 32000-1, 14.8): which words of a page are one block, and what kind of block it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from precis.reading.forms.pdf.structure import Element

__all__ = ["Tag", "Tags"]

_BLOCKS = frozenset({"P", "H", "LI", "LBody", "TD", "TH", "Caption", "Note", "FENote", "TOCI", "BlockQuote"})
_HEADING = re.compile(r"H([1-6])")


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A block: words of one block have one Tag, and it is no other's.

    `level` is that of a heading, 0 of all else. `item` and `quotation` are the element of the list item and of the
    quotation that it is in.
    """

    level: int
    item: Element | None
    quotation: Element | None


class Tags:
    """The blocks of a document, each once, however many pages it is on."""

    def __init__(self) -> None:
        self._known: dict[int, Tag | None] = {}

    def of_marks(self, elements: Mapping[int, Element]) -> dict[int, Tag | None]:
        """The block of each stretch of marked content of a page, whose innermost elements are given."""
        return {mark: self._of(element) for mark, element in elements.items()}

    def _of(self, element: Element) -> Tag | None:
        key = id(element)
        if key not in self._known:
            self._known[key] = self._read(element)
        return self._known[key]

    def _read(self, element: Element) -> Tag | None:
        heading = _HEADING.fullmatch(element.role)
        above = element.parent
        if heading is None and element.role not in _BLOCKS:
            return None if above is None else self._of(above)
        return Tag(int(heading[1]) if heading else 0, _within(element, "LI"), _within(element, "BlockQuote"))


def _within(element: Element | None, role: str) -> Element | None:
    """The nearest element of a role that is or holds an element."""
    while element is not None and element.role != role:
        element = element.parent
    return element
