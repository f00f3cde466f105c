"""A page as WeasyPrint reads it, and the style sheet of a browser kept to the elements that it can concern.

That sheet has rules for the marker, the calls and the marks of notes of any element, so that each element of a page
gets six more computed styles: most of the time that styles take. Only items of lists have markers here, and only spans
are notes (`css.py`, `frame.py`). The page is not written as HTML and read again: its elements become those that a
parser makes.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

__all__ = ["page_source"]

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
            return [_kept(sheet) for sheet in super()._ua_stylesheets(forms)]

    return PageSource()


def _plain(element: Any) -> ElementTree.Element:
    """An element of lxml and all in it as elements of Python's own."""
    made = ElementTree.Element(element.tag, dict(element.attrib))
    made.text, made.tail = element.text, element.tail
    made.extend(_plain(child) for child in element)
    return made


@lru_cache(maxsize=2)
def _kept(sheet: Any) -> Any:
    """The style sheet with the rules for parts of any element only for the elements concerned."""
    kept, matcher = copy(sheet), copy(sheet.matcher)
    matcher.other_selectors = []
    matcher.lower_local_name_selectors = {
        name: list(entries) for name, entries in sheet.matcher.lower_local_name_selectors.items()
    }
    for entry in sheet.matcher.other_selectors:
        part = entry[3]
        if part is None:
            matcher.other_selectors.append(entry)
        elif part in _CONCERNED:
            matcher.lower_local_name_selectors.setdefault(_CONCERNED[part], []).append(entry)
    kept.matcher = matcher
    return kept
