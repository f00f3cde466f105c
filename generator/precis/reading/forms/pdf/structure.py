"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), put together from what pdfium tells of it page by page."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.reading.forms.pdf.bulk import address_of, light
from precis.reading.forms.pdf.letters import TextLayer

__all__ = ["Element", "Marked", "add_page", "is_ours"]

_DEEPEST = 40
_LONGEST_NAME = 4000
"""Bytes of a title, and of the words that a line stands for."""
_USUAL_NAME = 64
"""Bytes of a title at most, but for few."""
_IN_ORDER = "words"
"""The title of an element that tells its words, whose letters stand from right to left."""
_OURS = {"paragraph", "committee", "masthead", "text"}
"""Titles that only this project gives; one is enough."""


@dataclass(slots=True)
class Element:
    """A structure element: its role, its title, its first page, and its parts by their place among all of them.

    An element that goes over several pages is one: pdfium gives all of its parts a place on each of them.
    """

    role: str = ""
    title: str = ""
    page: int = 1
    slots: dict[int, Element | str] = field(default_factory=dict)
    parent: Element | None = None

    @property
    def parts(self) -> list[Element | str]:
        """Its elements and texts in reading order."""
        return [self.slots[place] for place in sorted(self.slots)]

    def elements(self) -> Iterator[Element]:
        """The elements in it."""
        return (part for part in self.parts if isinstance(part, Element))

    def descendants(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for element in self.elements():
            yield from element.descendants()

    def first(self, role: str) -> Element | None:
        """The first element of a role right below this one."""
        return next((element for element in self.elements() if element.role == role), None)

    def text(self) -> str:
        """All the words in it."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked content of a page: the element that each stretch of it is in, and the words that no element has.

    These are running heads and feet, and heads of tables that are repeated.
    """

    elements: Mapping[int, Element]
    outside: Sequence[str]


def add_page(root: Element, page: Any, text: TextLayer, *, said: bool = True) -> Marked:
    """Add to `root` what the structure tree of a pdfium page holds; with titles and the words of its `text` if `said`.

    Only files of ours are read by these; of others the elements are enough.
    """
    import pypdfium2.raw as pdfium

    marks = dict.fromkeys((stretch.mark for stretch in text.stretches), "")
    outside, words = _marked(text) if said else ([], marks)
    elements: dict[int, Element] = {}
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return Marked(elements, [*outside, *words.values()])
    try:
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            if child := pdfium.FPDF_StructTree_GetChildAtIndex(tree, place):
                _Adding(words, elements, text.number, said).add(root, place, address_of(child), 0)
    finally:
        pdfium.FPDF_StructTree_Close(tree)
    return Marked(elements, [each.strip() for each in (*outside, *words.values()) if each.strip()])


@dataclass(frozen=True, slots=True)
class _Adding:
    """Adds the elements of a page: `words` are those left to be told, `elements` those that have told any."""

    words: dict[int, str]
    elements: dict[int, Element]
    page: int
    said: bool

    def add(self, parent: Element, place: int, handle: int, depth: int) -> None:
        """Add the element at an address, and all below it, at its place in its parent."""
        known = parent.slots.get(place)
        if not isinstance(known, Element):
            role = _name("FPDF_StructElement_GetType", handle)
            title = _name("FPDF_StructElement_GetTitle", handle) if self.said else ""
            known = Element(role, title, self.page, parent=parent)
            parent.slots[place] = known
        turned = known.title == _IN_ORDER
        mark_of = light("FPDF_StructElement_GetChildMarkedContentID")
        child_at = light("FPDF_StructElement_GetChildAtIndex")
        for index in range(light("FPDF_StructElement_CountChildren")(handle)):
            mark = mark_of(handle, index)
            if mark >= 0:
                # Content is told once, in whichever element names it first.
                if mark in self.words:
                    self.elements[mark] = known
                words = self.words.pop(mark, "")
                known.slots[index] = _name("FPDF_StructElement_GetActualText", handle) if turned else words
            elif depth < _DEEPEST and (child := child_at(handle, index)):
                self.add(known, index, child, depth + 1)


def _name(ask: str, handle: int) -> str:
    """A text that an element has, asked by the function of that name."""
    buffer = ctypes.create_string_buffer(_USUAL_NAME)
    length = light(ask)(handle, ctypes.addressof(buffer), _USUAL_NAME)
    if _USUAL_NAME < length <= _LONGEST_NAME:
        buffer = ctypes.create_string_buffer(length)
        light(ask)(handle, ctypes.addressof(buffer), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0") if 0 < length <= _LONGEST_NAME else ""


def _marked(text: TextLayer) -> tuple[list[str], dict[int, str]]:
    """The words of a page outside of marked content, and those in it by its number, in the order of the file."""
    outside: list[str] = []
    marked: dict[int, str] = defaultdict(str)
    told: str | None = None
    for said, stretch in zip(text.words(), text.stretches, strict=True):
        words = said if stretch.actual is None else stretch.actual
        if stretch.mark < 0:
            # What stands for an artifact in several fonts is told once.
            if told is None or stretch.actual != told:
                outside.append(words)
            told = stretch.actual
        else:
            marked[stretch.mark] += words
    return outside, marked


def is_ours(root: Element) -> bool:
    """Whether this project wrote the file: whether its elements have the titles that our writer gives."""
    return any(element.title in _OURS for element in root.descendants())
