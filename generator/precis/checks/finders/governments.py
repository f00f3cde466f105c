"""The Government of a State with a small letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_text, matches

__all__ = ["find"]

_GOVERNMENT = re.compile(r"government(?<=[ -]government)(?P<of> of )?")


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """The Government of her who speaks, and that of a State that is named: not that of a region, nor of the day."""
    if "government" not in subject.vocabulary:
        return
    for stretch, text, match in matches(subject, rule, _GOVERNMENT, ["government"]):
        at = match.start()
        own = re.search(r"(?<!\w)[Hh](?:is|er) \Z", text[max(0, at - 5) : at])
        named = match["of"] and text[max(0, at - 4) : at].lower() == "the "
        if own or (named and any(found.start == match.end() for found in subject.states_in(text))):
            yield in_text(rule, subject, stretch, (at, at + len("government")))
