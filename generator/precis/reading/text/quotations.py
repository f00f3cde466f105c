"""Passages that are read out: where a quotation ends whose paragraphs have no quotation marks of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from precis.reading.line import TextLine

__all__ = ["QUOTATION_MARKS", "quoted_lines"]

QUOTATION_MARKS = '“"«'
_LONGEST_QUOTATION = 100
"""No quotation has more lines."""


def quoted_lines(lines: Sequence[TextLine]) -> Collection[int]:
    """The lines of quotations whose paragraphs have no quotation marks of their own, but for the first and the last.

    Conclusions that were read out have numbers and headings in them, which are not those of the record.
    """
    out: set[int] = set()
    for index, (before, line) in enumerate(pairwise(lines), 1):
        if index in out or line.text[:1] not in QUOTATION_MARKS or not before.text.endswith(":"):
            continue
        if _open_marks(line.text) <= 0:
            continue
        behind = range(index + 1, min(index + _LONGEST_QUOTATION, len(lines)))
        end = next((at for at in behind if _open_marks(lines[at].text) < 0 or _ends_quotation(lines[at].text)), None)
        inside = range(index, 0 if end is None else end + 1)
        if any(lines[at].text[:1] not in QUOTATION_MARKS for at in inside):
            out.update(inside)
    return out


def _open_marks(text: str) -> int:
    """How many quotation marks a text opens and does not close; straight marks, which look alike, by their place."""
    if text.count('"') % 2:
        return 1 if text.startswith('"') else -1
    return text.count("“") - text.count("”") + text.count("«") - text.count("»")


def _ends_quotation(text: str) -> bool:
    """Whether a paragraph that begins with a quotation mark of its own ends the quotation."""
    return text.startswith('"') and text.endswith('"') and text.count('"') == 2
