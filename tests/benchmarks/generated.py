"""Records for the benchmarks: the samples again and again, each time with numbers, days and words of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import precis
from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Block, MeetingRanges, Paragraph, Record, Run, Symbol, joined
from precis.writers.page import make_page
from precis.writers.style import HouseStyle
from tests.support.canonical import of_page

__all__ = ["generated_records", "write_form"]

SAMPLES = Path(__file__).parent.parent.parent / "records" / "cmw" / "97"
FIRST_MEETING = 2000


def generated_records(count: int) -> Iterator[Record]:
    """So many records, no two of which are alike."""
    samples = [precis.read(path).record for path in sorted(SAMPLES.glob("19*.md"))]
    for number in range(count):
        yield _changed(samples[number % len(samples)], number)


def _changed(record: Record, number: int) -> Record:
    assert record.held is not None
    assert record.issued is not None
    later = dt.timedelta(days=number)
    meeting = FIRST_MEETING + number
    return replace(
        record,
        symbol=Symbol("CMW/C", meeting),
        held=replace(record.held, date=record.held.date + later),
        issued=record.issued + later,
        unrecorded=MeetingRanges.of((meeting - 3, meeting - 1)) if record.unrecorded else None,
        other_part=None,
        blocks=tuple(_with_case(block, number) for block in record.blocks),
    )


def _with_case(block: Block, number: int) -> Block:
    """A paragraph with a sentence more; any other block as it is."""
    if not isinstance(block, Paragraph) or block.number is None or block.number == 1:
        return block
    case = Run(f" The case had been numbered {number} by the secretariat, {block.number} by the State party.")
    return replace(block, inlines=joined((*block.inlines, case)))


def write_form(record: Record, path: Path, style: HouseStyle, assets: Assets) -> None:
    """Write a record in the form that the ending of `path` names; as text, it has a line a block."""
    if path.suffix != ".txt":
        precis.write(record, path)
        return
    page = make_page(summary_record(record, assets, style.first_foot["qr_address"]), style, assets)
    lines = (line for line in of_page(page) if not line.startswith("[image] "))
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
