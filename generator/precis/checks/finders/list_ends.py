"""Lists whose items end in semicolons, and whose last has no stop."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_SHOWN = 3
"""Of the last item, so many words at its end are told."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The last item of a list that ends in a word, behind one that ends in a semicolon."""
    items = [(stretch, text.rstrip()) for stretch, text in texts(subject, rule)]
    for (before, ended), (stretch, text), after in zip(items, items[1:], [*items[2:], None], strict=False):
        last = after is None or after[0].at.block != stretch.at.block
        semicolon = ended.removesuffix(" and").removesuffix(" et").endswith(";")
        if last and before.at.block == stretch.at.block and semicolon and text[-1:].isalnum():
            words = text.rsplit(maxsplit=_SHOWN)[-_SHOWN:]
            yield in_text(rule, subject, stretch, (len(text) - len(" ".join(words)), len(text)))
