"""States without the article that their language has before them, behind words that ask for it, or with another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.language.states import FoundState
from precis.proceedings import normal

__all__ = ["find"]

_WORD = re.compile(r"(?<![\w'-])([^\W\d_]+) \Z")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A State behind a word that its article cannot follow.

    The rule has these words by the article: `any` for all that have one, and those of one article under it, as "le";
    under "none" those of States that have none, but for those with `either`. `towns` are States that have the name of a
    town. Two States joined by one of the words `and` have an article both, or none.
    """
    for stretch, text in texts(subject, rule):
        before: FoundState | None = None
        for found in subject.states_in(text):
            start = _start(found, before, text, subject, rule)
            if start is not None:
                yield in_text(rule, subject, stretch, (start, found.end))
            before = found


def _start(found: FoundState, before: FoundState | None, text: str, subject: Subject, rule: Rule) -> int | None:
    """Where the words begin that cannot stand before a State, or None."""
    state = subject.state(found.state.code)
    told = text[found.start : found.end]
    if state is None or told not in (normal(state.name), normal(state.prose)):
        return None
    word = _WORD.search(text, max(0, found.start - 20), found.start)
    if word is None:
        return None
    words, article = rule.words, normal(state.article)
    if word[1] in words["and"]:
        joined = before is not None and found.start - before.end == len(word[1]) + 2
        return word.start() if article and joined and before and _has_article(before, text, rule) else None
    before_it = word[1].lower()
    if told in words["either"] or (told in words["towns"] and before_it in words["of_towns"]):
        return None
    wrong = (*words["any"], *words[article]) if article else words["none"]
    return word.start() if before_it in wrong else None


def _has_article(found: FoundState, text: str, rule: Rule) -> bool:
    """Whether an article stands before a State in the text."""
    before = text[: found.start]
    word = before.rsplit(None, 1)[-1:] if before.endswith(" ") else [before[-2:]]
    return bool(word) and word[0].lower() in rule.words["articles"]
