"""Emphasis that a text lost: the names of speakers are bold, lines of procedure italic (un-conventions.md §2.9)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from precis.language.formula import Formula, read_first
from precis.language.sentences import first_sentence
from precis.language.wording import Wording
from precis.model import Block, Heading, Inline, Inlines, Paragraph, Run, Table, joined, plain
from precis.proceedings.speech import Speech, speech_of
from precis.reading.draft import CoverDraft
from precis.reading.text.body import Body, texts_of

__all__ = ["restore_emphasis"]


_PLAIN = Run("")
_LONGEST_LINE = 400
"""No line of procedure is longer, but for one long sentence: the names of all that take places."""


def restore_emphasis(body: Body, wording: Wording, draft: CoverDraft) -> None:
    """If no words of the text are bold or italic, make its speakers bold, and its lines of procedure italic."""
    if _has_emphasis(body.blocks):
        return
    paragraphs = [(index, block) for index, block in enumerate(body.blocks) if isinstance(block, Paragraph)]
    texts = [plain(paragraph.inlines) for _, paragraph in paragraphs]
    speeches = [speech_of(text, wording) for text in texts]
    silent = "\n".join(text for text, speech in zip(texts, speeches, strict=True) if not speech.says)
    procedure = wording.forms_in("procedure", silent)
    for (index, paragraph), text, speech in zip(paragraphs, texts, speeches, strict=True):
        at = body.lines[index]
        if not speech.says and _is_procedure(text, procedure, wording):
            reason = "a line of procedure is italic; the text has lost its emphasis"
            draft.tell("emphasis-restored", "text", reason, at, old=text, new=f"*{text}*")
            inlines = _marked(paragraph.inlines, 0, len(text), italic=True)
        else:
            inlines = _with_names(paragraph.inlines, text, speech, at, draft)
        body.blocks[index] = Paragraph(paragraph.number, inlines)


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


def _is_procedure(text: str, forms: Collection[Formula], wording: Wording) -> bool:
    """Whether a text is a line of procedure: a short text, or one sentence of any length; and no reported speech."""
    if len(text) > _LONGEST_LINE and first_sentence(text, wording.small_words) < len(text):
        return False
    found = read_first(forms, text)
    if found is None:
        return False
    # What stands behind a colon is quoted.
    told = found.get("name", "").partition(":")[0]
    return not any(f" {words} " in told for words in wording.speech["reported"])


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
