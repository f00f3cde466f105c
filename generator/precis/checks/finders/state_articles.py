"""States that have an article in running text, without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts

__all__ = ["find"]

_BEFORE = re.compile(
    r"(?:\b(?:of|by|from|with|and|in|to|for|between|as|including|like|visited|against|on|that|which|or)|,|^|\.) ?\Z"
)
_AFTER = re.compile(
    r" ?(?:[,.;:?!)]|\Z)"
    r"| (?:and|or|had|was|were|would|could|should|in|on|to|for|by|at|with|from|under|that|which|who|of)\b"
)


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A name with an article that has none, where the name stands alone: not "the Niger delegation"."""
    for stretch, text in texts(subject, rule):
        for found in subject.states_in(text):
            state = found.state
            told = text[found.start : found.end]
            if "(" in told:
                # The form of lists: "Iran (Islamic Republic of)".
                continue
            if state.article != "the" or re.match(r"[Tt]he\b", told) or told.isupper():
                today = subject.states.by_code.get(state.code)
                if today is None or today.article != "the" or told != today.name or told.isupper():
                    continue
            before, after = text[: found.start], text[found.end :]
            if re.match(r"[Tt]he\b", told) or not _BEFORE.search(before) or not _AFTER.match(after):
                continue
            if re.search(r"\b(?:[Tt]he) (?:[\w-]+ )?\Z", before):
                continue
            article = "The" if not before.strip() or before.rstrip().endswith(".") else "the"
            yield in_text(rule, subject, stretch, (found.start, found.end), f"{article} {told}")
