"""One record written by many programs reads as the same record, but for what `files.toml` says its producer lost."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import precis
from precis.assets import Assets
from precis.model import Finding, Reading
from precis.reading.files import read_file
from precis.source.record import print_record
from tests.producers.extracted import words_of
from tests.support.lost import kept, letters
from tests.support.office import needed

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "files.toml").read_text(encoding="utf-8"))
NAMES = sorted(TABLE["files"])


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """The readings that were made already, by the names of the files."""
    return {}


def reading_of(name: str, readings: dict[str, Reading], assets: Assets) -> Reading:
    """The reading of a file; an OpenDocument file is read by LibreOffice."""
    if name.endswith(".odt"):
        needed("soffice", "libreoffice-writer")
    if name not in readings:
        readings[name] = read_file(HERE / "files" / name, assets)
    return readings[name]


def as_lost_by(name: str) -> str:
    """The source of the record with what the producer of a file lost."""
    text = print_record(precis.read(HERE / "record.md").record)
    for loss in TABLE["files"][name].get("lost", ()):
        text, count = re.subn(TABLE["lost"][loss]["was"], TABLE["lost"][loss]["now"], text)
        assert count, f"the record has nothing of {loss}"
    return text


def test_the_table_tells_of_each_file() -> None:
    assert sorted(path.name for path in (HERE / "files").iterdir()) == NAMES
    used = {loss for entry in TABLE["files"].values() for loss in entry.get("lost", ())}
    assert used == set(TABLE["lost"])


@pytest.mark.parametrize("name", NAMES)
def test_the_record_is_the_same(name: str, readings: dict[str, Reading], assets: Assets) -> None:
    assert print_record(reading_of(name, readings, assets).record) == as_lost_by(name)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost(name: str, readings: dict[str, Reading], assets: Assets) -> None:
    reading = reading_of(name, readings, assets)
    again = Counter("".join(letters(each.old) * (_pages(each) - 1) for each in reading.findings))
    found = kept(reading, assets) + again
    missing = Counter(_plainly(words_of(HERE / "files" / name))) - Counter(_plainly("".join(found.elements())))
    assert "".join(sorted(missing.elements())) == ""


def _pages(finding: Finding) -> int:
    """On how many pages the head or foot of pages stands that a finding tells once."""
    match = re.search(r"on pages (\d+)–(\d+)", finding.reason) if finding.code in ("page-head", "page-foot") else None
    return int(match[2]) - int(match[1]) + 1 if match else 1


def _plainly(words: str) -> str:
    """The letters and figures of words, without accents, which stand apart in some files, on letters without a dot."""
    return letters(unicodedata.normalize("NFKD", words).replace("ı", "i"))


@pytest.mark.parametrize("name", NAMES)
def test_only_numbers_of_pages_are_taken_for_them(name: str, readings: dict[str, Reading], assets: Assets) -> None:
    reading = reading_of(name, readings, assets)
    told = [each.old for each in reading.findings if each.code == "page-number"]
    figures = [number for old in told for number in old.replace("/", " ").split()]
    assert set(figures) <= {"1", "2", "3"}
    assert all(old in ("2", "1 2", "1 2 3", "1/3 2/3 3/3") for old in told)
