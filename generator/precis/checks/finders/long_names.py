"""States under their long names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The long name of a State that has a short one, but for those of the rule that stand `apart`.

    Behind a word with a capital and `of` it is part of a name, as in the Constitution of the Kingdom of Morocco, but
    not behind the words of `but`.
    """
    apart, of = frozenset(rule.words["apart"]), "|".join(rule.words["of"])
    named = re.compile(rf"(?P<word>[A-ZÀ-Þ][\w-]+) (?:{of}) (?:the )?\Z")
    for stretch, text in texts(subject, rule):
        for found in subject.states_in(text):
            state = found.state
            told = re.sub(r"\A[Tt]he ", "", text[found.start : found.end])
            if told != state.official or told in (state.name, state.prose) or told in apart:
                continue
            before = named.search(text[: found.start])
            if before is None or before["word"] in rule.words["but"]:
                yield in_text(rule, subject, stretch, (found.start, found.end), state.in_text)
