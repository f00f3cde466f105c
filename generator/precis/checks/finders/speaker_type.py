"""Speakers who do not stand in bold type, or whose parentheses do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_text, texts
from precis.model import Run

__all__ = ["find"]

_BEGINS = re.compile(
    r"(?P<who>(?:(?:Mr|Ms|Mrs|Mme|M|Dr)\.? [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?|The Chair|Le Président|La Présidente))"
    r"(?: \([^)]*\))? (?:said|asked|dit|demande)\b"
)

_BARE = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?")
_NAMELESS = re.compile(r" ?(?:\([^)]*\) ?)?(?:said|asked|dit|demande)\b")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """In a record whose speakers are in bold type: one who is not, and a parenthesis that is."""
    looked = [(stretch, text, _bold(stretch)) for stretch, text in texts(subject, rule)]
    if not any(runs and runs[0][0] == 0 for _, _, runs in looked):
        return
    for stretch, text, runs in looked:
        begins = _BEGINS.match(text)
        if begins is not None and not runs:
            yield in_text(rule, subject, stretch, begins.span("who"), None, why="who speaks stands in bold type")
        if runs and runs[0][0] == 0 and _NAMELESS.match(stretch.text[runs[0][1] :]):
            bold = stretch.text[: runs[0][1]].rstrip()
            if _BARE.fullmatch(bold) and bold.split()[0] not in rule.words["titles"]:
                yield in_text(rule, subject, stretch, (0, len(bold)), None, why="a name has its honorific: Ms., Mr.")
        for start, end in runs[:1] if runs and runs[0][0] == 0 else ():
            inside = re.search(r"\([^()]+\)", stretch.text[start:end])
            if inside is not None:
                span = start + inside.start(), start + inside.end()
                yield in_text(
                    rule, subject, stretch, span, None, why="parentheses behind a speaker are not in bold type"
                )


def _bold(stretch: Stretch) -> list[tuple[int, int]]:
    """The stretches in bold type."""
    found, at = [], 0
    for item in stretch.inlines:
        length = len(getattr(item, "text", ""))
        if isinstance(item, Run) and item.bold and item.text.strip():
            found.append((at, at + length))
        at += length
    return found
