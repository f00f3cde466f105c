"""What a paragraph of a Word file holds: its words, and what stands aside from them, with the reasons that are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from precis.model import Inline, Run
from precis.reading.forms.docx.notes import Key

__all__ = [
    "COUNTED",
    "DRAWN",
    "EMPTY_FIELD",
    "FORMULA",
    "HIDDEN",
    "INSTRUCTION",
    "PAGE",
    "PAGE_END",
    "READING",
    "STRUCK",
    "UNFILLED",
    "Aside",
    "Picture",
    "Words",
]

PAGE_END = "\f"
"""Stands among the words where a page ends by hand."""

HIDDEN = ("hidden-left-out", "hidden text, which Word does not print")
INSTRUCTION = ("hidden-left-out", "the instruction of a field, which Word does not print")
STRUCK = ("struck-left-out", "words that are crossed out")
FORMULA = ("formula-linear", "a formula, which stands on one line now")
COUNTED = ("field-counted", "a number that no file holds, and that Word counts as it prints; it was counted here")
EMPTY_FIELD = (
    "field-unread",
    "a field whose result is not in the file; open it in Word, update its fields and save it",
)
PAGE = ("page-number", "the page of an item of the contents")
DRAWN = ("picture-unread", "words that are drawn, as a watermark is")
UNFILLED = ("field-unread", "a control that nobody has filled in; it leaves a gap")
READING = ("reading-left-out", "the reading above the words")


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that are not of the text, in pieces, and why: the code of a finding, and its reason."""

    why: tuple[str, str]
    words: list[str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: what it says that it shows, and the ids of the parts that hold its words."""

    shows: str
    parts: tuple[str, ...] = ()


@dataclass(slots=True)
class Words:
    """What a paragraph holds, in order; `boxes` are the text boxes that it anchors, `comments` their ids.

    `files` are the files that stand in it.
    """

    inlines: list[Inline] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[Key] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether it holds nothing that a line could."""
        return not any(not isinstance(item, Run) or item.text.strip() for item in self.inlines)

    def add(self, other: Words) -> None:
        """Go on with the words of the next paragraph."""
        self.inlines += other.inlines
        self.asides += other.asides
        self.boxes += other.boxes
        self.notes += other.notes
        self.comments += other.comments
        self.pictures += other.pictures
        self.files += other.files
