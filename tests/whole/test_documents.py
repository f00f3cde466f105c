"""Every document, from its source to its files: one text in all of them, valid files, the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.writers.style import load_style
from tests.support import canonical, canonical_docx
from tests.support.documents import NAMES, SAMPLE, page_of

documents = pytest.mark.parametrize("name", NAMES)


@cache
def pdf_of(name: str) -> bytes:
    from precis.writers.pdf import write_pdf

    return write_pdf(page_of(name), load_style("geneva", shipped()), shipped())


@cache
def docx_of(name: str) -> bytes:
    from precis.writers.docx import write_docx

    return write_docx(page_of(name), load_style("geneva", shipped()), shipped())


@documents
def test_the_pdf_says_what_the_page_says(name: str) -> None:
    assert canonical.differences(canonical.of_page(page_of(name)), canonical.of_pdf(pdf_of(name))) == []


@documents
def test_the_docx_says_what_the_page_says(name: str) -> None:
    assert canonical.differences(canonical.of_page(page_of(name)), canonical_docx.of_docx(docx_of(name))) == []


@documents
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_the_pdf_is_archival_and_accessible(name: str, profile: str) -> None:
    import page

    report = page.validate_pdf_bytes(pdf_of(name), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.rules.total > 50
    assert report.is_compliant


@documents
def test_the_docx_is_valid(name: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    (tmp_path / "document.docx").write_bytes(docx_of(name))
    found = OpenXmlValidator().validate(tmp_path / "document.docx")
    assert [str(error) for error in found.errors] == []


CLOCK = """
import sys, time, datetime
moment = float(sys.argv[1])
time.time = lambda: moment
class Day(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(moment, tz)
    @classmethod
    def utcnow(cls): return cls.utcfromtimestamp(moment)
datetime.datetime = Day
from precis.cli import main
main(["build", sys.argv[2], "-o", "out"])
"""


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    """In two processes, two folders, two days, two time zones and with two hash seeds."""
    found = []
    for number, (moment, zone, seed) in enumerate([("1.7e9", "UTC", "1"), ("2.6e9", "Pacific/Auckland", "2")]):
        folder = tmp_path / f"folder {number}"
        folder.mkdir()
        (folder / "record.md").write_bytes(SAMPLE.read_bytes())
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
        words = [sys.executable, "-c", CLOCK, moment, "record.md"]
        subprocess.run(words, cwd=folder, env=environment, check=True, capture_output=True)
        found.append({path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())})
    assert sorted(found[0]) == ["CMW_C_SR.1960-en.docx", "CMW_C_SR.1960-en.pdf"]
    assert found[0] == found[1]
