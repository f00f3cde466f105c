"""A page as WeasyPrint reads it, and the style sheet of a browser kept to the elements that it can concern.

That sheet has rules for the marker, the calls and the marks of notes of any element, so that each element of a page
gets six more computed styles: most of the time that styles take. Only items of lists have markers here, and only spans
of two classes are notes (`css.py`, `frame.py`). The page is not written as HTML and read again: its elements become
those that a parser makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree

__all__ = ["ATTRIBUTES", "TAGS", "browser", "page_source"]

TAGS = frozenset(
    "html head title meta body header footer section div p h1 h2 h3 h4 ul li blockquote table colgroup col thead tbody "
    "tr th td hr img a span b i sup br ins del".split()
)
"""The elements of a page of ours, with those that `prepare.py` adds."""
ATTRIBUTES = frozenset({"dir", "title"})
"""The attributes that a browser's sheet asks for and elements of ours may have."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)(\{(?:[^{}]|\{[^{}]*\})*\})")
_BRACKET = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[a-z][a-z0-9-]*")
_SELECTOR = re.compile(r"(?:[^,()\[\]]|\[[^\]]*\]|\([^()]*\))+")
_ANY_OF = re.compile(r":is\(([^()]*)\)")
_NOT = re.compile(r":not\([^()]*\)")
_PSEUDO = re.compile(r"::?[a-z-]+")
_ATTRIBUTE = re.compile(r"\[([a-z-]+)")
_COUNTERS = {"decimal", "disc"}

_NOTES = ("note", "first-foot")
_CONCERNED = {"marker": ("li",), "footnote-call": _NOTES, "footnote-marker": _NOTES}
"""The elements, or classes, that the rules for a part of any element concern; the other such rules concern none."""


def page_source(root: Any, url_fetcher: Any) -> Any:
    """A page of ours, an lxml element, as WeasyPrint reads it (a WeasyPrint HTML)."""
    import cssselect2
    from weasyprint import HTML

    class PageSource(HTML):  # type: ignore[misc]
        def __init__(self) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(_plain(root), content_language=None)
            self.etree_element = self.wrapper_element.etree_element
            # What is asked for of the whole page, its titles and style sheets, is in its head.
            self.wrapper_element.query_all = self._of_head

        def _of_head(self, *names: str) -> Iterator[Any]:
            head = next(self.wrapper_element.iter_children())
            return (each for each in head.iter_children() if each.local_name in names)

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            del forms
            return [browser()[0]]

        def _ua_counter_style(self) -> list[Any]:
            return [browser()[1].copy()]

    return PageSource()


def _plain(element: Any) -> ElementTree.Element:
    """An element of lxml and all in it as elements of Python's own."""
    made = ElementTree.Element(element.tag, dict(element.attrib))
    made.text, made.tail = element.text, element.tail
    made.extend(_plain(child) for child in element)
    return made


@cache
def browser() -> tuple[Any, Any]:
    """The style sheet of a browser and its styles of counters, as far as they concern a page of ours."""
    from weasyprint import CSS, html
    from weasyprint.css.counters import CounterStyle

    counters = CounterStyle()
    rules = ((_concerned(head), body) for head, body in _RULE.findall(_COMMENT.sub("", html.UA)))
    text = "\n".join(f"{head}{body}" for head, body in rules if head)
    return _narrowed(CSS(string=text, counter_style=counters)), counters


def _concerned(head: str) -> str:
    """The head of a rule of the browser's sheet with the selectors that can concern an element of ours alone."""
    words = _WORD.findall(head)
    if "counter-style" in words:
        return head if _COUNTERS & set(words) else ""
    if head.strip().startswith("@"):
        return head
    return ",".join(filter(_can_match, _SELECTOR.findall(head)))


def _can_match(selector: str) -> bool:
    """Whether a selector can match an element of ours: all its elements and attributes have to be ours."""
    if not all(any(map(_can_match, _SELECTOR.findall(group))) for group in _ANY_OF.findall(selector)):
        return False
    rest = _NOT.sub("", _ANY_OF.sub("", selector))
    return ATTRIBUTES.issuperset(_ATTRIBUTE.findall(rest)) and TAGS.issuperset(
        _WORD.findall(_PSEUDO.sub("", _BRACKET.sub("", rest)))
    )


def _narrowed(sheet: Any) -> Any:
    """A style sheet with the rules for parts of any element only for the elements concerned."""
    matcher = sheet.matcher
    others, matcher.other_selectors = matcher.other_selectors, []
    for entry in others:
        part = entry[3]
        if part is None:
            matcher.other_selectors.append(entry)
        for name in _CONCERNED.get(part, ()):
            by = matcher.class_selectors if name in _NOTES else matcher.lower_local_name_selectors
            by.setdefault(name, []).append(entry)
    return sheet
