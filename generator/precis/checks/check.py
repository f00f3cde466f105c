"""The alarms of a record: its rules, one after the other, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from precis.checks.alarm import Alarm
from precis.checks.finders import finder
from precis.checks.lexical import lexical_alarms
from precis.checks.rule import Rule
from precis.checks.subject import Subject

__all__ = ["alarms_of", "rules_for"]

_OF_OTHER_RULES = 2010
"""Records of the years before were written by other rules of spelling and style; their structure is the same."""


def rules_for(
    rules: Mapping[str, Rule], year: int | None, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> list[Rule]:
    """The rules that a record of a year is held to: those that are selected, or all but those of taste."""
    chosen, left_out = set(select), set(ignore)
    return [
        rule
        for rule in rules.values()
        if rule.name not in left_out
        and (rule.name in chosen if chosen else not rule.asked)
        and (year is None or (year >= rule.since and (rule.structure or year >= _OF_OTHER_RULES)))
    ]


def alarms_of(subject: Subject, rules: Iterable[Rule]) -> list[Alarm]:
    """The alarms of a record by these rules, in the order of the text: the cover first."""
    held = [rule for rule in rules if not rule.across]
    subject.look_for(held)
    found: list[Alarm] = []
    for rule in held:
        if rule.hint and not subject.looked_at(rule):
            continue
        if rule.pattern or rule.swaps:
            found.extend(lexical_alarms(rule, subject))
        if rule.finder:
            found.extend(finder(rule.finder)(subject, rule))
    return sorted(found, key=_order)


def _order(alarm: Alarm) -> tuple[bool, int, int, str, int, str]:
    at = alarm.place.at
    if at is None:
        return alarm.place.line > 0, -1, 0, "", alarm.place.line, alarm.rule.name
    return True, at.block, at.part, at.note, at.start, alarm.rule.name
