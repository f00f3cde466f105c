"""Numbers of paragraphs that do not follow one another."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text
from precis.model import Paragraph

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """Each number that is not the next. The first of an addendum may be any."""
    symbol = subject.record.symbol
    goes_on = symbol is not None and any(kind == "Add" for kind, _ in symbol.suffixes)
    last: int | None = None if goes_on else 0
    for stretch in subject.stretches:
        block = subject.record.blocks[stretch.at.block]
        if not isinstance(block, Paragraph) or block.number is None or stretch.at.note:
            continue
        if last is not None and block.number != last + 1:
            values = {"found": str(block.number), "before": str(last), "fix": str(last + 1)}
            yield in_text(rule, subject, stretch, (0, 0), None, **values)
        last = block.number
