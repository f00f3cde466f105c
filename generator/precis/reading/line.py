"""A line of a published text, as every form gives it to the recogniser: its words, and how they looked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from unicodedata import combining, is_normalized, normalize

from precis.model import (
    DEEPEST,
    Align,
    Call,
    FileSpan,
    Finding,
    Inline,
    Inlines,
    PrecisError,
    Run,
    joined,
    plain,
    stripped,
)
from precis.model.findings import Unit

__all__ = [
    "LIST_CLASSES",
    "MOST_CHARACTERS",
    "MOST_LINES",
    "FileText",
    "LineLook",
    "Role",
    "TextLine",
    "at_breaks",
    "composed",
    "cut",
    "is_suspended",
    "stretch",
    "with_marks",
]


_SUSPENDED = re.compile(r"[^\W\d_]{1,4} \w+[-‐‑]")
"""A short word, and one with a hyphen of its own."""
MOST_LINES = 10_000
"""The most lines or paragraphs that are read of a file; the longest records have two thousand."""

MOST_CHARACTERS = 1_000_000
"""The most characters that are read of a file; the longest records have two hundred thousand."""


LIST_CLASSES = tuple((f"item{end}", f"bullet{end}") for end in ("", *(f"-{level}" for level in range(2, DEEPEST + 1))))
"""The classes of the page that items of lists have, by their level."""


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
    OFFICIAL_RECORDS = "official-records"
    TITLE = "title"
    HELD = "held"
    CHAIR = "chair"
    CONTENTS_TITLE = "contents-title"
    CONTENTS = "contents"
    CORRECTIONS = "corrections"
    JOB_NUMBER = "job-number"
    LINE = "line"
    PARAGRAPH = "paragraph"
    TABLE_CAPTION = "table-caption"
    TABLE_SOURCE = "table-source"


@dataclass(frozen=True)
class TextLine:
    """One line, or one paragraph where the form knows paragraphs.

    `at` is its line in the file, counted from 1. `role` is set where a style names the place of the line. `level` is
    the level of a HEADING, of an item of the contents or of a list, `label` that of a FOOTNOTE, its figure or its
    asterisks, or the letter of an item of a list, which is a BULLET with a letter as without. `cells` are the cells of
    a ROW of a table, `aligns` how they are aligned. `number` is a paragraph number that the form counted itself and
    that does not stand in the words. `begins` says that a quotation, list or table begins here, and does not go on.
    `indent` counts the tabs before the words, `left` all characters. `after_gap` says that a blank line stood before,
    `after_page` that a page ended before, `aside` that it stands beside the text, as in a box: it is no heading.

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
    aligns: tuple[Align, ...] = ()
    number: int | None = None
    begins: bool = False
    indent: int = 0
    left: int = 0
    after_gap: bool = False
    after_page: bool = False
    aside: bool = False

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

    def check_length(self, file: str) -> None:
        """Raise PrecisError if there is more of it than of any record: reading it would take hours."""
        for count, most, what in (
            (len(self.lines), MOST_LINES, "lines"),
            (sum(len(line.text) for line in self.lines), MOST_CHARACTERS, "characters"),
        ):
            if count > most:
                message = f"has {count:,} {what}; a record has fewer than {most:,}; give the text of one record"
                raise PrecisError.one("file-long", message, FileSpan(file))


def composed(text: FileText) -> FileText:
    """The text of a file with all its letters composed (NFC): some systems save letters and their accents apart."""
    if all(_is_composed(line.text) for line in text.lines):
        return text
    return replace(text, lines=[_composed(line) for line in text.lines])


def _composed(line: TextLine) -> TextLine:
    if _is_composed(line.text):
        return line
    return replace(line, inlines=_in_nfc(line.inlines), cells=tuple(map(_in_nfc, line.cells)))


def _is_composed(text: str) -> bool:
    return text.isascii() or is_normalized("NFC", text)


def _in_nfc(inlines: Inlines) -> Inlines:
    """A text in composed letters. An accent that begins a run belongs to the letter before it."""
    out: list[Inline] = []
    for item in inlines:
        if isinstance(item, Run) and out and isinstance(last := out[-1], Run) and combining(item.text[:1] or " "):
            end = next((at for at, char in enumerate(item.text) if not combining(char)), len(item.text))
            out[-1] = replace(last, text=normalize("NFC", last.text + item.text[:end]))
            item = replace(item, text=item.text[end:])
        out.append(replace(item, text=normalize("NFC", item.text)) if isinstance(item, Run) else item)
    return joined(out)


def cut(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """The characters `start` to `end` of a text, with their emphasis, without the blanks at its ends."""
    if len(inlines) == 1 and isinstance(inlines[0], Run):
        # Most texts look alike throughout.
        only = inlines[0]
        words = only.text[max(start, 0) : None if end is None else max(end, 0)].strip()
        own = Run(words, only.bold, only.italic, only.superscript)
        return () if not words else inlines if words == only.text else (own,)
    return stripped(stretch(inlines, start, end))


def is_suspended(above: str, below: str) -> bool:
    """Whether the hyphen at the end of a line stands for the end of a word that follows: "first- or second-year"."""
    return bool(_SUSPENDED.match(below)) and above.endswith(("-", "‐", "‑"))


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


def with_marks(line: TextLine) -> TextLine:
    """The line as a text without notes of its own has it: the asterisks of a call or a note are among its words."""
    if line.look is LineLook.FOOTNOTE and line.label.startswith("*"):
        return replace(line, look=LineLook.TEXT, label="", inlines=joined((Run(f"{line.label} "), *line.inlines)))
    starred = any(isinstance(item, Call) and item.label.startswith("*") for item in line.inlines)
    if not starred:
        return line
    items = (Run(item.label) if isinstance(item, Call) and item.label[0] == "*" else item for item in line.inlines)
    return replace(line, inlines=joined(items))


def at_breaks(line: TextLine) -> list[TextLine]:
    """The lines that a line is in which the form broke some."""
    if "\n" not in line.text:
        return [line]
    edges = [-1, *(at for at, char in enumerate(line.text) if char == "\n"), len(line.text)]
    return [line.part(first + 1, last) for first, last in pairwise(edges)]
