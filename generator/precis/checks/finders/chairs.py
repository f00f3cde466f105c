"""Chairs who stand in one line, or without their honorific."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.language.grammar import any_of

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A name that holds two, one with "Mr" where its language writes this with a full stop only, or that of another."""
    others = rule.words.get(f"other_{subject.record.language}", ())
    bare, second = _forms(tuple(subject.wording.speech["persons"]), rule.words["joins"])
    for chair in subject.record.chairs:
        if second.search(chair.name):
            yield in_field(rule, "chair", chair.name, why="two persons; write each on a line of its own after “- ”")
        elif chair.name.startswith(tuple(f"{other} " for other in others)):
            yield in_field(rule, "chair", chair.name, why="the honorific is of another language")
        elif bare.match(chair.name):
            yield in_field(rule, "chair", chair.name, why="the honorific has a full stop")


@lru_cache(maxsize=8)
def _forms(persons: tuple[str, ...], joins: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An honorific that lacks its full stop, and one behind what joins two names."""
    stopped = {person.removesuffix(".") for person in persons if person.endswith(".")}.difference(persons)
    joined = rf"(?:[;,/&]|\b(?:{any_of(joins)})\b)\s*(?:{any_of(persons)})\s"
    return re.compile(rf"(?:{any_of(stopped)})\s"), re.compile(joined, re.IGNORECASE)
