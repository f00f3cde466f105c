"""The parts of a text: the cover, the text between the opening and the closing line, and what stands after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from precis.model import Line, LineKind, plain
from precis.read.facts import Facts
from precis.read.line import TextLine
from precis.read.loose import Found
from precis.read.zone import Zone
from precis.wording.wording import Wording

__all__ = ["Parts", "sort_lines"]

_OPENINGS = ("meeting_opening", "discussion_opening", "part_opening", "public_part_opening")
_CLOSINGS = ("meeting_closing", "discussion_closing", "part_closing", "public_part_closing")


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a text, sorted. The opening and the closing line are in none of them."""

    cover: Sequence[TextLine]
    text: Sequence[TextLine]
    tail: Sequence[TextLine]


def sort_lines(lines: Sequence[TextLine], wording: Wording, facts: Facts) -> Parts:
    """Sort the lines by the opening and the closing line, and read those two."""
    zone = Zone(lines)
    opening = min(_all(zone, _OPENINGS, wording), key=lambda found: found.start, default=None)
    start = 0 if opening is None else opening.end
    closings = [found for found in _all(zone, _CLOSINGS, wording) if found.start >= start]
    closing = max(closings, key=lambda found: found.start, default=None)
    end = len(zone.text) if closing is None else closing.start
    if opening is not None:
        _read("opening", opening, zone, wording, facts)
    if closing is not None:
        _read("closing", closing, zone, wording, facts)
    return Parts(
        cover=() if opening is None else _between(zone, 0, opening.start),
        text=_between(zone, start, end),
        tail=() if closing is None else _between(zone, closing.end, len(zone.text)),
    )


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


def _read(name: Literal["opening", "closing"], found: Found, zone: Zone, wording: Wording, facts: Facts) -> None:
    kind = LineKind.PART if "access" in found.values else LineKind.MEETING
    if found.name.startswith("discussion"):
        kind = LineKind.DISCUSSION
    at = zone.line_at(found.start)
    facts.read(name, Line(found.values["time"], kind), at)
    facts.settle(name, zone.text[found.start : found.end], plain(wording.say(found.name, **found.values)), at)
