"""Speakers who do not stand in bold type, or whose parentheses do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_BEGINS = re.compile(
    r"(?P<who>(?:(?:Mr|Ms|Mrs|Mme|M|Dr)\.? [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?|The Chair|Le Président|La Présidente))"
    r"(?: \([^)]*\))? (?:said|asked|dit|demande)\b"
)


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """In a record whose speakers are in bold type: one who is not, and a parenthesis that is."""
    passages = {each.passage.at: each.passage for each in subject.proceedings.said}
    bold = any(passage.bold and passage.bold[0][0] == 0 for passage in passages.values())
    if not bold:
        return
    for stretch, text in texts(subject, rule):
        runs = passages[stretch.at].bold
        begins = _BEGINS.match(text)
        if begins is not None and not runs:
            yield in_text(rule, subject, stretch, begins.span("who"), None, why="who speaks stands in bold type")
        for start, end in runs:
            inside = re.search(r"\([^()]+\)", stretch.text[start:end])
            if inside is not None:
                span = start + inside.start(), start + inside.end()
                yield in_text(
                    rule, subject, stretch, span, None, why="parentheses behind a speaker are not in bold type"
                )
