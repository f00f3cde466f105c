"""The record as a person types it: the lines of its cover, and its text with typed numbers."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import precis
from precis.model import Call, Inlines, Record, Run

__all__ = ["CLOSING", "CONTENTS", "COVER", "NOTES", "OPENING", "TITLE", "marked", "the_record"]

TITLE = "Summary record (partial)* of the 1971st meeting**"
COVER = (
    "United Nations",
    "CMW/C/SR.1971",
    "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    "Distr.: General",
    "21 April 2054",
    "Original: English",
    "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    "Ninety-eighth session",
    TITLE,
    "Held at the Palais Wilson, Geneva, on Tuesday, 14 April 2054, at 3 p.m.",
    "Chair: Ms. Halvorsen",
)
CONTENTS = (
    "Consideration of reports submitted by States parties (continued)",
    "Initial report of Grand Fenwick",
    "Organizational matters",
)
NOTES = (
    ("*", "No summary record was prepared for the rest of the meeting."),
    ("**", "No summary records were issued for the 1966th to the 1970th meetings."),
)
FOOT = (
    "This record is subject to correction. Corrections should be set forth in a memorandum and also incorporated in a "
    "copy of the record. They should be sent within one week of the date of the present record to the Documents "
    "Management Section (DMS-DCM@un.org).",
    "GE.54-01971 (E)",
)
OPENING = "The discussion covered in the summary record began at 3.20 p.m."
CLOSING = "The meeting rose at 5.45 p.m."


def the_record() -> Record:
    """The record, as its source in this folder has it."""
    return precis.read(Path(__file__).parent.parent / "record.md").record


def marked(inlines: Inlines, bold: str, italic: str, call: Callable[[str], str], escaped: Callable[[str], str]) -> str:
    """Words with marks about what is bold or italic ("**{}**"), and with what stands for the call of a note."""
    out = []
    for item in inlines:
        if isinstance(item, Call):
            out.append(call(item.label))
        else:
            assert isinstance(item, Run)
            words = escaped(item.text)
            words = bold.format(words) if item.bold else words
            out.append(italic.format(words) if item.italic else words)
    return "".join(out)


def in_html(inlines: Inlines, bold: str = "<b>{}</b>", italic: str = "<i>{}</i>") -> str:
    """Words as a web page has them, with raised figures for the calls of notes."""
    return marked(inlines, bold, italic, "<sup>{}</sup>".format, lambda words: html.escape(words, quote=False))
