"""A record that is written in a form and read again is the same record."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import precis
from precis.assets import Assets
from precis.model import Record
from precis.readers.files import read_file
from tests.support.records import printable_records

RECORDS = Path(__file__).parent.parent.parent / "records"
SAMPLES = sorted(path for path in RECORDS.glob("*/*/*.md") if path.stem.isdigit())
FORMS = ("md", "html", "docx", "pdf")


def again(record: Record, form: str, folder: Path, assets: Assets) -> Record:
    path = folder / f"record.{form}"
    precis.write(record, path)
    return read_file(path, assets).record


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path, form: str, tmp_path: Path, assets: Assets) -> None:
    record = precis.read(path)
    assert again(record, form, tmp_path, assets) == record


@pytest.mark.parametrize("form", FORMS)
@given(record=printable_records())
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
def test_made_up_records(record: Record, form: str, tmp_path: Path, assets: Assets) -> None:
    assert again(record, form, tmp_path, assets) == record
