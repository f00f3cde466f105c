"""Headings without a text."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.model import Heading

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A heading at the end, or right above one of a higher level. Two of one level both stand above what follows."""
    blocks = subject.record.blocks
    for stretch, text in texts(subject, rule):
        block = blocks[stretch.at.block]
        after = blocks[stretch.at.block + 1] if stretch.at.block + 1 < len(blocks) else None
        assert isinstance(block, Heading), "the text of a heading is in a heading"
        if after is None or (isinstance(after, Heading) and after.level < block.level):
            yield in_text(rule, subject, stretch, (0, len(text)))
