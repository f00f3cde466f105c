"""Changes of a web page as programs and hands make them: elements dropped, moved, renamed; figures put in."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType
from typing import Any

from lxml import html

__all__ = ["MUTATIONS", "mutated"]

_BLOCKS = ("p", "h1", "h2", "h3", "li", "td", "th", "blockquote", "div", "section", "table", "ul", "ol")
_ROWS = ("tr", "td", "th")
_NAMES = ("p", "div", "h2", "h4", "li", "blockquote", "pre", "td", "span", "section", "article", "dd", "center")
_WORDS = ("b", "i", "sup", "a", "span", "em", "strong", "font", "u", "s", "small", "code", "q")

Mutation = Callable[[Random, Any], None]


def mutated(data: bytes, chance: Random) -> bytes:
    """The page after one to three changes."""
    root = html.document_fromstring(data)
    for _ in range(chance.randint(1, 3)):
        MUTATIONS[chance.choice(list(MUTATIONS))](chance, root.body)
    out: bytes = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return out


def _one(chance: Random, body: Any, names: tuple[str, ...]) -> Any:
    found = list(body.iter(*names))
    return chance.choice(found) if found else None


def _dropped(chance: Random, body: Any) -> None:
    element = _one(chance, body, ("p", "li", "h2", "blockquote", "sup"))
    if element is not None:
        element.drop_tree()


def _row_dropped(chance: Random, body: Any) -> None:
    element = _one(chance, body, _ROWS)
    if element is not None:
        element.drop_tree()


def _moved(chance: Random, body: Any) -> None:
    element, before = _one(chance, body, _BLOCKS), _one(chance, body, _BLOCKS)
    if element is None or element is before or element in before.iterancestors():
        return
    element.tail = None
    before.addprevious(element)


def _twice(chance: Random, body: Any) -> None:
    element = _one(chance, body, ("p", "li", "tr", "h2"))
    if element is not None:
        again = copy.deepcopy(element)
        for each in again.iter():
            each.attrib.pop("id", None)
        element.addnext(again)


def _renamed(chance: Random, body: Any) -> None:
    element = _one(chance, body, _BLOCKS)
    if element is not None:
        element.tag = chance.choice(_NAMES)


def _unwrapped(chance: Random, body: Any) -> None:
    element = _one(chance, body, (*_BLOCKS, *_WORDS))
    if element is not None and element.getparent() is not None:
        element.drop_tag()


def _classed(chance: Random, body: Any) -> None:
    """Another class, or none."""
    elements = [element for element in body.iter() if element.get("class")]
    if elements:
        element, other = chance.choice(elements), chance.choice(elements)
        if chance.random() < 0.5:
            element.set("class", other.get("class"))
        else:
            del element.attrib["class"]


def _split(chance: Random, body: Any) -> None:
    """Words in an element of their own, which may begin or end inside of one."""
    element = _one(chance, body, ("p", "li", "h2", "td"))
    words = "" if element is None else element.text or ""
    start, end = sorted((chance.randint(0, len(words)), chance.randint(0, len(words))))
    if words:
        inner = html.Element(chance.choice(_WORDS))
        inner.text, inner.tail, element.text = words[start:end], words[end:], words[:start]
        element.insert(0, inner)


def _broken(chance: Random, body: Any) -> None:
    """A line break inside of words."""
    element = _one(chance, body, ("p", "li", "td"))
    words = "" if element is None else element.text or ""
    if words:
        at = chance.randint(0, len(words))
        line = html.Element(chance.choice(("br", "wbr", "hr")))
        line.tail, element.text = words[at:], words[:at]
        element.insert(0, line)


def _figure_put_in(chance: Random, body: Any) -> None:
    """A figure alone: a paragraph, an item, a row of a table, a raised call."""
    figure = str(chance.choice((2, 3, 7, 12, 412)))
    name, place = chance.choice((("p", "p"), ("li", "li"), ("tr", "tr"), ("sup", "b")))
    before = _one(chance, body, (place,))
    if before is None:
        return
    element = html.Element(name)
    inside = html.Element("td") if name == "tr" else element
    inside.text = figure
    if name == "tr":
        element.append(inside)
    element.tail, before.tail = before.tail, None
    before.addnext(element)


def _styled(chance: Random, body: Any) -> None:
    element = _one(chance, body, (*_BLOCKS, *_WORDS))
    if element is not None:
        looks = ("display:none", "visibility:hidden", "font-weight:bold", "vertical-align:super", "float:left")
        element.set("style", chance.choice((*looks, "text-decoration:line-through", "display:list-item")))


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "an element dropped": _dropped,
        "a row dropped": _row_dropped,
        "an element moved": _moved,
        "an element twice": _twice,
        "an element renamed": _renamed,
        "an element unwrapped": _unwrapped,
        "another class": _classed,
        "words in an element": _split,
        "a break in words": _broken,
        "a figure put in": _figure_put_in,
        "another look": _styled,
    }
)
