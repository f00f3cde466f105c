"""Sessions that a text calls the current one, and the cover another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The ordinal in each of the `frames` of the rule, where it is not that of the cover."""
    session, grammar = subject.record.session, subject.wording.grammar
    if session is None or not subject.looked_at(rule):
        return
    form, ordinal = _forms(rule.words["frames"], grammar.session_pattern)
    for stretch, _, match in matches(subject, rule, form):
        named = ordinal.search(match[0])
        number = grammar.read_session(named[0]) if named else None
        if named and number is not None and number != session:
            start = match.start() + named.start()
            yield in_text(rule, subject, stretch, (start, start + len(named[0])), session=str(session))


@lru_cache(maxsize=8)
def _forms(frames: tuple[str, ...], session: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One pattern of all frames, whose <session> is an ordinal; and that of the ordinal."""
    every = "|".join(frame.replace("<session>", session) for frame in frames)
    return re.compile(every, re.IGNORECASE), re.compile(session, re.IGNORECASE)
