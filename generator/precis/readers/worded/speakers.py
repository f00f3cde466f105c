"""Emphasis that a text lost: the names of speakers are bold, lines of procedure italic (un-conventions.md §2.9)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from precis.model import Block, Heading, Inline, Inlines, Paragraph, Run, Table, joined, plain
from precis.readers.facts import Facts
from precis.readers.worded.body import texts_of
from precis.readers.worded.speech import speech_of
from precis.wording.formula import Formula, read_first
from precis.wording.sentences import first_sentence
from precis.wording.wording import Wording

__all__ = ["has_emphasis", "restored"]


_LONGEST_LINE = 400
"""No line of procedure is longer, but for one long sentence: the names of all that take places."""


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
    speech = speech_of(text, wording)
    if not speech.says and _is_procedure(text, procedure, wording):
        reason = "a line of procedure is italic; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=text, new=f"*{text}*")
        return Paragraph(paragraph.number, _marked(paragraph.inlines, 0, len(text), italic=True))
    inlines = paragraph.inlines
    for span in speech.names:
        name = text[slice(*span)]
        reason = "a speaker is named in bold; the text has lost its emphasis"
        facts.tell("inferred", "text", reason, at, old=name, new=f"**{name}**")
        inlines = _marked(inlines, *span, bold=True)
    return Paragraph(paragraph.number, inlines) if speech.names else paragraph


def _is_procedure(text: str, forms: Collection[Formula], wording: Wording) -> bool:
    """Whether a text is a line of procedure: a short text, or one sentence of any length; and no reported speech."""
    if len(text) > _LONGEST_LINE and first_sentence(text) < len(text):
        return False
    found = read_first(forms, text)
    if found is None:
        return False
    # What stands behind a colon is quoted.
    told = found.get("name", "").partition(":")[0]
    return not any(f" {words} " in told for words in wording.reading["reported"])


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
