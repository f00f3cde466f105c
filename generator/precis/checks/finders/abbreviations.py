"""Abbreviations that no long form stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text

__all__ = ["ROMAN", "SHORT", "find", "introduced", "is_short_for"]

SHORT = re.compile(
    r"(?P<short>[A-Z](?=[A-Z])(?:(?<![\w/.&’'(-][A-Z])|(?<=\b[DLdl]['’][A-Z]))[A-Z]+(?:-[A-Z]+)*s?)"
    r"(?![\w/&$€£]| \d{1,3}(?![\d,.])|[-.’'][A-Z]|'s)"
)
"""Capitals, behind an elided article too; with a small number behind them they are the name of a text."""
_GIVEN = re.compile(r"[(\[](?:[^()\[\]]*?[ ,;])?(?P<short>[A-Z][A-Za-z-]*[A-Z][A-Za-z]*s?|[A-Z]{2,})[)\]]")
_LONGEST = 8
ROMAN = re.compile(r"[IVXLCDM]+s?")

_BEHIND = re.compile(r" \((?P<long>[^()]*[a-zà-ÿ]{3}[^()]*)\)")
"""A long form that stands behind its short one, or what else is in parentheses there."""
_REACH = 100
"""No long form has more characters."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The first place of each that was given nowhere before. Texts in capitals have none.

    What is `named` so, in the words of the rule, has no long form; that of others may stand behind them.
    """
    given: set[str] = set()
    named = tuple(f"{word} " for word in rule.words["named"])
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
            elif bare not in given and short not in known and bare not in known and ROMAN.fullmatch(bare) is None:
                given.add(bare)
                if text[:at].endswith(named) or _is_given_behind(short, text[at + len(short) :]):
                    continue
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


def _is_given_behind(short: str, after: str) -> bool:
    """Whether the long form of a short one stands in parentheses behind it."""
    behind = _BEHIND.match(after)
    return behind is not None and is_short_for(short, behind["long"])


def is_short_for(short: str, before: str) -> bool:
    """Whether the letters of a short form stand in this order before it, the first at the beginning of a word."""
    words = re.findall(r"[^\W_]+", before[-_REACH:])
    letters = [letter for letter in short.removesuffix("s").casefold() if letter.isalpha()]
    for first, word in enumerate(words):
        if word[0].casefold() == letters[0]:
            rest = iter(" ".join(words[first:]).casefold())
            if all(letter in rest for letter in letters) and len(words) - first >= min(len(letters), 3):
                return True
    return False
