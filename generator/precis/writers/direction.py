"""Right to left: words of Latin letters among Arabic ones, which run the other way and keep their signs with them.

The order of what is shown follows from Unicode, Annex 9; a sign at the end of a symbol or a name would be set on its
other side, as the star of CCPR/C/SR.2041* is, if the words were not set apart.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

__all__ = ["ARABIC", "LATIN", "set_directions"]

ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""A letter that runs from right to left."""

_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_WORD = rf"[{_LETTER}](?:[{_LETTER}\d]|[/.:@&'’_+‑-]\u2060?(?=[{_LETTER}\d]))*"
LATIN = re.compile(
    rf"{_WORD}\.?(?:[,;:]?[ \u00a0](?:{_WORD}|\d+(?:[.,]\d+)*)\.?(?![^\s*)\].،؛,;:]))*(?<!\.)(?:\*+)?|{_WORD}\*+"
)
"""Words of Latin letters that stand together, with the stars behind them."""

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "th", "td")


def set_directions(body: Any, tag: str) -> None:
    """Set words that run from left to right apart in a page that runs the other way, each in an element `tag`.

    A block without Arabic letters runs as its Latin ones do.
    """
    for block in list(body.iter(*_BLOCKS)):
        words = "".join(block.itertext())
        if ARABIC.search(words):
            _set(block, tag)
        elif LATIN.search(words):
            block.set("dir", "ltr")


def _set(element: Any, tag: str) -> None:
    for child in list(element):
        if child.tag not in ("img", "br", *_BLOCKS):
            _set(child, tag)
    for at, child in reversed(list(enumerate(element))):
        _apart(element, at + 1, child.tail, tag)
    _apart(element, 0, element.text, tag)


def _apart(parent: Any, at: int, text: str | None, tag: str) -> None:
    """Set the Latin words of a text apart that stands in `parent` before its child `at`."""
    found = list(LATIN.finditer(text or ""))
    if not text or not found:
        return
    if at == 0:
        parent.text = text[: found[0].start()]
    else:
        parent[at - 1].tail = text[: found[0].start()]
    ends = [match.start() for match in found[1:]] + [len(text)]
    for place, (match, end) in enumerate(zip(found, ends, strict=True)):
        words = etree.Element(tag, dir="ltr")
        words.text, words.tail = match[0], text[match.end() : end]
        parent.insert(at + place, words)
