"""Lists whose letters or roman numerals do not run on."""

from __future__ import annotations

import string
from collections.abc import Iterator
from itertools import pairwise

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.model import List

__all__ = ["find"]

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")
_SHOWN = 3
"""Of the item, so many words at its beginning are told."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """An item whose label is not the one that follows that of the item before it, in the list or in the same item."""
    for stretch, text in texts(subject, rule):
        block = subject.record.blocks[stretch.at.block]
        if not isinstance(block, List) or not (label := block.items[stretch.at.part].label):
            continue
        before = _before(block, stretch.at.part)
        following = _after(before) if before else ()
        if following and label not in following:
            shown = len(" ".join(text.split()[:_SHOWN]))
            yield in_text(rule, subject, stretch, (0, shown), label=label, before=before, after=following[0])


def _before(block: List, index: int) -> str:
    """The label of the item of the same level before one, within the same item above."""
    level = block.items[index].level
    for item in reversed(block.items[:index]):
        if item.level <= level:
            return item.label if item.level == level else ""
    return ""


def _after(label: str) -> tuple[str, ...]:
    """What may follow a label, that of letters first; nothing for the last that is known."""
    letters = dict(zip(string.ascii_lowercase, [*string.ascii_lowercase[1:], "aa"], strict=True))
    numerals = dict(pairwise(_ROMAN))
    return tuple(known[label] for known in (letters, numerals) if label in known)
