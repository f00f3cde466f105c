"""Calls of footnotes on the wrong side of a sign."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.model import Call, Run

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A call before a comma or a stop, where the rule wants it after; or after one, where it wants it before."""
    after = "after" in rule.words["side"]
    for stretch, _ in texts(subject, rule):
        at = 0
        items = stretch.inlines
        for index, item in enumerate(items):
            if isinstance(item, Call):
                beside = items[index + 1 : index + 2] if after else items[max(index - 1, 0) : index]
                text = beside[0].text if beside and isinstance(beside[0], Run) else ""
                sign = text[:1] if after else text[-1:]
                if sign and sign in ",.;":
                    yield in_text(rule, subject, stretch, (at, at + 1) if after else (at - 1, at), found=sign)
            at += len(getattr(item, "text", ""))
