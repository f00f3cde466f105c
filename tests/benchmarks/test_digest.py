"""The time of the digest of a session of 40 records with 3,000 paragraphs: reading, facts and writing apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts.session import GivenRecord, session_facts
from precis.reading.files import read_file
from precis.tasks.digest import digest
from precis.tasks.gather import gather
from precis.writers.page import make_page
from precis.writers.style import HouseStyle
from tests.support.sessions import write_session

RECORDS, PARAGRAPHS = 40, 75


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_session(tmp_path_factory.mktemp("session"), RECORDS, PARAGRAPHS)


@pytest.fixture(scope="module")
def given(folder: Path) -> list[GivenRecord]:
    from precis.assets import shipped

    return [GivenRecord(str(path), read_file(path, shipped()).record) for path in sorted(folder.glob("*.md"))]


@pytest.mark.benchmark(group="digest of 40 records, 3,000 paragraphs")
def test_reading(benchmark, folder: Path, assets: Assets) -> None:
    paths = sorted(folder.glob("*.md"))
    read = benchmark.pedantic(lambda: [read_file(path, assets) for path in paths], rounds=3)
    assert sum(len(reading.record.paragraphs) for reading in read) == RECORDS * PARAGRAPHS


@pytest.mark.benchmark(group="digest of 40 records, 3,000 paragraphs")
def test_facts(benchmark, given: list[GivenRecord], assets: Assets) -> None:
    facts = benchmark.pedantic(lambda: session_facts(given, None, assets), rounds=3)
    assert len(facts.dialogues) == 5


@pytest.mark.benchmark(group="digest of 40 records, 3,000 paragraphs")
def test_fitting(benchmark, folder: Path, style: HouseStyle, assets: Assets) -> None:
    gathered = gather(str(folder), assets)
    assert benchmark.pedantic(lambda: digest(gathered, style, assets), rounds=2).views


@pytest.mark.benchmark(group="digest of 40 records, 3,000 paragraphs")
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_writing(benchmark, form: str, folder: Path, style: HouseStyle, assets: Assets) -> None:
    from precis.writers.docx import write_docx
    from precis.writers.pdf import write_pdf

    page = make_page(digest(gather(str(folder), assets), style, assets).views[0], style, assets)
    write = {"pdf": write_pdf, "docx": write_docx}[form]
    assert benchmark.pedantic(lambda: write(page, style, assets), rounds=2)
