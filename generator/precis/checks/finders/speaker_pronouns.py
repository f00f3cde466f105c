"""Those who speak as he and as she."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.language.grammar import any_of

__all__ = ["find"]

_Words = tuple[str, ...]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The pronoun behind the first verb of a statement, where it is not that of the honorific, or of the cover's Chair.

    Nothing is told of a Chair where the cover has a man and a woman, or a text says that another one took the Chair.
    """
    words = rule.words
    form = _form(words["chair"], (*words["man"], *words["woman"]), words["verbs"], (*words["he"], *words["she"]))
    covers = {
        man
        for chair in subject.record.chairs
        for man, titles in ((True, words["man"]), (False, words["woman"]))
        if chair.name.startswith(titles)
    }
    if any(change in subject.own for change in words["changes"]):
        covers = set()
    for stretch, text in texts(subject, rule):
        match = form.match(text)
        if match is None or not stretch.speaks(match.end("who")):
            continue
        found = match["pronoun"] in words["he"]
        if match["title"]:
            right, who = match["title"] in words["man"], match["who"]
        elif len(covers) == 1:
            right, who = next(iter(covers)), subject.record.chairs[0].name
        else:
            continue
        if found != right:
            she = words["he" if right else "she"][0]
            yield in_text(rule, subject, stretch, match.span("pronoun"), she, who=who, right=she)


@lru_cache(maxsize=4)
def _form(chairs: _Words, titles: _Words, verbs: _Words, pronouns: _Words) -> re.Pattern[str]:
    """Who speaks, what is said of them in parentheses, a verb, and the pronoun behind it."""
    who = rf"(?P<who>(?:{any_of(chairs)})|(?P<title>{any_of(titles)}) [^\s(,]+(?: [A-Z][^\s(,]+)?)"
    return re.compile(rf"{who}(?: \([^)]*\))? (?:{any_of(verbs)}) (?P<pronoun>{any_of(pronouns)})\b")
