"""The safe fixes of alarms carried out in the text of a source: only the words that are named change."""

from __future__ import annotations

from collections.abc import Iterable

from precis.checks.alarm import Alarm
from precis.checks.rule import Fixing
from precis.proceedings import normal
from precis.source.placing import Placing

__all__ = ["mended", "place_in_file"]


def place_in_file(alarm: Alarm, placing: Placing) -> tuple[int, int] | None:
    """The characters of the file that an alarm is about; None for one on the cover, or where they cannot be told."""
    at, place = alarm.place.at, alarm.place
    if at is not None:
        return placing.of(at.block, at.part, at.note, at.start, at.end)
    if place.line and place.columns:
        first, last = place.columns
        return placing.offset(place.line, first), placing.offset(place.line, last) + 1
    return None


def mended(text: str, alarms: Iterable[Alarm], placing: Placing) -> tuple[str, int]:
    """The text with the safe fixes carried out, and how many they are.

    Of two that touch the same words the first is carried out; so are none whose words have marks between them.
    """
    edits: list[tuple[int, int, str]] = []
    for alarm in alarms:
        found = place_in_file(alarm, placing)
        if alarm.fixing is not Fixing.SAFE or alarm.new is None or found is None:
            continue
        start, end = found
        if " ".join(normal(text[start:end]).split()) == " ".join(normal(alarm.found).split()):
            edits.append((start, end, alarm.new))
    done, last = 0, -1
    out: list[str] = []
    at = 0
    for start, end, new in sorted(set(edits)):
        if start < max(at, last):
            continue
        out.extend((text[at:start], new))
        at, last, done = end, end + (start == end), done + 1
    return "".join((*out, text[at:])), done
