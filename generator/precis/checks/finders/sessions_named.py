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

_SESSION = "<session>"


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The ordinal in each of the `frames` of the rule, where it is not that of the cover."""
    session, grammar = subject.record.session, subject.wording.grammar
    if session is None or not subject.looked_at(rule):
        return
    frames = rule.words["frames"]
    for stretch, text, match in matches(subject, rule, _form(frames, grammar.session_pattern)):
        number = grammar.read_session(match["session"])
        if number is None or number == session:
            continue
        if any(_framed(frame, match["session"]).match(text, match.start()) for frame in frames):
            yield in_text(rule, subject, stretch, match.span("session"), session=str(session))


@lru_cache(maxsize=8)
def _form(frames: tuple[str, ...], session: str) -> re.Pattern[str]:
    """An ordinal, which is long, once for all frames: between what stands before it in one and behind it in one."""
    before, after = ("|".join(parts) for parts in zip(*(frame.split(_SESSION) for frame in frames), strict=True))
    return re.compile(rf"(?:{before})(?P<session>{session})(?={after})", re.IGNORECASE)


def _framed(frame: str, named: str) -> re.Pattern[str]:
    """A frame with the ordinal that a text has."""
    return re.compile(frame.replace(_SESSION, re.escape(named)), re.IGNORECASE)
