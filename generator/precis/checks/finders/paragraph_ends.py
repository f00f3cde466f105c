"""Paragraphs without a stop at their end."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text
from precis.model import Gap, List, Paragraph, Quotation, Run, Table, plain

__all__ = ["find"]

_STOPS = ".!?:…。！？؟"
_CLOSING = "”\"’')]»）」 ^"
_SHOWN = 3
"""Of its words, so many at the end are told."""
_TITLE = 120
"""A line in italics that is shorter and no procedure is a title over what follows: "Articles 1 to 6"."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A paragraph that ends in no stop, unless a list, a quotation or a table takes it up, or it ends in a gap."""
    blocks = subject.record.blocks
    for stretch in subject.stretches:
        block = blocks[stretch.at.block]
        if not isinstance(block, Paragraph) or stretch.at.note:
            continue
        text = stretch.text.rstrip()
        end = text.rstrip(_CLOSING)[-1:]
        after = blocks[stretch.at.block + 1] if stretch.at.block + 1 < len(blocks) else None
        if not end or end in _STOPS or (block.inlines and isinstance(block.inlines[-1], Gap)):
            continue
        if len(text) < _TITLE and (_is_title(block, subject) or _begins_italic(block)):
            continue
        if isinstance(after, List | Quotation | Table) or (end in ";," and isinstance(after, Paragraph)):
            continue
        goes_on = isinstance(after, Paragraph) and _begins_small(after)
        joined = "; the next one begins with a small letter: they may be one" if goes_on else ""
        words = text.rsplit(maxsplit=_SHOWN)[-_SHOWN:]
        span = text.rindex(words[0], 0, len(text) - len(" ".join(words)) + len(words[0])), len(text)
        yield in_text(rule, subject, stretch, span, None, joined=joined)


def _is_title(paragraph: Paragraph, subject: Subject) -> bool:
    """Whether it is in italics throughout and is no line of procedure."""
    runs = [item for item in paragraph.inlines if isinstance(item, Run) and item.text.strip()]
    return all(run.italic for run in runs) and subject.wording.read("procedure", plain(paragraph.inlines)) is None


def _begins_italic(paragraph: Paragraph) -> bool:
    """Whether it is a title with a word in plain type behind it: "Articles 6 to 9 (continued)"."""
    first = paragraph.inlines[0]
    return isinstance(first, Run) and first.italic and plain(paragraph.inlines).rstrip().endswith(")")


def _begins_small(paragraph: Paragraph) -> bool:
    text = "".join(getattr(item, "text", "") for item in paragraph.inlines).lstrip()
    return text[:1].islower()
