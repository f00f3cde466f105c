"""A line of a published text, as every form gives it to the recogniser: its words, and how they looked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from precis.model import Inline, Inlines, Run, joined, plain

__all__ = ["LineLook", "TextLine", "cut", "stretch"]


class LineLook(StrEnum):
    """What the form itself says of a line, where it says anything."""

    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    BULLET = "bullet"
    ROW = "row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class TextLine:
    """One line, or one paragraph where the form knows paragraphs.

    `at` is its line in the file, counted from 1. `level` is the level of a HEADING, `label` the label of a FOOTNOTE,
    `cells` the cells of a ROW of a table. `number` is a paragraph number that the form counted itself and that does
    not stand in the words. `indent` counts the tabs before the words, `left` all characters. `after_gap` says that a
    blank line stood before, `after_page` that a page ended before.
    """

    inlines: Inlines
    at: int | None = None
    look: LineLook = LineLook.TEXT
    level: int = 0
    label: str = ""
    cells: tuple[Inlines, ...] = ()
    number: int | None = None
    indent: int = 0
    left: int = 0
    after_gap: bool = False
    after_page: bool = False

    @cached_property
    def text(self) -> str:
        """Its words, without emphasis."""
        return plain(self.inlines)

    def part(self, start: int, end: int | None = None) -> TextLine:
        """The same line with only the characters `start` to `end` of its text."""
        return replace(self, inlines=cut(self.inlines, start, end))


def cut(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """The characters `start` to `end` of a text, with their emphasis, without the blanks at its ends."""
    return _stripped(stretch(inlines, start, end))


def stretch(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """The characters `start` to `end` of a text, with their emphasis, and the calls that stand before them."""
    out: list[Inline] = []
    at = 0
    for item in inlines:
        if isinstance(item, Run):
            first, last = max(start - at, 0), len(item.text) if end is None else max(end - at, 0)
            out.append(Run(item.text[first:last], item.bold, item.italic, item.superscript))
            at += len(item.text)
        elif start <= at and (end is None or at < end):
            out.append(item)
    return joined(out)


def _stripped(inlines: Inlines) -> Inlines:
    items = list(inlines)
    while items and isinstance(items[0], Run) and not items[0].text.strip():
        items.pop(0)
    while items and isinstance(items[-1], Run) and not items[-1].text.strip():
        items.pop()
    if items and isinstance(items[0], Run):
        items[0] = replace(items[0], text=items[0].text.lstrip())
    if items and isinstance(items[-1], Run):
        items[-1] = replace(items[-1], text=items[-1].text.rstrip())
    return tuple(items)
