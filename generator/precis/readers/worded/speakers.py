"""Emphasis that a text lost: the names of speakers are bold, lines of procedure italic (un-conventions.md §2.9)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from precis.model import Block, Heading, Inline, Inlines, Paragraph, Run, Table, joined, plain
from precis.readers.facts import Facts
from precis.readers.worded.body import texts_of
from precis.readers.worded.speech import speaker_spans
from precis.wording.formula import Formula, read_first
from precis.wording.wording import Wording

__all__ = ["has_emphasis", "restored"]


_LONGEST_LINE = 400
"""No line of procedure is longer."""


def has_emphasis(blocks: Sequence[Block]) -> bool:
    """Whether any words of the text, headings and tables aside, are bold or italic."""
    return any(
        isinstance(item, Run) and (item.bold or item.italic)
        for block in blocks
        if not isinstance(block, Heading | Table)
        for text in texts_of(block)
        for item in text
    )


def restored(
    paragraph: Paragraph, at: int | None, procedure: Collection[Formula], wording: Wording, facts: Facts
) -> Paragraph:
    """The paragraph with its speakers bold, or italic if all of it is a line of procedure, in one of these forms."""
    text = plain(paragraph.inlines)
    if len(text) <= _LONGEST_LINE and read_first(procedure, text) is not None:
        reason = "a line of procedure is italic; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=text, new=f"*{text}*")
        return Paragraph(paragraph.number, _marked(paragraph.inlines, 0, len(text), italic=True))
    spans = speaker_spans(text, wording)
    inlines = paragraph.inlines
    for span in spans:
        name = text[slice(*span)]
        reason = "a speaker is named in bold; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=name, new=f"**{name}**")
        inlines = _marked(inlines, *span, bold=True)
    return Paragraph(paragraph.number, inlines) if spans else paragraph


def _marked(inlines: Inlines, start: int, end: int, *, bold: bool = False, italic: bool = False) -> Inlines:
    """The text with the characters `start` to `end` in bold or italic."""
    out: list[Inline] = []
    at = 0
    for item in inlines:
        if not isinstance(item, Run):
            out.append(item)
            continue
        first, last = (min(max(edge - at, 0), len(item.text)) for edge in (start, end))
        own = item.bold, item.italic, item.superscript
        marked = bold or item.bold, italic or item.italic, item.superscript
        pieces = (item.text[:first], own), (item.text[first:last], marked), (item.text[last:], own)
        out.extend(Run(words, *look) for words, look in pieces if words)
        at += len(item.text)
    return joined(out)
