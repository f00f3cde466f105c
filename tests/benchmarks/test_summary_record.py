"""The speed of a summary record's way: `make benchmarks`. In each group the figure in parentheses is the ratio."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Call, Footnote, Paragraph, Record, Run
from precis.source.record import print_record, read_record
from precis.writers.page import Page, make_page
from precis.writers.style import HouseStyle


@pytest.fixture(params=["sample", "100 paragraphs, 20 notes"])
def record(request: pytest.FixtureRequest, sample: Path, assets: Assets) -> Record:
    record = read_record(sample.read_text(encoding="utf-8"), "sample.md", assets)
    return record if request.param == "sample" else long_record(record)


def long_record(record: Record) -> Record:
    """A record of one hundred paragraphs, every fifth of which calls a note."""
    from dataclasses import replace

    speech = "said that the measures described in the report had been assessed in the light of paragraph 31; " * 5
    blocks, notes = [], []
    for number in range(1, 101):
        inlines = (Run("Ms. Halvorsen", bold=True), Run(f" {speech.strip()}."))
        if number % 5 == 0:
            inlines = (*inlines, Call(str(number)))
            notes.append(Footnote(str(number), (Run(f"See the concluding observations, paragraph {number}."),)))
        blocks.append(Paragraph(number, inlines))
    return replace(record, blocks=tuple(blocks), footnotes=tuple(notes))


@pytest.fixture
def page(record: Record, assets: Assets, style: HouseStyle) -> Page:
    return make_page(summary_record(record, assets, style.first_foot["qr_address"]), style, assets)


@pytest.mark.benchmark(group="read and page")
def test_read(benchmark, record: Record, assets: Assets) -> None:
    text = print_record(record)
    benchmark(lambda: read_record(text, "x.md", assets))


@pytest.mark.benchmark(group="read and page")
def test_page(benchmark, record: Record, assets: Assets, style: HouseStyle) -> None:
    benchmark(lambda: make_page(summary_record(record, assets, style.first_foot["qr_address"]), style, assets))


@pytest.mark.benchmark(group="DOCX")
def test_docx(benchmark, page: Page, style: HouseStyle, assets: Assets) -> None:
    from precis.writers.docx import write_docx

    assert benchmark(lambda: write_docx(page, style, assets)).startswith(b"PK")


@pytest.mark.benchmark(group="DOCX")
def test_docx_by_the_paragraph_api(benchmark, record: Record) -> None:
    """The same text through python-docx's own calls, twenty times over, so that the fixed cost of a file is small."""
    import docx

    def write() -> bytes:
        document = docx.Document()
        for paragraph in record.paragraphs:
            added = document.add_paragraph(style="List Number")
            added.paragraph_format.space_after = docx.shared.Twips(120)
            for item in paragraph.inlines:
                if isinstance(item, Run):
                    run = added.add_run(item.text)
                    run.bold, run.italic = item.bold, item.italic
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    assert benchmark(write).startswith(b"PK")


@pytest.mark.benchmark(group="start")
@pytest.mark.parametrize("words", ["-c pass", "-m precis.cli --help"], ids=["bare Python", "precis --help"])
def test_cold_start(benchmark, words: str) -> None:
    benchmark.pedantic(
        lambda: subprocess.run([sys.executable, *words.split()], check=True, capture_output=True), rounds=5
    )
