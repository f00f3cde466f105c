"""What a source says is to be left alone: a rule, in the block below a comment, with the reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from precis.checks.alarm import Alarm
from precis.model import Fault, FileSpan
from precis.source.body import Body
from precis.source.chunks import ORIGINAL, TAKE

__all__ = ["Ignored", "ignored_in", "without_ignored"]

_FORM = re.compile(r"ignore (?P<rules>[a-z-]+(?:, ?[a-z-]+)*)(?:: *(?P<reason>\S.*))?")
_IN_FRONT = re.compile(r"#[ \t]*(?P<said>ignore .*)")

COVER = -1
"""The place of what is left alone on the cover."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule that is left alone in the block at the place `block`, and the line that says so."""

    rule: str
    block: int
    line: int


def ignored_in(text: str, body: Body, file: str, known: Collection[str]) -> tuple[list[Ignored], list[Fault]]:
    """What a source says is left alone, and a fault for each comment that says it out of form or without a reason.

    Comments stand in the text, `<!-- ignore RULE: reason -->`, or in the front matter, `# ignore RULE: reason`.
    """
    found: list[Ignored] = []
    faults: list[Fault] = []
    for said, line, block in (*_of_front(text), *((each.said, each.line, each.block) for each in body.comments)):
        if said.startswith((ORIGINAL, TAKE)):
            continue
        match = _FORM.fullmatch(said)
        if match is None or match["reason"] is None:
            what = f"'{said}' gives no reason" if match else f"'{said}' is no comment of a source"
            message = f"{what}; write ignore RULE: reason, as in: ignore percent-sign: the report prints it so"
            faults.append(Fault(FileSpan(file, line), "ignore-form", message))
            continue
        for rule in re.split(r", ?", match["rules"]):
            if rule in known:
                found.append(Ignored(rule, block, line))
            else:
                message = f"there is no rule '{rule}'; docs/checks.md lists them"
                faults.append(Fault(FileSpan(file, line), "unknown-rule", message))
    return found, faults


def _of_front(text: str) -> Iterator[tuple[str, int, int]]:
    for number, line in enumerate(text.split("\n")[1:], 2):
        if line.rstrip() == "---":
            return
        match = _IN_FRONT.match(line)
        if match:
            yield match["said"].strip(), number, COVER


def without_ignored(
    alarms: Iterable[Alarm], ignored: Iterable[Ignored], body: Body
) -> tuple[list[Alarm], list[Ignored]]:
    """The alarms that are told, and what was left alone and never found."""
    waiting = {(each.rule, each.block): each for each in ignored}
    used: set[tuple[str, int]] = set()
    told = []
    for alarm in alarms:
        key = alarm.rule.name, _block_of(alarm, body)
        if key in waiting:
            used.add(key)
        else:
            told.append(alarm)
    return told, [each for key, each in waiting.items() if key not in used]


def _block_of(alarm: Alarm, body: Body) -> int:
    if alarm.place.at is not None:
        return alarm.place.at.block
    if alarm.place.line:
        return sum(line <= alarm.place.line for line in body.lines) - 1
    return COVER
