"""Persons with two spellings in one record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.spelling import first_letter, mistyped, near_names
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_text, matches, texts
from precis.language.grammar import alternatives, any_of

__all__ = ["find", "named", "names_in", "usual_spellings"]

_LONG = 9
"""So long names that differ in a letter are one name even where neither stands more often."""


_SPOKEN = 6
"""So long ones are, where one of them is of a person who speaks and the other is not."""
_UNSTYLED = re.compile(r"(?:[A-ZÀ-Þ][\w'-]+ ){1,3}(?P<name>[A-ZÀ-Þ][\w'-]+)(?= \(|,| said| dit)")
"""A name behind given names."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The spelling that stands less often, of two that differ in a letter or in an accent; the cover's counts too.

    Where both stand as often, that of a person who speaks is right.
    """
    found = [*names_in(subject, rule), *_unstyled(subject, rule)]
    counts = Counter(name for _, _, name in found)
    chairs = {chair.name.partition(" ")[2] or chair.name for chair in subject.record.chairs}
    counts.update(chairs)
    usual = usual_spellings(counts, {name for stretch, span, name in found if stretch.speaks(span[1])} | chairs)
    for stretch, span, name in found:
        if name in usual:
            yield in_text(rule, subject, stretch, span, usual[name])


def _unstyled(subject: Subject, rule: Rule) -> Iterator[tuple[Stretch, tuple[int, int], str]]:
    """The surnames of those who speak without an honorific: the last word in bold type before who they speak for."""
    speech = subject.wording.speech
    others = {*speech["persons"], *speech["determiners"]}
    for stretch, text in texts(subject, rule):
        match = _UNSTYLED.match(text)
        if match is not None and stretch.speaks(match.end("name")) and text.split(" ", 1)[0] not in others:
            yield stretch, match.span("name"), match["name"]


def names_in(subject: Subject, rule: Rule) -> Iterator[tuple[Stretch, tuple[int, int], str]]:
    """The surnames behind an honorific, each with its text and its place there."""
    for stretch, text, match in matches(subject, rule, named(subject, tuple(subject.wording.speech["persons"]))):
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        start, end = match.span("name")
        name = match["name"].removesuffix("'s").removesuffix("'")
        yield stretch, (start, end - len(match["name"]) + len(name)), name


def named(subject: Subject, titles: tuple[str, ...]) -> re.Pattern[str]:
    """One of some honorifics, `title`, and the surname behind it, `name`, with the particles of the language."""
    return _form(titles, tuple(subject.wording.speech["particles"]))


@lru_cache(maxsize=8)
def _form(persons: tuple[str, ...], particles: tuple[str, ...]) -> re.Pattern[str]:
    """An honorific and the surname behind it, of up to four words."""
    before = any_of([word for word in particles if word[-1].isalpha() and word != "of"])
    one = rf"(?:(?:{before}) )?(?:[dl]')?[A-ZÀ-Þ][\w'-]+"
    return re.compile(rf"(?P<title>{alternatives(persons)}) (?P<name>{one}(?: {one}){{0,3}})")


def usual_spellings(counts: Mapping[str, int], speak: Set[str] = frozenset()) -> dict[str, str]:
    """For each spelling of a name that is rarer than one like it: that one.

    Of two as rare it is that of a person of those who `speak`, or the first named of long ones. One who does not is
    one who speaks also where the two are less alike.
    """
    usual: dict[str, str] = {}
    names = sorted(counts, key=lambda name: (-counts[name], name not in speak))
    first = {name: first_letter(name) for name in names}
    for index, name in enumerate(names):
        sure = len(name) >= _LONG
        rarer = (
            other
            for other in names[:index]
            if first[other] == first[name]
            and (
                counts[other] > counts[name] or sure or (other in speak and name not in speak and len(name) >= _SPOKEN)
            )
        )
        like = next((other for other in rarer if other not in usual and near_names(other, name)), None)
        if like is None and name not in speak:
            spoken = (other for other in names[:index] if other in speak and counts[other] > counts[name])
            like = next((other for other in spoken if mistyped(other, name)), None)
        if like is not None:
            usual[name] = like
    return usual
