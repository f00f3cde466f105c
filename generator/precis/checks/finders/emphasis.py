"""Words in bold type that name no speaker."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.model import Run
from precis.proceedings import normal

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A bold run inside a sentence that begins with a small letter, and is no office with its article.

    And one of the `small` words of the rule in italics: it is none of another language.
    """
    small = frozenset(rule.words["small"])
    persons = tuple(subject.wording.speech["persons"])
    for stretch, _ in texts(subject, rule):
        at = 0
        for item in stretch.inlines:
            length = len(getattr(item, "text", ""))
            if isinstance(item, Run) and item.bold and at:
                words = normal(item.text).strip()
                capital = any(word[:1].isupper() for word in words.split())
                if words[:1].isalpha() and not capital and not words.startswith(persons):
                    yield in_text(rule, subject, stretch, (at, at + length))
            elif isinstance(item, Run) and item.italic and at and item.text.strip() in small:
                yield in_text(rule, subject, stretch, (at, at + length))
            at += length
