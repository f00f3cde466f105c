"""A line of a published text, as every form gives it to the recogniser: its words, and how they looked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from precis.model import Finding, Inline, Inlines, Run, joined, plain
from precis.model.findings import Unit

__all__ = ["FileText", "LineLook", "Role", "TextLine", "cut", "stretch"]


class LineLook(StrEnum):
    """What the form itself says of a line, where it says anything."""

    TEXT = "text"
    HEADING = "heading"
    QUOTATION = "quotation"
    BULLET = "bullet"
    ROW = "row"
    FOOTNOTE = "footnote"


class Role(StrEnum):
    """The place on the page that the style of a line names, in a file that has the styles of this project.

    The values are the classes of the page (templates/README.md); headings, lists, tables and notes have a look.
    """

    NOTICE = "notice"
    UNITED_NATIONS = "united-nations"
    SYMBOL = "symbol"
    TREATY = "treaty"
    DISTRIBUTION = "distribution"
    ISSUED = "issued"
    LANGUAGE = "language"
    COMMITTEE = "committee"
    SESSION = "session"
    TITLE = "title"
    HELD = "held"
    CHAIR = "chair"
    CONTENTS_TITLE = "contents-title"
    CONTENTS = "contents"
    CORRECTIONS = "corrections"
    JOB_NUMBER = "job-number"
    LINE = "line"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class TextLine:
    """One line, or one paragraph where the form knows paragraphs.

    `at` is its line in the file, counted from 1. `role` is set where a style names the place of the line. `level` is
    the level of a HEADING or of an item of the contents, `label` the label of a FOOTNOTE: its figure, or its asterisks.
    `cells` are the cells of a ROW of a table. `number` is a paragraph number that the form counted itself and that does
    not stand in the words. `begins` says that a quotation, list or table begins here, and does not go on. `indent`
    counts the tabs before the words, `left` all characters. `after_gap` says that a blank line stood before,
    `after_page` that a page ended before.

    A break inside a paragraph is "\\n" in its words. The call of a note is a Call with the label of the note; in a form
    that has no notes of its own, it stands in the words.
    """

    inlines: Inlines
    at: int | None = None
    look: LineLook = LineLook.TEXT
    role: Role | None = None
    level: int = 0
    label: str = ""
    cells: tuple[Inlines, ...] = ()
    number: int | None = None
    begins: bool = False
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


@dataclass(frozen=True)
class FileText:
    """What a form gives of a file: its lines in reading order, and what it has besides them, each with its place.

    `findings` tell the words that no line has: heads and feet of pages, deleted text, comments. `unit` is what the
    places are counted in.
    """

    lines: Sequence[TextLine]
    findings: Sequence[Finding] = ()
    unit: Unit = "line"


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
