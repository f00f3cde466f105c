"""Places of meetings that no house knows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from precis.checks.alarm import Alarm
from precis.checks.rule import Rule
from precis.checks.subject import Subject
from precis.checks.telling import in_field
from precis.language.houses import houses
from precis.model import ONLINE

__all__ = ["find"]


def find(subject: Subject, rule: Rule) -> Iterator[Alarm]:
    """A place that is like a known one and is none, or one without its town."""
    place = subject.record.place
    if place is None or place == ONLINE:
        return
    every = [places for house in houses(subject.assets) for places in house.places.values()]
    if any(place in places or place in places.values() for places in every):
        return
    near = get_close_matches(place, sorted({key for places in every for key in places}), 1, 0.75)
    if near:
        yield in_field(rule, "place", place, near=f": write {near[0]}")
