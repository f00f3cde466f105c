"""A meeting on the board: what its record tells of itself, read once as long as it does not change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from precis.assets import Assets
from precis.documents.memorandum import last_day
from precis.language import languages, load_wording
from precis.language.states import load_states
from precis.model import Gap, Record, texts_of
from precis.proceedings.items import items_of
from precis.source.record import read_faulty
from precis.tasks.draft import WANTED
from precis.tasks.made import check_holds_record

__all__ = ["Row", "begun", "row_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """A meeting. Texts are empty where nothing is known; `path` is None where it has no record.

    `about` is the State under review or the first item; `takes` are {path, who, done}; `gaps` counts places in the text
    and fields of the cover; `errors` and `warnings` are None until the records are checked. `last_day` is the last for
    corrections, and `late` says that it is past; `corrections` counts the sources of those received.
    """

    number: int | None
    symbol: str = ""
    path: str | None = None
    language: str = ""
    about: str = ""
    held: str = ""
    takes: tuple[dict[str, Any], ...] = ()
    gaps: int = 0
    errors: int | None = None
    warnings: int | None = None
    issued: str = ""
    last_day: str = ""
    late: bool = False
    corrections: int = 0
    reissued: str = ""


@lru_cache(maxsize=512)
def row_of(name: str, text: str, assets: Assets) -> tuple[Row, Record]:
    """The row of the record of a source, and that record. PrecisError for a text that is none."""
    read = read_faulty(text, name, assets)
    record, front = read.placed.reading.record, read.placed.front.values
    if not front:
        check_holds_record(record, name)
    row = replace(
        begun(name, record, assets),
        gaps=_gaps(record) + sum(key not in front for key in ("symbol", *WANTED)),
        issued=str(record.issued or ""),
        last_day=str(last_day(record.issued)) if record.issued else "",
        reissued=str(record.reissued or ""),
    )
    return row, record


def begun(path: str, record: Record, assets: Assets) -> Row:
    """The row of a record as far as its cover tells."""
    symbol, held = record.symbol, record.held
    return Row(
        number=record.meeting,
        symbol="" if symbol is None else str(symbol),
        path=path,
        language=record.language,
        about=_about(record, assets),
        held="" if held is None else f"{held.date}{f' {held.time:%H:%M}' if held.time else ''}",
    )


def _gaps(record: Record) -> int:
    texts = (
        *(inlines for block in record.blocks for inlines in texts_of(block)),
        *(note.inlines for note in record.footnotes),
    )
    return sum(isinstance(item, Gap) for inlines in texts for item in inlines)


def _about(record: Record, assets: Assets) -> str:
    """The States under review, or else the first item."""
    if record.language not in languages(assets):
        return ""
    states = load_states(assets, record.language)
    items = items_of(record, load_wording(record.language, assets), states)
    under_review = dict.fromkeys(state.name for item in items if item.dialogue for state in item.states)
    return ", ".join(under_review) or next((item.title for item in items), "")
