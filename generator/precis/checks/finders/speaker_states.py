"""Speakers and delegations of another State than the one whose report the heading names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.spelling import near_names
from precis.checks.subject import Stretch, Subject
from precis.checks.telling import in_text
from precis.language.states import State

__all__ = ["find"]

_SPEAKER = re.compile(r"[A-ZÀ-Þ][\w.'-]*(?: [\w.'-]+){1,4} \((?P<state>[A-ZÀ-Þ][^()]{3,60})\)")
_LONGEST = 200
"""No line about a delegation is longer."""


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The State behind the name of who speaks, or of a delegation that comes or goes, below the heading of another.

    What is in parentheses and is no State may be one that is spelled otherwise.
    """
    state: State | None = None
    moves = "|".join(rule.words["moves"])
    delegation = re.compile(rf"(?:{'|'.join(rule.words['delegation'])})(?P<state>[^.,;]+?) (?:{moves})\b")
    for stretch, own in zip(subject.stretches, subject.own_texts, strict=True):
        if stretch.form == "heading":
            named = {found.state.code: found.state for found in subject.states_in(own)}
            state = next(iter(named.values())) if len(named) == 1 else None
        elif state is not None and state.status == "member" and stretch.form == "paragraph":
            yield from _in_line(stretch, own, state, subject, rule, delegation)


def _in_line(
    stretch: Stretch, own: str, state: State, subject: Subject, rule: Rule, delegation: re.Pattern[str]
) -> Iterator[Alarm]:
    speaker = _SPEAKER.match(own)
    if speaker is not None:
        named = subject.states.named(speaker["state"])
        near = named is None and near_names(speaker["state"], state.name)
        if near or (named is not None and named.status == "member" and named.code != state.code):
            yield in_text(rule, subject, stretch, speaker.span("state"), state.prose or state.name)
    elif len(own) < _LONGEST and (line := delegation.search(own)):
        found = next((each for each in subject.states_in(own) if each.end == line.end("state")), None)
        if found is not None and found.state.status == "member" and found.state.code != state.code:
            yield in_text(rule, subject, stretch, (found.start, found.end), state.in_text)
