"""The house of a record follows from its body and date, unless --style names one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from precis.assets import chosen
from precis.language.houses import house_of, houses
from precis.model import Symbol
from precis.reading.files import read_file
from precis.source.record import print_record
from tests.conftest import ROOT
from tests.support.commands import run

SAMPLE = ROOT / "records" / "cmw" / "97" / "1960.md"


@pytest.mark.parametrize(
    ("body", "date", "house"),
    [
        ("cmw", dt.date(2024, 12, 17), "geneva"),
        ("cmw", dt.date(2021, 1, 1), "geneva"),
        ("cmw", dt.date(2020, 12, 31), "geneva-2013"),
        ("cmw", None, "geneva"),
        ("cedaw", dt.date(2007, 8, 1), "new-york"),
        ("cedaw", dt.date(2012, 2, 1), "geneva-2013"),
        ("cedaw", dt.date(2024, 2, 1), "geneva"),
        ("ga6", dt.date(2010, 11, 1), "new-york"),
        ("ga3", dt.date(2025, 11, 1), "new-york"),
        ("hrc", dt.date(2025, 3, 1), "geneva"),
    ],
)
def test_the_house_of_a_body_at_a_date(body: str, date: dt.date | None, house: str) -> None:
    assert house_of(body, date, chosen()) == house


def test_houses_follow_bodies_that_there_are() -> None:
    assets = chosen()
    followed = {body for house in houses(assets) for each in house.follows for body in each.bodies}
    assert followed <= set(assets.names("bodies", ".toml"))


def _source(symbol: str, year: int) -> Path:
    """The sample as the record of another body in another year."""
    record = read_file(SAMPLE, chosen()).record
    held = record.held
    assert held is not None
    moved = replace(
        record,
        symbol=Symbol.parse(symbol),
        body=None,
        held=replace(held, date=dt.date(year, 12, 5)),
        issued=dt.date(year, 12, 10),
    )
    path = Path("record.md")
    path.write_text(print_record(moved), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("symbol", "year", "style", "size", "address"),
    [
        ("CMW/C/SR.1960", 2024, (), (595, 842), "https://docs.un.org/en/CMW/C/SR.1960"),
        ("CMW/C/SR.1960", 2015, (), (595, 842), "http://undocs.org/CMW/C/SR.1960"),
        ("CMW/C/SR.1960", 2015, ("--style", "geneva"), (595, 842), "https://docs.un.org/en/CMW/C/SR.1960"),
        ("A/C.6/65/SR.28", 2010, (), (612, 792), "https://docs.un.org/en/A/C.6/65/SR.28"),
        ("CMW/C/SR.1960", 2024, ("--style", "new-york"), (612, 792), "https://docs.un.org/en/CMW/C/SR.1960"),
    ],
)
def test_documents_are_set_in_it(
    symbol: str, year: int, style: tuple[str, ...], size: tuple[int, int], address: str, in_tmp: Path
) -> None:
    source = _source(symbol, year)
    built = run("build", str(source), "--to", "pdf,docx,html", *style)
    assert built.exit_code == 0, built.stderr
    files = {Path(name).suffix: Path(name) for name in built.stdout.split()}
    width, height = PdfDocument(files[".pdf"])[0].get_size()
    assert (round(width), round(height)) == size
    assert address in files[".html"].read_text(encoding="utf-8")
    record = read_file(source, chosen()).record
    assert read_file(files[".pdf"], chosen()).record == record
    assert read_file(files[".docx"], chosen()).record == record


def test_new_york_speaks_of_its_own_section(in_tmp: Path) -> None:
    built = run("build", str(_source("A/C.6/65/SR.28", 2010)), "--to", "html")
    page = Path(built.stdout.strip()).read_text(encoding="utf-8")
    assert "Chief of the Documents Management Section (dms@un.org)" in page
