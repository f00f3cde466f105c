"""A record that is written in a form and read again is the same record.

`PRECIS_BUDGET=40` reads forty times as many made-up records: a thousand in each form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import precis
from precis.assets import Assets
from precis.model import Block, Heading, List, Paragraph, Quotation, Record, Table, plain
from precis.reading.files import read_file, set_values
from precis.source.marks import inlines
from tests.conftest import BUDGET
from tests.support.records import SPEAKERS, printable_records

RECORDS = Path(__file__).parent.parent.parent / "records"
SAMPLES = sorted(path for path in RECORDS.glob("*/*/*.md") if path.stem.isdigit())
FORMS = ("md", "json", "html", "docx", "pdf")


def again(record: Record, form: str, folder: Path, assets: Assets) -> Record:
    path = folder / f"record.{form}"
    precis.write(record, path)
    return read_file(path, assets).record


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path, form: str, tmp_path: Path, assets: Assets) -> None:
    record = precis.read(path).record
    assert again(record, form, tmp_path, assets) == record


@pytest.mark.parametrize("form", FORMS)
def test_published_records(form: str, closing_2024: Path, closing_2025: Path, tmp_path: Path, assets: Assets) -> None:
    given_values = set_values(("symbol=CMW/C/SR.608", "held=2025-04-17 15:00", "chair=Ms. Diallo", "original=en"))
    for record in (precis.read(closing_2024).record, read_file(closing_2025, assets, given_values).record):
        assert again(record, form, tmp_path, assets) == record


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
@given(record=printable_records())
@settings(
    max_examples=25 * BUDGET,
    derandomize=BUDGET == 1,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_made_up_records(record: Record, form: str, tmp_path: Path, assets: Assets) -> None:
    assert again(record, form, tmp_path, assets) == record


USUAL = Record()
FEATURES = {
    *{field.name for field in fields(Record)} - {"meeting_as_printed", "distribution"},
    *(f"block {kind.__name__}" for kind in (Heading, Paragraph, Quotation, List, Table)),
    *(f"speaker: {name}" for name in SPEAKERS),
}


def features(record: Record) -> Iterator[str]:
    """What a record uses: fields that are not as usual, kinds of blocks, forms of speakers."""
    yield from (field.name for field in fields(Record) if getattr(record, field.name) != getattr(USUAL, field.name))
    for block in record.blocks:
        yield f"block {type(block).__name__}"
        yield from (f"speaker: {name}" for name, text in SPEAKERS.items() if _begins(block, text))


def _begins(block: Block, text: str) -> bool:
    return isinstance(block, Paragraph) and plain(block.inlines).startswith(f"{plain(inlines(text))} said")


def test_made_up_records_use_everything() -> None:
    used: set[str] = set()

    @given(printable_records())
    @settings(max_examples=1_000, phases=(Phase.generate,), derandomize=True)
    def gather(record: Record) -> None:
        used.update(features(record))

    gather()
    assert used >= FEATURES
