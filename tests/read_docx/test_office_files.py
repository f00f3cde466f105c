"""Files of other office programs: read through LibreOffice where it is installed, told what to do where it is not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import precis
from precis.assets import Assets
from precis.model import PrecisError
from precis.reading import office
from precis.reading.files import read_file
from precis.tasks.check import Wanted, check
from tests.conftest import ROOT
from tests.support.office import Office

RECORD = ROOT / "records" / "cmw" / "97" / "1950.md"
FORMS = ("doc", "odt", "rtf")


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> dict[str, bytes]:
    """A record in each of the forms, as LibreOffice saves the Word file of it."""
    folder = tmp_path_factory.mktemp("office")
    precis.write(precis.read(RECORD).record, folder / "record.docx")
    data = (folder / "record.docx").read_bytes()
    return {form: Office(folder).convert(data, form) for form in FORMS}


@pytest.mark.parametrize("form", FORMS)
def test_a_record_is_read_with_its_cover_and_all_numbered_paragraphs(
    made, form: str, tmp_path: Path, assets: Assets
) -> None:
    path = tmp_path / f"record.{form}"
    path.write_bytes(made[form])
    record, own = read_file(path, assets).record, precis.read(RECORD).record
    assert (record.symbol, record.held, record.chairs) == (own.symbol, own.held, own.chairs)
    numbers, own_numbers = ([each.number for each in of.paragraphs if each.number] for of in (record, own))
    assert numbers == own_numbers


def test_the_files_of_a_folder_are_made_in_one_run(made, tmp_path: Path, assets: Assets, monkeypatch) -> None:
    for form, data in made.items():
        (tmp_path / f"record.{form}").write_bytes(data)
    runs = []
    run = subprocess.run
    monkeypatch.setattr(office, "_made", {})
    monkeypatch.setattr(subprocess, "run", lambda words, **more: runs.append(words) or run(words, **more))
    checked = check(str(tmp_path), assets, Wanted())
    assert len(runs) == 1 and len(checked.files) == 3
    assert not [each for each in checked.told if each.code.startswith("file-")]


@pytest.mark.parametrize("form", FORMS)
def test_without_libreoffice_it_is_told_what_to_do(
    made, form: str, tmp_path: Path, assets: Assets, monkeypatch
) -> None:
    monkeypatch.setattr(office, "_made", {})
    monkeypatch.setattr(office, "_program", lambda: None)
    (tmp_path / f"record.{form}").write_bytes(made[form])
    with pytest.raises(PrecisError) as caught:
        read_file(tmp_path / f"record.{form}", assets)
    assert caught.value.faults[0].code == "file-form"
    assert caught.value.faults[0].message.endswith("; install LibreOffice, or save it as DOCX")


def test_what_libreoffice_cannot_read_is_told(tmp_path: Path, assets: Assets, monkeypatch) -> None:
    monkeypatch.setattr(office, "_program", lambda: "/bin/false")
    (tmp_path / "record.rtf").write_bytes(b"{\\rtf1 a record}")
    with pytest.raises(PrecisError) as caught:
        read_file(tmp_path / "record.rtf", assets)
    assert caught.value.faults[0].code == "file-office"
