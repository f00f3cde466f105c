"""The words of a record's cover that facts cite: when and where it was held, who presided, its starred notes."""

from __future__ import annotations

from precis.assets import Assets
from precis.language import cover_lines as printed
from precis.language import load_wording
from precis.model import Record, plain

__all__ = ["chair_line", "cover_lines", "held_line", "note_of_gap"]


def held_line(record: Record, assets: Assets) -> str:
    """The line that says when and where the meeting was held; empty where it is not known whole."""
    held = record.held
    if held is None or held.time is None or not record.place:
        return ""
    wording = load_wording(record.language, assets)
    return plain(printed.held_line(wording, held, record.place, record.part, wording.gap))


def chair_line(record: Record) -> str:
    """Who presided, in sequence: "Mr. Abernathy (…); Ms. Halvorsen"."""
    return "; ".join(chair.named for chair in record.chairs)


def note_of_gap(record: Record, assets: Assets) -> str:
    """The note of meetings without a record; empty where there is none."""
    if record.unrecorded is None:
        return ""
    return plain(printed.notes_of(record, load_wording(record.language, assets))[-1])


def cover_lines(record: Record, assets: Assets) -> list[str]:
    """Every line of the cover that a reference can cite."""
    lines = (held_line(record, assets), chair_line(record), note_of_gap(record, assets))
    return [line for line in lines if line]
