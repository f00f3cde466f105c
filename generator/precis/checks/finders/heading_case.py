"""Headings with more capitals than a sentence has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A heading with a capital in a small or a common word that does not begin it: no name has these alone."""
    marked = re.compile(rf"(?<=[a-z,] )(?:{'|'.join(rule.words['common'])})\b")
    small = re.compile(rf"(?<=\w )(?:{'|'.join(rule.words['small'])})\b(?= [A-Za-z])")
    for stretch, text in texts(subject, rule):
        if text.isupper() or not text:
            continue
        words = [word for word in re.findall(r"[^\W\d_][\w'-]*", text) if len(word) > 2]
        capitals = [word for word in words if word[0].isupper()]
        if small.search(text) or (marked.search(text) and len(capitals) * 2 > len(words)):
            yield in_text(rule, subject, stretch, (0, len(text)))
