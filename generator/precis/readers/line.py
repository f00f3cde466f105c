"""A line of a published text, as every form gives it to the recogniser: its words, and how they looked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from precis.model import Call, Inline, Inlines, Run, joined, plain

__all__ = ["LineLook", "TextLine", "cut"]


class LineLook(StrEnum):
    """What the form itself says of a line, where it says anything."""

    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    BULLET = "bullet"
    ROW = "row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line, or one paragraph where the form knows paragraphs.

    `at` is its line in the file, counted from 1. `level` is the level of a HEADING, `label` the label of a FOOTNOTE,
    `cells` the cells of a ROW of a table. `number` is a paragraph number that the form counted itself and that does
    not stand in the words. `indent` counts the tabs before the words; `after_gap` says that a blank line stood before.
    """

    inlines: Inlines
    at: int | None = None
    look: LineLook = LineLook.TEXT
    level: int = 0
    label: str = ""
    cells: tuple[Inlines, ...] = ()
    number: int | None = None
    indent: int = 0
    after_gap: bool = False

    @property
    def text(self) -> str:
        """Its words, without emphasis."""
        return plain(self.inlines)

    def part(self, start: int, end: int | None = None) -> TextLine:
        """The same line with only the characters `start` to `end` of its text."""
        return replace(self, inlines=cut(self.inlines, start, end))


def cut(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """The characters `start` to `end` of a text, with their emphasis, without the blanks at its ends."""
    out: list[Inline] = []
    at = 0
    for item in inlines:
        if not isinstance(item, Run):
            if start <= at and (end is None or at <= end):
                out.append(item)
            continue
        first, last = max(start - at, 0), len(item.text) if end is None else max(end - at, 0)
        out.append(Run(item.text[first:last], item.bold, item.italic, item.superscript))
        at += len(item.text)
    return _stripped(joined(out))


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


def calls(inlines: Inlines) -> list[str]:
    """The labels of the footnotes that a text calls."""
    return [item.label for item in inlines if isinstance(item, Call)]
