"""Abbreviations that no long form stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text

__all__ = ["SHORT", "find", "introduced"]

SHORT = re.compile(
    r"(?P<short>[A-Z](?=[A-Z])(?:(?<![\w/.&’'(-][A-Z])|(?<=\b[DLdl]['’][A-Z]))[A-Z]+(?:-[A-Z]+)*s?)"
    r"(?![\w/&$€£]| \d{1,3}(?![\d,.])|[-.’'][A-Z]|'s)"
)
"""Capitals, behind an elided article too; with a small number behind them they are the name of a text."""
_GIVEN = re.compile(r"[(\[](?:[^()\[\]]*?[ ,;])?(?P<short>[A-Z][A-Za-z-]*[A-Z][A-Za-z]*s?|[A-Z]{2,})[)\]]")
_LONGEST = 8
_ROMAN = re.compile(r"[IVXLCDM]+s?")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The first place of each that was given nowhere before. Texts in capitals have none."""
    given: set[str] = set()
    known = frozenset(rule.words["known"])
    for stretch, text in zip(subject.stretches, subject.own_texts, strict=True):
        found = [(at, short, True) for at, short in introduced(text)]
        if stretch.form in rule.where and not text.isupper():
            found += [(match.start("short"), match["short"], False) for match in SHORT.finditer(text)]
        for at, short, gives in sorted(found):
            bare = short.rstrip("s")
            if gives:
                given.add(bare)
            elif len(bare) > _LONGEST:
                # A word or a surname in capitals, as records before 2010 have them.
                continue
            elif bare not in given and short not in known and bare not in known and _ROMAN.fullmatch(bare) is None:
                given.add(bare)
                if not _a_name(text, at, len(short)):
                    yield in_text(rule, subject, stretch, (at, at + len(short)), None)


def _a_name(text: str, at: int, length: int) -> bool:
    """Whether capitals are a surname behind an honorific or given names, or before another word in capitals."""
    before, after = text[:at], text[at + length :]
    return bool(re.search(r"(?:\b(?:Mr|Ms|Mrs|Mme|M|Dr|Prof)\. |\b[A-Z]{2,}[- ])\Z", before)) or bool(
        re.match(r"[- ][A-Z]{2,}\b", after)
    )


@lru_cache(maxsize=512)
def introduced(text: str) -> tuple[tuple[int, str], ...]:
    """The short forms that a text gives in parentheses, with their places."""
    if "(" not in text and "[" not in text:
        return ()
    return tuple((match.start("short"), match["short"]) for match in _GIVEN.finditer(text))
