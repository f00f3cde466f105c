"""Passages that are set in from both sides, in forms that say of paragraphs how far: quotations without a style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from precis.reading.line import LineLook, TextLine

__all__ = ["Inset", "is_passage", "with_quotations"]

Inset = tuple[float, float]
"""How far a paragraph is set in at its start and at its end, in points."""

_FARTHER = 10
"""Points by which a passage stands farther in than the text, at least."""
_LONG = 80
"""So many characters has a passage that stands farther in at its start alone."""
_ITEM = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)\]]|[•·–—-]")


def with_quotations(lines: Sequence[TextLine], insets: Mapping[int, Inset]) -> list[TextLine]:
    """The lines, those of them as quotations that a colon introduces and that stand farther in on both sides.

    A whole sentence of some length that is no item of a list may stand farther in at its start alone.

    `insets` are those of lines by their index; where most of the text stands is seen from them all, as whole texts of
    the United Nations are set in.
    """
    places: Counter[Inset] = Counter()
    for at, inset in insets.items():
        places[inset] += len(lines[at].text)
    if len(places) < 2:
        return list(lines)
    (start, end), _ = places.most_common(1)[0]
    out: list[TextLine] = []
    for at, line in enumerate(lines):
        before = out[-1] if out else None
        inset = insets.get(at, (start, end))
        both = inset[1] >= end + _FARTHER or is_passage(line.text)
        set_in = inset[0] >= start + _FARTHER and both
        if before is None or line.look is not LineLook.TEXT or line.number is not None or not set_in:
            out.append(line)
        elif before.look is LineLook.QUOTATION and insets.get(at - 1) == inset:
            out.append(replace(line, look=LineLook.QUOTATION))
        elif before.text.endswith(":"):
            out.append(replace(line, look=LineLook.QUOTATION, begins=True))
        else:
            out.append(line)
    return out


def is_passage(text: str) -> bool:
    """Whether words are whole sentences of some length and no item of a list."""
    return len(text) >= _LONG and text.rstrip('”"’»').endswith((".", "!", "?")) and not _ITEM.match(text)
