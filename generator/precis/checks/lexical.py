"""Rules that are a pattern, or a list of words with those to write instead: found in all texts of a record at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm, Place
from precis.checks.rule import HEADING, SOURCE, Fixing, Rule
from precis.checks.subject import Subject
from precis.checks.telling import found_by, in_text, listed, texts

__all__ = ["lexical_alarms"]


def lexical_alarms(rule: Rule, subject: Subject) -> Iterator[Alarm]:
    """Where the pattern of a rule is found, or one of the words of its list."""
    if rule.pattern and SOURCE in rule.where:
        yield from _in_source(rule, subject)
    elif rule.pattern:
        yield from _by_pattern(rule, subject)
    words = listed(rule, subject) if rule.swaps else ()
    if words:
        yield from _by_list(rule, subject, words)


def _by_pattern(rule: Rule, subject: Subject) -> Iterator[Alarm]:
    if rule.where == (HEADING,):
        yield from _in_headings(rule, subject)
        return
    for match in found_by(rule, subject, _compiled(rule.pattern)):
        new = match.expand(rule.fix) if rule.fixing is not Fixing.NONE else None
        yield from _told(rule, subject, match.start(), match.end(), new, match.groupdict(""))


def _in_headings(rule: Rule, subject: Subject) -> Iterator[Alarm]:
    for stretch, text in texts(subject, rule):
        for match in _compiled(rule.pattern).finditer(text):
            new = match.expand(rule.fix) if rule.fixing is not Fixing.NONE else None
            yield in_text(rule, subject, stretch, match.span(), new, **match.groupdict(""))


def _by_list(rule: Rule, subject: Subject, words: list[str]) -> Iterator[Alarm]:
    """A word of a list is found with a small letter, or with a capital where a sentence begins: no name is touched."""
    either = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    starts = "|".join(f"{word[0].upper()}{re.escape(word[1:])}" for word in sorted(words, key=len, reverse=True))
    form = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])|(?:^|(?<=[.?!] ))(?:{starts})(?![\w-])", re.MULTILINE)
    for match in found_by(rule, subject, form, words):
        new = rule.swaps[match[0][0].lower() + match[0][1:]]
        if match[0][0].isupper():
            new = f"{new[0].upper()}{new[1:]}"
        if new == match[0]:
            continue
        yield from _told(rule, subject, match.start(), match.end(), new, {})


def _told(
    rule: Rule, subject: Subject, start: int, end: int, new: str | None, groups: dict[str, str]
) -> Iterator[Alarm]:
    stretch, place = subject.place(start, end)
    if stretch.form not in rule.where:
        return
    assert place.at is not None, "a place in a text is one of its spans"
    found = stretch.exact[place.at.start : place.at.end]
    yield Alarm(rule, place, rule.message.format(found=found, fix=new or "", **groups), found, new)


def _in_source(rule: Rule, subject: Subject) -> Iterator[Alarm]:
    """Where the lines of a source have a slip of mark-up; of what goes over lines, the first is told."""
    for match in _compiled(rule.pattern).finditer(subject.source):
        found = match[0].strip("\n").split("\n")[0]
        start = match.start() + len(match[0]) - len(match[0].lstrip("\n"))
        line = subject.source.count("\n", 0, start)
        column = start - (subject.source.rfind("\n", 0, start) + 1)
        new = match.expand(rule.fix) if rule.fixing is not Fixing.NONE else None
        place = Place(line=subject.line + line, columns=(column + 1, column + max(len(found), 1)))
        yield Alarm(
            rule, place, rule.message.format(found=found.strip(), fix=new or "", **match.groupdict("")), found, new
        )


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)
