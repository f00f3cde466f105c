"""What is told of a source when it is built: slips of mark-up, and covers that would lie."""

from __future__ import annotations

from collections.abc import Iterator

from precis.assets import Assets
from precis.checks import Subject, alarms_of, load_rules
from precis.checks.ignored import ignored_in, without_ignored
from precis.checks.mending import place_in_file
from precis.checks.rules import ALL
from precis.model import FileSpan, Finding
from precis.source.placing import Placing
from precis.source.record import Placed

__all__ = ["slips_of", "subject_of"]


def subject_of(text: str, placed: Placed, assets: Assets) -> Subject:
    """The record of a source under the rules, with the lines below its front matter."""
    lines = text.split("\n")
    first = placed.line
    return Subject(placed.reading.record, assets, "\n".join(lines[first - 1 :]), first)


def slips_of(
    file: str, text: str, placed: Placed, assets: Assets, lost: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """A finding for each rule of covers and of mark-up that the source breaks and does not say is to be left alone.

    Nothing is told of the fields that are `lost`: what is wrong with them is a fault.
    """
    rules = {name: rule for name, rule in load_rules(assets, ALL).items() if rule.build}
    alarms = alarms_of(subject_of(text, placed, assets), rules.values())
    ignored, _ = ignored_in(text, placed.body, file, rules)
    told, _ = without_ignored((each for each in alarms if each.place.field not in lost), ignored, placed.body)
    placing = Placing(text, placed.body)
    for alarm in told:
        found = place_in_file(alarm, placing)
        if found is not None:
            line, column = placing.line_and_column(found[0])
            span = FileSpan(file, line, columns=(column, column + max(found[1] - found[0], 1) - 1))
        else:
            field = alarm.place.field
            span = FileSpan(
                file, placed.front.lines.get(field, alarm.place.line or 1), columns=placed.front.columns.get(field)
            )
        yield Finding("house-rule", span, alarm.place.field or "text", f"{alarm.message} ({alarm.rule.name})")
