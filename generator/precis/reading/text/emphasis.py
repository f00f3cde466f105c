"""Emphasis that a text lost: the names of speakers are bold, lines of procedure italic (docs/conventions.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from precis.language.wording import Wording
from precis.model import Block, Heading, Inline, Inlines, Paragraph, Run, Table, joined, plain, texts_of
from precis.proceedings.procedure import Lines
from precis.proceedings.speech import Speech, speeches_of, stands_for_speaker
from precis.reading.draft import CoverDraft
from precis.reading.text.body import Body

__all__ = ["restore_emphasis"]


_PLAIN = Run("")

_QUOTED = re.compile(r"[:：]\s*(?=[“\"«「『])")
"""The colon before what is quoted."""


def restore_emphasis(body: Body, wording: Wording, draft: CoverDraft) -> None:
    """If no words of the text are bold or italic, make its speakers bold, and its lines of procedure italic."""
    if _has_emphasis(body.blocks):
        return
    blocks = [(index, block) for index, block in enumerate(body.blocks) if isinstance(block, Paragraph | Heading)]
    texts = ["" if isinstance(block, Heading) else plain(block.inlines) for _, block in blocks]
    speeches = speeches_of(texts, wording)
    lines = Lines(wording, (text for text, speech in zip(texts, speeches, strict=True) if not speech.at_once))
    speaking = False
    for (index, block), text, speech in zip(blocks, texts, speeches, strict=True):
        at = body.lines[index]
        if isinstance(block, Heading):
            speaking = False
            continue
        if not speech.at_once and lines.read(text) is not None:
            reason = "a line of procedure is italic; the text has lost its emphasis"
            draft.tell("emphasis-restored", "text", reason, at, old=text, new=f"*{text}*")
            # What is quoted in the line is not in italics.
            quoted = _QUOTED.search(text)
            inlines = _marked(block.inlines, 0, quoted.start() + 1 if quoted else len(text), italic=True)
            speaking = False
        elif speaking and len(speech.names) == 1 and stands_for_speaker(text[slice(*speech.names[0])], wording):
            inlines = block.inlines
        else:
            inlines = _with_names(block.inlines, text, speech, at, draft)
            speaking = speaking or bool(speech.names)
        body.blocks[index] = Paragraph(block.number, inlines)


def _has_emphasis(blocks: Sequence[Block]) -> bool:
    """Whether any words of the text, headings and tables aside, are bold or italic."""
    return any(
        isinstance(item, Run) and (item.bold or item.italic)
        for block in blocks
        if not isinstance(block, Heading | Table)
        for text in texts_of(block)
        for item in text
    )


def _with_names(inlines: Inlines, text: str, speech: Speech, at: int | None, draft: CoverDraft) -> Inlines:
    """A paragraph with the names of its speakers in bold."""
    for span in speech.names:
        name = text[slice(*span)]
        reason = "a speaker is named in bold; the text has lost its emphasis"
        draft.tell("emphasis-restored", "text", reason, at, old=name, new=f"**{name}**")
        inlines = _marked(inlines, *span, bold=True)
    return inlines


def _marked(inlines: Inlines, start: int, end: int, *, bold: bool = False, italic: bool = False) -> Inlines:
    """The text with the characters `start` to `end` in bold or italic."""
    if len(inlines) == 1 and isinstance(inlines[0], Run) and inlines[0].like(_PLAIN):
        # Most texts look alike throughout.
        text = inlines[0].text
        runs = Run(text[:start]), Run(text[start:end], bold, italic), Run(text[end:])
        return tuple(run for run in runs if run.text)
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
