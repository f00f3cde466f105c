"""Persons with two honorifics in one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.finders.person_names import named
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches
from precis.language.grammar import any_of

__all__ = ["find"]

_Held = tuple[str, bool]
"""A name, and whether its honorific is that of a man."""

_RARE = 9
"""A name of so many letters, or of two with a hyphen, is hardly that of two persons in one record."""
_SPOKEN = 6
"""One of so many is not, where one of the two speaks, or is in the Chair, and the other does not."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The honorific that stands once, of a rare name that has the other one twice and more.

    That of who speaks, or of the Chair on the cover, is right where the other stands no more often and does not speak.
    A name behind an honorific of several persons is one of those where it is that of a speaker.
    """
    men, women = rule.words["men"], rule.words["women"]
    form = named(subject, (*men, *women))
    found = [
        (stretch, text, match, _held(match, men))
        for stretch, text, match in matches(subject, rule, form)
        if not text[match.start() - 1 : match.start()].isalnum()
    ]
    chairs = [_held(match, men) for chair in subject.record.chairs if (match := form.fullmatch(chair.name))]
    counts = Counter([*(held for _, _, _, held in found), *chairs])
    speak = {*chairs, *(held for stretch, _, match, held in found if stretch.speaks(match.end("name")))}
    for stretch, text, match, (name, man) in found:
        new = rule.words["women" if man else "men"][0]
        wrong = _stands_once(name, man, counts) or _of_speaker(name, man, counts, speak)
        if wrong and not text.startswith(" (", match.end()):
            yield in_text(rule, subject, stretch, match.span("title"), new, name=name)
    yield from _of_several(subject, rule, counts, speak)


def _of_several(subject: Subject, rule: Rule, counts: Counter[_Held], speak: set[_Held]) -> Iterator[Alarm]:
    """The names behind "Messrs." of women who speak, and behind the honorific of several women of men."""
    for man, titles in ((True, rule.words["of_men"]), (False, rule.words["of_women"])):
        if not any(title in subject.own for title in titles):
            continue
        for stretch, _, match in matches(subject, rule, _list_form(titles, rule.words["joints"])):
            for each in re.finditer(_NAME, match["names"]):
                if _of_speaker(each[0], man, counts, speak):
                    at = match.start("names")
                    title = rule.words["women" if man else "men"][0]
                    span = at + each.start(), at + each.end()
                    yield in_text(rule, subject, stretch, span, fix=title, name=each[0])


def _stands_once(name: str, man: bool, counts: Counter[_Held]) -> bool:
    return counts[name, man] == 1 < counts[name, not man] and (len(name) >= _RARE or "-" in name)


def _of_speaker(name: str, man: bool, counts: Counter[_Held], speak: set[_Held]) -> bool:
    one, other = (name, man), (name, not man)
    return other in speak and one not in speak and counts[one] <= counts[other] and len(name) >= _SPOKEN


def _held(match: re.Match[str], men: tuple[str, ...]) -> _Held:
    return match["name"].removesuffix("'s"), match["title"] in men


_NAME = r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*"


@lru_cache(maxsize=8)
def _list_form(titles: tuple[str, ...], joints: tuple[str, ...]) -> re.Pattern[str]:
    """An honorific of several persons, and their names."""
    return re.compile(rf"(?:{any_of(titles)}) (?P<names>{_NAME}(?:(?:{any_of(joints)}){_NAME})+)")
