"""The structure of the document: what a reader who does not see the page is told, and in which order.

ISO 32000-1 clause 14.8. It is read from the boxes that WeasyPrint laid out and from the elements they came from, not
from WeasyPrint's own tags: one element of the page is one structure element, however many lines and pages it goes over;
a note stands after the block that calls it; the foot of page 1 after the cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from precis.writers.lettered import level_of

__all__ = ["LEADER", "Annotation", "Content", "Element", "PaintedPage", "class_of", "document_tree"]


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A page as it was painted: its box, and the marked content of its text and picture boxes by number (MCID).

    `told` are the words of contents whose glyphs are in another order.
    """

    number: int
    box: Any
    marked: Mapping[Any, int]
    told: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of marked content on a page, both counted from 0."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's place on a page."""

    page: int
    annotation: Any


@dataclass(slots=True)
class Element:
    """A structure element.

    `source` is the element of the page it was made from, `place` the page and the box it was first met in; `notes` are
    those called in it, and `words` what its content stands for, where the glyphs do not say it.
    """

    role: str
    source: Any = None
    kids: list[Element | Content | Annotation] = field(default_factory=list)
    place: tuple[int, Any] | None = None
    notes: list[Element] = field(default_factory=list)
    words: str = ""

    @property
    def title(self) -> str:
        """Its name for people and for our reader (clause 14.7.2): its class on the page, or what its tag does."""
        if self.words:
            return "words"
        if self.role == "Note":
            return "note"  # it may have been met first where it is called
        return class_of(self.source) or _TITLES.get(getattr(self.source, "tag", ""), "")

    def descendants(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.descendants()


LEADER = "span::before"
"""What boxes of the dots that lead to a State are made from."""

_ROLES = {tag: tag.upper() for tag in ("h1", "h2", "h3", "h4", "tr", "th", "td")} | {
    "header": "Sect",
    "section": "Sect",
    "p": "P",
    "blockquote": "BlockQuote",
    "ul": "L",
    "li": "LBody",
    "li::before": "Lbl",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "img": "Figure",
    "a": "Link",
    **dict.fromkeys(("b", "i", "sup", "ins", "del"), "Span"),
}
_SPANS = {
    "first-foot": "Sect",
    "corrections": "P",
    "note": "P",
    "mark": "Lbl",
    "number": "Lbl",
    "label": "Lbl",
    "gap": "Span",
}
_TITLES = {"b": "bold", "i": "italic", "sup": "raised", "ins": "inserted", "del": "deleted"}
_HEADINGS = ("H1", "H2", "H3", "H4")
_BLOCKS = {"P", *_HEADINGS}
_CONTAINERS = {"LBody", "TH", "TD", "Caption"}


def document_tree(pages: Sequence[PaintedPage]) -> Element:
    """The structure of a document from its pages; content that belongs to no element is left out: it is ornament."""
    builder = _Builder()
    for page in pages:
        builder.add(page)
    return builder.finished()


def class_of(source: Any) -> str:
    """The first class of an element of the page, or an empty string."""
    words = "" if source is None else source.get("class", "")
    return words.split(" ")[0]


class _Builder:
    """Makes elements as it meets their boxes, page after page; a box of an element met before goes on with it."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.foot = Element("Sect")
        self.notes: dict[str, Element] = {}
        self.elements: dict[tuple[Any, str], Element] = {}
        self.caption: Element | None = None
        self.page: PaintedPage

    def add(self, page: PaintedPage) -> None:
        """Add what a page shows; the boxes in its margins are no part of the text."""
        self.page = page
        for child in page.box.children:
            if not hasattr(child, "at_keyword"):
                self._walk(child, self.root, self.root)

    def finished(self) -> Element:
        """The whole tree, with the foot of page 1 after the cover, and each note after its block."""
        if self.foot.kids:
            # The corrections come before what has a place of its own, the job number and the code.
            self.foot.kids.sort(key=lambda kid: isinstance(kid, Element) and class_of(kid.source) != "corrections")
            ahead = [kid for kid in self.root.kids if isinstance(kid, Element) and class_of(kid.source) != "text"]
            self.root.kids.insert(len(ahead), self.foot)
        _place_notes(self.root)
        _mend_headings(self.root)
        return self.root

    def _walk(self, box: Any, parent: Element, block: Element) -> None:
        """Add a box and what is in it to `parent`; `block` is the element that a note called here follows."""
        box = getattr(box, "_box", box)  # a placeholder stands for what is set at a place of its own
        element = self._element(box, parent, block)
        if element is None:
            return
        if box.link_annotation is not None:
            element.kids.append(Annotation(self.page.number, box.link_annotation))
        if (mcid := self.page.marked.get(box)) is not None:
            element.kids.append(self._content(mcid))
        if element.role in _BLOCKS or element.role in _CONTAINERS:
            block = element
        for child in box.children:
            if child.element is box.element and child.element_tag == box.element_tag and not child.children:
                self._add_text(child, element)
            else:
                self._walk(child, element, block)

    def _add_text(self, box: Any, element: Element) -> None:
        """Add the content of a box without others in it, of the same element of the page as that about it."""
        if (mcid := self.page.marked.get(box)) is not None:
            element.kids.append(self._content(mcid))

    def _content(self, mcid: int) -> Element | Content:
        """A stretch of marked content; one whose words are told is in an element that tells them."""
        content, words = Content(self.page.number, mcid), self.page.told.get(mcid)
        return Element("Span", kids=[content], words=words) if words else content

    def _element(self, box: Any, parent: Element, block: Element) -> Element | None:
        """The element that the content of a box goes to; None when the box only repeats what an earlier page showed."""
        tag, source = box.element_tag, box.element
        if class_of(source) == "bar-code" or tag == LEADER:
            # The job number beside a bar code says the same in figures; what leads to a State says nothing: ornament.
            return None
        role = _SPANS.get(class_of(source)) if tag == "span" else _ROLES.get(tag or "")
        if tag == "span" and role is None and source.get("lang"):
            role = "Span"
        if class_of(source) == "table-caption":
            role = "Caption"
        if role is None or (role == "P" and class_of(source) == "emblem"):
            return parent
        known = self.elements.get((source, tag))
        if known is None:
            known = self.elements[source, tag] = self._made(role, box, parent, block)
        elif role == "THead" and known.place is not None and known.place[0] != self.page.number:
            return None
        return known

    def _made(self, role: str, box: Any, parent: Element, block: Element) -> Element:
        """A new element, put where it belongs."""
        source, name = box.element, class_of(box.element)
        if name == "first-foot":
            return self.foot
        if name == "note":
            return self._note_text(source)
        element = Element(role, source, place=(self.page.number, box))
        if name == "mark":
            self._note(source).kids.insert(0, element)
        elif name in ("job-number", "qr"):
            self.foot.kids.append(element)
        elif role == "LBody":
            item = self.elements[source, "item"] = Element("LI", source, [element])
            self._list(item, parent).kids.append(item)
        elif box.element_tag == "li::before":
            self.elements[source, "item"].kids.insert(0, element)
        elif name == "number" and parent.role == "LBody":
            self.elements[parent.source, "item"].kids.insert(0, element)
        elif role == "Caption":
            self.caption = element
        elif role == "Table":
            parent.kids.append(element)
            if self.caption is not None:
                element.kids.append(self.caption)
                self.caption = None
        elif name == "call":
            parent.kids.append(Element("Reference", source, [element]))
            block.notes.append(self._note(source))
        else:
            parent.kids.append(element)
        return element

    def _list(self, item: Element, outermost: Element) -> Element:
        """The list that an item is in: that of its level, which is in the body of the item above it."""
        found = outermost
        for _ in range(level_of(item.source) - 1):
            last = found.kids[-1] if found.kids else None
            assert isinstance(last, Element), "an item stands below that which it is in"
            body = last.kids[-1]
            assert isinstance(body, Element), "an item ends with its body"
            inner = body.kids[-1] if body.kids else None
            if not isinstance(inner, Element) or inner.role != "L":
                inner = Element("L")
                body.kids.append(inner)
            found = inner
        return found

    def _note(self, source: Any) -> Element:
        """The note that a call, a mark or a text belongs to: a label and one paragraph, in however many pieces."""
        return self.notes.setdefault(source.get("data-note"), Element("Note", source, [Element("P")]))

    def _note_text(self, source: Any) -> Element:
        text = self._note(source).kids[-1]
        assert isinstance(text, Element), "a note ends with its paragraph"
        return text


def _place_notes(element: Element) -> None:
    """Put the notes of a block after it, those of a cell or list item at its end, before the items in it."""
    kids: list[Element | Content | Annotation] = []
    for kid in element.kids:
        kids.append(kid)
        if isinstance(kid, Element):
            _place_notes(kid)
            if kid.role in _BLOCKS:
                kids.extend(kid.notes)
    if element.role not in _BLOCKS:
        inner = (at for at, kid in enumerate(kids) if isinstance(kid, Element) and kid.role == "L")
        before = next(inner, len(kids))
        kids[before:before] = element.notes
    element.kids = kids


def _mend_headings(root: Element) -> None:
    """Let no level be skipped: a heading is one level below the last that is above it (ISO 14289-1, 7.4.2)."""
    above: list[str] = []
    for element in root.descendants():
        if element.role in _HEADINGS:
            while above and above[-1] >= element.role:
                above.pop()
            above.append(element.role)
            element.role = f"H{len(above)}"
