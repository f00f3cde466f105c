"""Persons with two honorifics in one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import any_of

__all__ = ["find"]

_RARE = 9
"""A name of so many letters, or of two with a hyphen, is hardly that of two persons in one record."""
_SPOKEN = 6
"""One of so many is not, where one of the two speaks, or is in the Chair, and the other does not."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The honorific that stands once, of a rare name that has the other one twice and more.

    That of who speaks, or of the Chair on the cover, is right where the other stands no more often and does not speak.
    """
    men = rule.words["men"]
    found = [
        (stretch, text, match)
        for stretch, text, match in matches(subject, rule, _form(men, rule.words["women"]))
        if not text[match.start() - 1 : match.start()].isalnum()
    ]
    held = [(*_told(match, men), stretch.speaks(match.end("name"))) for stretch, _, match in found]
    counts = Counter((name, man) for name, man, _ in held)
    speak = {(name, man) for name, man, speaks in held if speaks}
    for chair in subject.record.chairs:
        if match := _form(men, rule.words["women"]).fullmatch(chair.name):
            counts[_told(match, men)] += 1
            speak.add(_told(match, men))
    for (name, man, _), (stretch, text, match) in zip(held, found, strict=True):
        one, other = (name, man), (name, not man)
        once = counts[one] == 1 < counts[other] and (len(name) >= _RARE or "-" in name)
        of_speaker = other in speak and one not in speak and counts[one] <= counts[other] and len(name) >= _SPOKEN
        if (once or of_speaker) and not text.startswith(" (", match.end()):
            new = rule.words["women" if man else "men"][0]
            yield in_text(rule, subject, stretch, match.span("title"), new, name=name)


@lru_cache(maxsize=8)
def _form(men: tuple[str, ...], women: tuple[str, ...]) -> re.Pattern[str]:
    """An honorific, and the name behind it."""
    return re.compile(rf"(?P<title>{any_of((*men, *women))}) (?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)")


def _told(match: re.Match[str], men: tuple[str, ...]) -> tuple[str, bool]:
    """A name, and whether its honorific is that of a man."""
    return match["name"].removesuffix("'s"), match["title"] in men
