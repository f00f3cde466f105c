"""Headings that are alone under another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.model import Heading

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A heading with no other of its level below the same one, which names no report, State or document."""
    blocks = subject.record.blocks
    above: dict[int, int] = {}
    parents: dict[int, tuple[int, ...]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            above = {level: at for level, at in above.items() if level < block.level}
            parents[index] = tuple(above.values())
            above[block.level] = index
    siblings = Counter(parents.values())
    items = {item.at.block: item for item in subject.proceedings.items}
    for stretch, text in texts(subject, rule):
        index = stretch.at.block
        if not parents[index] or siblings[parents[index]] > 1:
            continue
        item, parent = items.get(index), items.get(parents[index][-1])
        named = any(each is not None and (each.symbols or each.states or each.continued) for each in (item, parent))
        if not named and len(text.split()) < 12:
            yield in_text(rule, subject, stretch, (0, len(text)))
