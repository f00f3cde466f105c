"""The outline of a record as it is written: its headings and paragraphs, and who speaks in them, each with its line."""

from __future__ import annotations

from typing import Any

from precis.assets import Assets
from precis.language import languages, load_wording
from precis.language.states import load_states
from precis.model import Heading, Paragraph, Record, plain
from precis.proceedings import Proceedings, proceedings_of
from precis.source.record import Placed

__all__ = ["outline_of", "proceedings_in"]

_FIRST = 80
"""So many characters of a paragraph tell which it is."""


def proceedings_in(record: Record, assets: Assets) -> Proceedings | None:
    """The proceedings of a record; None in a language that is not known."""
    if record.language not in languages(assets):
        return None
    year = record.held.date.year if record.held else None
    return proceedings_of(
        record, load_wording(record.language, assets), load_states(assets, record.language).in_year(year)
    )


def outline_of(placed: Placed, assets: Assets) -> list[dict[str, Any]]:
    """The rows of the outline in the order of the text: `kind` is item, subitem, speaker or paragraph."""
    proceedings, lines = proceedings_in(placed.reading.record, assets), placed.body.lines
    speakers: dict[int, str] = {}
    for said in proceedings.said if proceedings else ():
        if said.begins and said.speaker is not None:
            speakers.setdefault(said.passage.at.block, ", ".join(each.label for each in said.speakers))
    rows: list[dict[str, Any]] = []
    for at, (block, line) in enumerate(zip(placed.body.blocks, lines, strict=True)):
        if isinstance(block, Heading):
            rows.append(_row(line, "item" if block.level == 1 else "subitem", plain(block.inlines)))
        elif isinstance(block, Paragraph):
            if at in speakers:
                rows.append(_row(line, "speaker", speakers[at]))
            if block.number is not None:
                rows.append(_row(line, "paragraph", plain(block.inlines)[:_FIRST]) | {"number": block.number})
    return rows


def _row(line: int, kind: str, text: str) -> dict[str, Any]:
    return {"line": line, "kind": kind, "text": " ".join(text.split())}
