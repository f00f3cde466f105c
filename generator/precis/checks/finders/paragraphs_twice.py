"""Paragraphs that stand twice, and such as begin with a small letter."""

from __future__ import annotations

from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_SHORTEST = 60
"""Shorter paragraphs may say the same."""
_STOPS = ".!?"


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A numbered paragraph that is the very words of one before it; or that goes on behind one that has ended."""
    seen: set[str] = set()
    ended = False
    for stretch, text in texts(subject, rule):
        if stretch.number is not None:
            if text in seen:
                yield in_text(rule, subject, stretch, (0, _SHORTEST // 2), why="the paragraph stands twice")
            elif ended and text[:1].islower():
                end = len(text.split(maxsplit=1)[0])
                yield in_text(rule, subject, stretch, (0, end), why="a paragraph begins with a capital")
            if len(text) >= _SHORTEST:
                seen.add(text)
        ended = text.rstrip("”\"’')] ")[-1:] in _STOPS
