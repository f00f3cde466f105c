"""States under other names than those of the United Nations in the year of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, texts
from precis.proceedings import normal

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A form that is neither the short nor the full name, nor one that records use (`usual`)."""
    for stretch, text in texts(subject, rule):
        for found in subject.states_in(text):
            state = subject.state(found.state.code)
            if state is None or state.status not in ("member", "observer"):
                continue
            words = re.sub(r"\A[Tt]he ", "", text[found.start : found.end])
            told = " ".join(words.replace("’", "'").split())
            # A name is another one from a day of its year on: in that year the one before it is right too.
            named = (state, subject.state(state.code, 1) or state)
            names = {
                re.sub(r"\A[Tt]he ", "", normal(name)) for one in named for name in (one.name, one.prose, one.official)
            }
            if told in names or told in rule.words["usual"] or told.isupper() or not told[:1].isupper():
                continue
            if not _alone(text, found.start, found.end):
                continue
            # An article of another language than English stands before what was found, or is part of the word there.
            new = state.in_text if subject.record.language == "en" else state.prose or state.name
            if text[found.start].isupper() and text[: found.start].rstrip()[-1:] in ("", "."):
                new = new[0].upper() + new[1:]
            yield in_text(rule, subject, stretch, (found.start, found.end), new)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a name stands by itself: not in a longer name ("Holland America Line") or before a figure or bracket."""
    return not re.match(r"(?:[-‑/]| [A-Z(]|'s [A-Z])", text[end:]) and text[start - 1 : start] not in ("-", "/")
