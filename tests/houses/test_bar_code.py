"""The bar code of the older Geneva page (docs/conventions.md §1.5): what it says, where it stands."""

from __future__ import annotations

import dataclasses
import struct
import zlib
from itertools import groupby
from pathlib import Path

import page as validator
import pytest

import precis
from precis.assets import chosen
from precis.writers.bars import bars_png, bars_svg, coded
from precis.writers.style import load_style
from tests.conftest import ROOT
from tests.support.canonical_docx import Docx
from tests.support.places import extent_at

SAMPLE = ROOT / "records" / "cmw" / "97" / "1960.md"
NUMBER = "GE.14-23954"
CODE_39 = {  # ISO/IEC 16388, table 1: which of nine elements are wide
    "0": {3, 4, 6}, "1": {0, 3, 8}, "2": {2, 3, 8}, "3": {0, 2, 3}, "4": {3, 4, 8}, "5": {0, 3, 4},
    "6": {2, 3, 4}, "7": {3, 6, 8}, "8": {0, 3, 6}, "9": {2, 3, 6}, "*": {1, 4, 6},
}  # fmt: skip


def said(row: str) -> str:
    """What bars ("1") and spaces ("0") say, read with a reader's eyes: by which elements are wide."""
    widths = [len(list(run)) for _, run in groupby(row)]
    narrow = min(widths)
    found = []
    for at in range(0, len(widths), 10):
        wide = {place for place, width in enumerate(widths[at : at + 9]) if width > 2 * narrow}
        found.append(next(sign for sign, elements in CODE_39.items() if elements == wide))
    return "".join(found)


def row_of_png(data: bytes) -> str:
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    assert (height, depth, colour) == (1, 1, 0)
    at = data.index(b"IDAT")
    (length,) = struct.unpack(">I", data[at - 4 : at])
    pixels = zlib.decompress(data[at + 4 : at + 4 + length])[1:]
    return "".join(f"{byte:08b}" for byte in pixels)[:width].translate(str.maketrans("01", "10"))


@pytest.mark.parametrize(
    ("line", "code"),
    [("GE.14-23954\u00a0\u00a0(E)", "*1423954*"), ("26-04887 (E)", "*2604887*"), ("GE.14-2395", ""), ("", "")],
)
def test_the_value_is_of_the_job_number(line: str, code: str) -> None:
    assert coded(line) == code


@pytest.mark.parametrize("code", ["*1423954*", "*0123456789*"])
def test_the_bars_say_the_code(code: str) -> None:
    assert said(row_of_png(bars_png(code))) == code
    assert bars_svg(code).count("M") == 5 * len(code)


def printed(folder: Path, form: str, house: str) -> Path:
    record = dataclasses.replace(precis.read(SAMPLE).record, job_number=NUMBER)
    path = folder / f"{house}.{form}"
    precis.write(record, path, style=house)
    return path


def test_it_stands_at_the_foot_of_page_1_in_the_pdf(tmp_path: Path) -> None:
    data = printed(tmp_path, "pdf", "geneva-2013").read_bytes()
    bars = [(left, right) for left, right in extent_at(data, 1, 745.0) if right < 300]
    assert len(bars) == 5 * len("*1423954*")
    assert (bars[0][0], bars[-1][1]) == pytest.approx((56.7, 164.7), abs=0.5)
    assert [run for run in extent_at(data, 1, 750.5) if run[1] < 200] == []
    assert said_by(bars) == "*1423954*"
    for profile in ("2a", "ua1"):
        report = validator.validate_pdf_bytes(data, profile=profile)
        assert [failure.rule_id for failure in report.failures] == []


def said_by(bars: list[tuple[float, float]]) -> str:
    unit = min(right - left for left, right in bars)
    row, end = "", bars[0][0]
    for left, right in bars:
        row += "0" * round((left - end) / unit) + "1" * round((right - left) / unit)
        end = right
    return said(row)


def test_it_stands_at_the_foot_of_page_1_in_word(tmp_path: Path) -> None:
    file = Docx(printed(tmp_path, "docx", "geneva-2013").read_bytes())
    assert said(row_of_png(file.blobs["word/media/bar-code.png"])) == "*1423954*"
    anchors = [
        anchor
        for name in file.blobs
        if name.startswith("word/footer") and name.endswith(".xml")
        for anchor in file.part(name).iter("{*}anchor")
        if anchor.find("{*}docPr").get("name") == "bar-code.png"
    ]
    offsets = [int(offset.text) / 12700 for anchor in anchors for offset in anchor.iter("{*}posOffset")]
    assert offsets == pytest.approx([56.7, 731.0], abs=0.5)


@pytest.mark.parametrize("house", ["geneva", "new-york"])
def test_other_houses_have_none(house: str, tmp_path: Path) -> None:
    assert "word/media/bar-code.png" not in Docx(printed(tmp_path, "docx", house).read_bytes()).blobs
    assert "bar_code" not in load_style(house, chosen(None, house)).first_foot


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_it_reads_back(form: str, tmp_path: Path) -> None:
    reading = precis.read(printed(tmp_path, form, "geneva-2013"))
    assert reading.record.job_number == NUMBER
    assert reading.record == dataclasses.replace(precis.read(SAMPLE).record, job_number=NUMBER)
