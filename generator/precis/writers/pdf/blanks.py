"""The blanks between words, written where WeasyPrint leaves them out.

A line ends without the blank that parts it from the next, and a blank between two differently set words is a distance
only. A reader who takes the words from the file must find them parted (ISO 32000-1, 14.8.2.5), so the blank is drawn
after the word that it follows; it shows nothing and moves nothing. So is one at the end of a line that was written so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

__all__ = ["write_blanks"]

_REACH = 24
"""Characters on either side of a line's end that tell whether a word goes on there."""
_HYPHENS = "-‐–—/"


def write_blanks(page_boxes: Iterable[Any]) -> dict[Any, int]:
    """Add the blanks to the text boxes of laid out pages, before these are painted.

    Gives the boxes after which the text itself ends a line, and how many lines it ends there.
    """
    from weasyprint.formatting_structure import boxes

    ended: dict[Any, tuple[Any, list[Any]]] = {}
    breaks: dict[Any, int] = {}
    for block, line in (found for page in page_boxes for found in _lines(page, boxes)):
        inside = list(_inside(line))
        texts = [box for box in inside if isinstance(box, boxes.TextBox) and box.text]
        for text, following in pairwise(texts):
            if not following.text.strip():
                _part(text)
        # The pieces of a long note are one text.
        whole = block.element.get("data-note", block.element)
        source, before = ended.get(whole, (None, []))
        if texts:
            if before and not (source is block.element and _word_goes_on(before, texts, source)):
                _part(before[-1])
            ended[whole] = block.element, texts
        shown = [box for box in texts or before if box.text.strip()]
        if shown and inside[-1].element_tag == "br::before":
            _part(shown[-1])
            breaks[shown[-1]] = breaks.get(shown[-1], 0) + 1
    return breaks


def _lines(box: Any, boxes: Any) -> Iterator[tuple[Any, Any]]:
    """The lines of the text, each with the block it is of; what stands inside a line is part of it."""
    box = getattr(box, "_box", box)
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield box, child
        elif not isinstance(child, boxes.MarginBox):
            yield from _lines(child, boxes)


def _inside(box: Any) -> Iterator[Any]:
    for child in box.children:
        yield child
        yield from _inside(child)


def _part(text: Any) -> None:
    """Draw a blank after a text. Its layout is made again from its own words when it is drawn.

    Where the text runs from the right, a blank at its end would move it: it is only told (`actual_text.py`).
    """
    if text.style["direction"] == "rtl":
        text.parted = bool(text.text.strip())
    elif text.text.strip() and not text.pango_layout.text.endswith(" "):
        text.pango_layout.text += " "


def _word_goes_on(before: list[Any], after: list[Any], element: Any) -> bool:
    """Whether a line ended inside a word: the block has no blank there."""
    end, begin = (
        # What the style sheet adds, a bullet or a bracket, is not in the block.
        " ".join("".join(box.text for box in line if "::" not in box.element_tag).split())
        for line in (before, after)
    )
    end, begin = end[-_REACH:], begin[:_REACH]
    source = " ".join(_words(element).split())
    if f"{end} {begin}" in source:
        return False
    return f"{end}{begin}" in source or end[-1:] in _HYPHENS


def _words(element: Any) -> str:
    """The words of a block, without those of its notes."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append(" ")
        elif not child.get("class", "").startswith(("note", "first-foot")):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)
