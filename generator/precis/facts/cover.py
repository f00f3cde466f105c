"""The words of a record's cover that facts cite: when and where it was held, who presided, its starred notes."""

from __future__ import annotations

from precis.assets import Assets
from precis.language import load_wording
from precis.model import Record, plain

__all__ = ["chair_line", "cover_lines", "held_line", "note_of_gap"]


def held_line(record: Record, assets: Assets) -> str:
    """The line that says when and where the meeting was held (un-conventions.md §2.3); empty where it is not known."""
    held = record.held
    if held is None or held.time is None or not record.place:
        return ""
    say = load_wording(record.language, assets).say
    slots = {"place": record.place, "weekday": held.date.weekday(), "date": held.date}
    formula = "held_online" if record.place == "videoconference" else "held"
    return plain(say(formula, **slots, time=held.time, zone=held.zone or ""))


def chair_line(record: Record) -> str:
    """Who presided, in sequence: "Mr. Abernathy (…); Ms. Halvorsen"."""
    return "; ".join(f"{chair.name} ({chair.capacity})" if chair.capacity else chair.name for chair in record.chairs)


def note_of_gap(record: Record, assets: Assets) -> str:
    """The note of meetings without a record, as printed (un-conventions.md §2.6); empty where there is none."""
    gap = record.unrecorded
    if gap is None:
        return ""
    if record.notes_as_printed:
        return plain(record.notes_as_printed[-1].inlines)
    name = "unrecorded_one" if gap.first == gap.last else "unrecorded"
    return plain(load_wording(record.language, assets).say(name, first=gap.first, last=gap.last))


def cover_lines(record: Record, assets: Assets) -> list[str]:
    """Every line of the cover that a reference can cite."""
    return [line for line in (held_line(record, assets), chair_line(record), note_of_gap(record, assets)) if line]
