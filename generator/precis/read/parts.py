"""The parts of a text: the cover, the text between the opening and the closing line, and what stands after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from precis.model import Line, LineKind, Part, Run, plain
from precis.read.cover import Cover
from precis.read.facts import Facts
from precis.read.line import TextLine
from precis.read.loose import Found, collapsed
from precis.read.zone import Zone
from precis.wording.wording import Wording

__all__ = ["Parts", "read_before_opening", "settle_line", "sort_lines"]

_OPENINGS = ("meeting_opening", "discussion_opening", "part_opening", "public_part_opening")
_CLOSINGS = ("meeting_closing", "discussion_closing", "part_closing", "public_part_closing")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """The words of an opening or closing line, as they stand."""

    name: Literal["opening", "closing"]
    words: str
    at: int | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a text, sorted. The opening and the closing line are only among the `ends`."""

    cover: Sequence[TextLine]
    text: Sequence[TextLine]
    tail: Sequence[TextLine]
    ends: Sequence[ReadLine]


def sort_lines(lines: Sequence[TextLine], wording: Wording, facts: Facts) -> Parts:
    """Sort the lines by the opening and the closing line, and read those two."""
    zone = Zone(lines)
    opening = min(_all(zone, _OPENINGS, wording), key=lambda found: found.start, default=None)
    start = 0 if opening is None else opening.end
    closings = [found for found in _all(zone, _CLOSINGS, wording) if found.start >= start]
    closing = max(closings, key=lambda found: found.start, default=None)
    end = len(zone.text) if closing is None else closing.start
    ends: list[ReadLine] = []
    if opening is not None:
        ends.append(_read("opening", opening, zone, facts))
    if closing is not None:
        ends.append(_read("closing", closing, zone, facts))
    return Parts(
        cover=() if opening is None else _between(zone, 0, opening.start),
        text=_between(zone, start, end),
        tail=() if closing is None else _between(zone, closing.end, len(zone.text)),
        ends=tuple(ends),
    )


def read_before_opening(cover: Cover) -> None:
    """Read the lines that stand between the cover and the opening line: who took the chair before the meeting began."""
    for found in list(cover.all("before_opening")):
        if not cover.zone.free(found.start, found.end):
            continue
        at = cover.take(found)
        cover.before_opening.append(TextLine((Run(collapsed(cover.words(found))),), at))
        reason = "it stands before the opening line; a record of precis has it after"
        cover.facts.tell("repaired", "text", reason, at, old=cover.words(found))


def _all(zone: Zone, names: Sequence[str], wording: Wording) -> list[Found]:
    return [found for name in names for found in zone.find(name, wording.forms(name))]


def _between(zone: Zone, start: int, end: int) -> list[TextLine]:
    """The lines between two places of the text; a line that lies across one is cut there."""
    out = []
    for first, line in zip(zone.starts, zone.lines, strict=True):
        last = first + len(line.text)
        if last <= start or first >= end:
            continue
        part = line if start <= first and last <= end else line.part(max(start - first, 0), min(end, last) - first)
        if part.text.strip():
            out.append(part)
    return out


def _read(name: Literal["opening", "closing"], found: Found, zone: Zone, facts: Facts) -> ReadLine:
    kind = LineKind.PART if "access" in found.values else LineKind.MEETING
    if found.name.startswith("discussion"):
        kind = LineKind.DISCUSSION
    at = zone.line_at(found.start)
    facts.read(name, Line(found.values["time"], kind), at)
    return ReadLine(name, zone.text[found.start : found.end], at)


def settle_line(line: ReadLine, wording: Wording, facts: Facts) -> None:
    """Tell the words of an opening or closing line if a document would print others.

    A line that speaks of a part of the meeting is printed so only in the record of a part.
    """
    read: Line = facts.values[line.name]
    part: Part | None = facts.get("part")
    if read.kind is LineKind.PART and part is None:
        read = Line(read.time, LineKind.MEETING)
        facts.values[line.name] = read
    formula, slots = "discussion" if read.kind is LineKind.DISCUSSION else "meeting", {}
    if read.kind is LineKind.PART and part is not None:
        formula = "part" if part.which else "public_part"
        slots = {"part": part.which, "access": part.access}
    printed = plain(wording.say(f"{formula}_{line.name}", time=read.time, **slots))
    facts.settle(line.name, line.words, printed, line.at)
