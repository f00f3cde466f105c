"""A page as WeasyPrint reads it, and the style sheet of a browser kept to the elements that it can concern.

That sheet has rules for the marker, the calls and the marks of notes of any element, so that each element of a page
gets six more computed styles: most of the time that styles take. Only items of lists have markers here, and only spans
are notes (`css.py`, `frame.py`). The page is not written as HTML and read again: its elements become those that a
parser makes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

__all__ = ["TAGS", "browser", "page_source"]

TAGS = frozenset(
    "html head title meta body header footer section div p h1 h2 h3 h4 ul li blockquote table colgroup col thead tbody "
    "tr th td hr img a span b i sup br ins del".split()
)
"""The elements of a page of ours, with those that `prepare.py` adds."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)(\{(?:[^{}]|\{[^{}]*\})*\})")
_BRACKET = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"[a-z][a-z0-9-]*")
_ANY = ("*", ":", "[")
_COUNTERS = {"decimal", "disc"}

_CONCERNED = {"marker": "li", "footnote-call": "span", "footnote-marker": "span"}
"""The elements that the rules for a part of any element concern; the other such rules concern none."""


def page_source(root: Any, url_fetcher: Any) -> Any:
    """A page of ours, an lxml element, as WeasyPrint reads it (a WeasyPrint HTML)."""
    import cssselect2
    from weasyprint import HTML

    class PageSource(HTML):  # type: ignore[misc]
        def __init__(self) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(_plain(root), content_language=None)
            self.etree_element = self.wrapper_element.etree_element

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
    rules = _RULE.findall(_COMMENT.sub("", html.UA))
    text = "\n".join(f"{head}{body}" for head, body in rules if _concerns(head))
    return _narrowed(CSS(string=text, counter_style=counters)), counters


def _concerns(head: str) -> bool:
    """Whether a rule of the browser's sheet can concern an element of ours, by its head."""
    words = _WORD.findall(_BRACKET.sub("", head))
    if "counter-style" in words:
        return bool(_COUNTERS & set(words))
    return (
        head.strip().startswith("@")
        or not words
        or bool(TAGS & set(words))
        or any(part.strip()[:1] in _ANY for part in head.split(","))
    )


def _narrowed(sheet: Any) -> Any:
    """A style sheet with the rules for parts of any element only for the elements concerned."""
    matcher = sheet.matcher
    others, matcher.other_selectors = matcher.other_selectors, []
    for entry in others:
        part = entry[3]
        if part is None:
            matcher.other_selectors.append(entry)
        elif part in _CONCERNED:
            matcher.lower_local_name_selectors.setdefault(_CONCERNED[part], []).append(entry)
    return sheet
