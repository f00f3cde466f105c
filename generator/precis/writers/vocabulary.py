"""The vocabulary of the page, as templates/README.md tells it: the elements, their classes and their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from precis.model import Fault, FileSpan, PrecisError
from precis.writers.style import HouseStyle

__all__ = ["check_vocabulary"]

# Elements whose class is one of the house style, and those whose classes are fixed: the vocabulary.
_STYLED = {"p", "h1", "h2", "h3", "h4", "li"}
_MASTHEAD = {"united-nations", "symbol", "emblem", "treaty", "distribution", "issued", "language"}
_FIXED: dict[str, set[str]] = {
    "header": {"masthead"},
    "section": {"cover", "text", "sheet"},
    "div": {"columns", "column", "box"},
    "footer": {"first-foot"},
    "span": {"initial", "number", "label", "note", "gap", "reference", "aside", "end", "state"},
    "img": {"emblem", "qr"},
    "hr": {"end"},
    "p": _MASTHEAD | {"job-number"},
}
_PLAIN = {
    *("html", "head", "title", "meta", "body", "b", "i", "sup", "br", "a", "ins", "del"),
    *("blockquote", "ul", "thead", "tbody"),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "html": {"lang"},
    "meta": {"name", "content", "charset"},
    "body": {"class"},
    "span": {"data-mark"},
    "img": {"src", "alt"},
    "div": {"data-arrangement"},
    "table": {"data-widths"},
    "th": {"scope", "colspan"},
    "td": {"colspan"},
    "a": {"href", "title"},
    "ins": {"data-author", "data-date"},
    "del": {"data-author", "data-date"},
}

_INLINE = {"b", "i", "sup", "br", "a", "span", "ins", "del", "img"}
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "blockquote", "ul", "table", "hr"}
_CELLS = {"figure", "reference", "center", "right"}
"""Classes of cells beside those of the house style."""
_BESIDE_TABLES = {"table-caption": "right above", "table-source": "right below"}
_ROWS = {"group", "total"}
# What may stand in an element. Those with inline elements hold text; between the others it has no place.
_CHILDREN: dict[str, set[str]] = {
    "html": {"head", "body"},
    "head": {"title", "meta"},
    "title": set(),
    "body": {"header", "section", "footer"},
    "header": {"p"},
    "section": _BLOCKS | {"div"},
    "div": _BLOCKS | {"div"},
    "footer": {"p", "img"},
    "blockquote": {"p"},
    "ul": {"li"},
    "table": {"thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "li", "th", "td"), _INLINE),
    **dict.fromkeys(("b", "i", "sup", "a", "span", "ins", "del"), _INLINE),
}
_WORDED = {tag for tag, children in _CHILDREN.items() if children is _INLINE} | {"title"}


def check_vocabulary(root: Any, name: str, style: HouseStyle) -> None:
    """Raise PrecisError with every place in which the page `root` of the template `name` leaves the vocabulary.

    An element's attribute `at` tells the template and line it came from. `style` is the design the page is set in.
    """
    faults = [fault for element in root.iter() for fault in _faults_of(element, name, style)]
    faults.extend(_faults_of_links(root, name))
    if root.tag != "html" or root.find("body") is None or not root.get("lang"):
        faults.append(Fault(FileSpan(name), "page-form", "the page needs html with lang, and body"))
    if faults:
        raise PrecisError(sorted(set(faults), key=lambda each: (each.span.line or 0, each.code, each.message)))


def _faults_of(element: Any, name: str, style: HouseStyle) -> Iterator[Fault]:
    if not isinstance(element.tag, str):
        return
    place = _template_place(element, name)
    tag, cls = element.tag, element.get("class")
    known = _classes_of(tag, style)
    if known is not None:
        if cls not in known:
            found = "without a class" if cls is None else f"of class '{cls}'"
            options = ", ".join(sorted(each for each in known if each))
            yield Fault(place, "page-class", f"<{tag}> {found} is not of the page; its classes are: {options}")
    elif tag not in _PLAIN:
        yield Fault(place, "page-element", f"<{tag}> is not an element of the page; see templates/README.md")
        return
    yield from _faults_of_place(element, place)
    allowed = _ATTRIBUTES.get(tag, set()) | {"class", "at", "id"}
    for attribute in element.attrib:
        if attribute not in allowed:
            yield Fault(place, "page-attribute", f"<{tag}> has no attribute '{attribute}' on the page")
    if tag == "img" and not re.match(r"(emblem:|qr:)", element.get("src", "")):
        yield Fault(place, "page-image", "an image is emblem:, or qr: and an address; no file is loaded")
    if cls == "columns":
        yield from _faults_of_columns(element, place, style)
    if cls in _BESIDE_TABLES:
        other = element.getnext() if cls == "table-caption" else element.getprevious()
        if other is None or other.tag != "table":
            yield Fault(place, "page-place", f"<{tag}> of class '{cls}' stands {_BESIDE_TABLES[cls]} a table")
    widths = element.get("data-widths")
    if widths is not None and (not re.fullmatch(r"[1-9]\d*(?: [1-9]\d*)*", widths) or not _as_many(element, widths)):
        message = f"'{widths}' are not the widths of its columns; give a whole number for each, with blanks between"
        yield Fault(place, "page-attribute", message)


def _classes_of(tag: str, style: HouseStyle) -> set[str | None] | None:
    """The classes that an element may have, among them None where it needs none; None if it may have any."""
    if tag == "table":
        return {None, *style.tables}
    if tag in ("td", "th"):
        return {None, *_CELLS, *style.cells}
    if tag == "tr":
        return {None, *_ROWS}
    if tag in _FIXED or tag in _STYLED:
        return {*_FIXED.get(tag, set()), *(style.classes if tag in _STYLED else ())}
    return None


def _as_many(table: Any, widths: str) -> bool:
    """Whether a table has as many columns as widths."""
    return all(len(row) == len(widths.split(" ")) for row in table.iter("tr"))


def _faults_of_columns(element: Any, place: FileSpan, style: HouseStyle) -> Iterator[Fault]:
    name = element.get("data-arrangement")
    widths = style.arrangements.get(name)
    if widths is None:
        options = ", ".join(style.arrangements) or "none"
        message = f"there is no arrangement '{name}'; those of the house style are: {options}"
        yield Fault(place, "page-arrangement", message)
    elif len(element) != len(widths) or any(child.get("class") != "column" for child in element):
        yield Fault(place, "page-arrangement", f"'{name}' has {len(widths)} columns; give so many div of class column")


def _faults_of_place(element: Any, place: FileSpan) -> Iterator[Fault]:
    """Where an element stands, and text where none has a place: no writer would print it."""
    tag, parent = element.tag, element.getparent()
    if parent is not None and parent.tag in _CHILDREN and tag not in _CHILDREN[parent.tag]:
        yield Fault(place, "page-place", f"<{tag}> cannot stand in <{parent.tag}>; see templates/README.md")
    if tag in _WORDED:
        return
    for text in (element.text, *(child.tail for child in element)):
        if text and text.strip():
            found = " ".join(text.split())[:40]
            yield Fault(place, "page-text", f"text stands in <{tag}> outside of a block: '{found}'; put it into a <p>")


def _faults_of_links(root: Any, name: str) -> Iterator[Fault]:
    """Links that lead nowhere, and two places of one name."""
    seen: set[str] = set()
    for element in root.iter():
        identifier = element.get("id")
        if identifier in seen:
            message = f"two elements have the id '{identifier}'; give each its own"
            yield Fault(_template_place(element, name), "page-id", message)
        if identifier is not None:
            seen.add(identifier)
    for element in root.iter("a"):
        target = element.get("href", "")
        if target.startswith("#") and target[1:] not in seen:
            message = f"the link '{target}' leads nowhere; no element has that id"
            yield Fault(_template_place(element, name), "page-link", message)


def _template_place(element: Any, name: str) -> FileSpan:
    at = element.get("at")
    if at is None:
        return FileSpan(name)
    file, _, line = at.rpartition(":")
    return FileSpan(file, int(line))
