"""The takes of a meeting: each as it was read, and what is told of them beside one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from precis.assets import Assets
from precis.checks import load_rules, rules_for
from precis.checks.across import alarms_across
from precis.checks.beside import Named
from precis.language import languages
from precis.model import Fault, Faults, FileSpan, Finding, PrecisError, Record
from precis.reading.files import read_text
from precis.source.field import typed_values
from precis.source.fields import FIELDS, OF_TAKES
from precis.source.kinds import Form
from precis.source.placing import Placing
from precis.source.record import Placed, read_faulty
from precis.tasks.looking import ReadFile, told_of_alarm
from precis.tasks.made import kind_of_file
from precis.tasks.slips import subject_of

__all__ = ["Take", "read_takes", "told_of_takes"]

_ACROSS = ("session-names", "session-terms")
"""The rules that compare takes: one spelling of a name, one form of a term."""


@dataclass(frozen=True, slots=True)
class Take:
    """A take as it was read: its number, who writes it, whether that is done, and the fields of the record it knows."""

    file: str
    text: str
    placed: Placed
    number: int
    writer: str
    done: bool
    values: Mapping[str, Any]


def read_takes(files: Sequence[str], assets: Assets) -> tuple[list[Take], list[Fault]]:
    """The takes in the order of their numbers, and the faults of those that cannot be read."""
    takes: list[Take] = []
    faults: list[Fault] = []
    for file in files:
        try:
            takes.append(_take(file, assets))
        except PrecisError as error:
            faults.extend(fault.of(file) for fault in error.faults)
    return sorted(takes, key=lambda take: take.number), faults


def _take(file: str, assets: Assets) -> Take:
    kind_of_file(file, assets, Form.TAKE)
    text = read_text(file)
    read = read_faulty(text, file, assets, forms=(Form.TAKE,))
    front, faults = read.placed.front, Faults(file)
    own = typed_values(front, OF_TAKES, faults)
    if "take" not in front.values:
        faults.add(
            "field-wanted", "take: is missing; write take: 1 in the first of the meeting, 2 in the next", 1, "take"
        )
    if read.faults or faults.found:
        # A value that is out of form was told of as the take was read.
        raise PrecisError(read.faults or faults.found)
    values = typed_values(front, FIELDS, faults)
    return Take(file, text, read.placed, own["take"], own.get("writer", ""), own.get("done", False), values)


def told_of_takes(takes: Sequence[Take], record: Record, assets: Assets) -> Iterator[Finding]:
    """What is told of takes that are still written, or missing between two; and what the others write otherwise."""
    yield from _unfinished(takes)
    yield from _between(takes, record, assets)


def _unfinished(takes: Sequence[Take]) -> Iterator[Finding]:
    """What is told of takes that are still written, or missing between two."""
    for take in takes:
        if not take.done:
            reason = f"take {take.number} is still written; its writer says done: true when it is not"
            yield Finding("take-open", FileSpan(take.file), "done", reason)
    numbers = {take.number for take in takes}
    for number in range(1, max(numbers, default=0)):
        if number not in numbers:
            yield Finding("take-missing", FileSpan(), "file", f"take {number} is not among those that are joined")


def _between(takes: Sequence[Take], record: Record, assets: Assets) -> Iterator[Finding]:
    """Names and terms that one take writes otherwise than the others."""
    if record.language not in languages(assets):
        return
    known = load_rules(assets, record.language)
    rules = [rule for rule in rules_for(known, None) if rule.name in _ACROSS]
    read: dict[str, ReadFile] = {}
    for take in takes:
        # What one take says of the meeting holds for all.
        reading = take.placed.reading
        own = replace(reading.record, session=record.session or 1, body=record.body, language=record.language)
        placed = replace(take.placed, reading=replace(reading, record=own))
        subject = subject_of(take.text, placed, assets)
        read[take.file] = ReadFile(take.file, subject, text=take.text, placed=placed)
    named = [Named(each.file, each.subject) for each in read.values()]
    for file, alarm in alarms_across(named, dict.fromkeys(read, rules)):
        take_read = read[file]
        assert take_read.placed is not None, "a take is a source"
        told = told_of_alarm(alarm, take_read, Placing(take_read.text, take_read.placed.body))
        columns = (told.column, told.end[1] - 1) if told.column and told.end and told.end[0] == told.line else None
        yield Finding("house-rule", FileSpan(file, told.line, columns=columns), "text", f"{told.message} ({told.code})")
