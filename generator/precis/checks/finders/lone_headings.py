"""Headings that are alone under another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.model import Heading, plain

__all__ = ["find"]

_LONGEST = 12
"""Words; a longer heading is that of an item, with the articles of a treaty."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A heading with no other of its level below the same one, which names no report, State or document.

    What is in parentheses is a symbol, or says that it goes on. Below an item that goes on, the others stand in the
    record of the meeting before.
    """
    blocks = subject.record.blocks
    above: dict[int, int] = {}
    parents: dict[int, tuple[int, ...]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            above = {level: at for level, at in above.items() if level < block.level}
            parents[index] = tuple(above.values())
            above[block.level] = index
    siblings = Counter(parents.values())
    going_on = subject.wording.reading["continued"]
    for stretch, text in texts(subject, rule):
        index = stretch.at.block
        if not parents[index] or siblings[parents[index]] > 1:
            continue
        above_it = blocks[parents[index][-1]]
        if isinstance(above_it, Heading) and any(word in plain(above_it.inlines) for word in going_on):
            continue
        if "(" not in text and len(text.split()) < _LONGEST and not any(subject.states.find(text)):
            yield in_text(rule, subject, stretch, (0, len(text)))
