"""The speed of a summary record's way: `make benchmarks`. In each group the figure in parentheses is the ratio."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.documents.summary_record import summary_record
from precis.model import Call, Footnote, Paragraph, Record, Run, texts_of
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


@pytest.mark.benchmark(group="DOCX, the paragraphs alone")
def test_docx_of_the_paragraphs(benchmark, page: Page, style: HouseStyle, assets: Assets) -> None:
    """The text without masthead, cover and foot, which the paragraph API is not asked for either; its notes stay."""
    from precis.writers.docx import write_docx

    text = page.copy()
    for part in text.body.xpath("header | footer | section[@class='cover']"):
        text.body.remove(part)
    assert benchmark(lambda: write_docx(text, style, assets)).startswith(b"PK")


@pytest.mark.benchmark(group="DOCX, the paragraphs alone")
def test_docx_by_the_paragraph_api(benchmark, record: Record) -> None:
    """The same text through python-docx's own calls, headings, list and cells a paragraph each, and without the notes.

    It is to take ten times as long. tests/benchmarks/test_docx.py does it with 2,000 paragraphs.
    """
    import docx

    texts = [inlines for block in record.blocks for inlines in texts_of(block)]

    def write() -> bytes:
        document = docx.Document()
        for inlines in texts:
            added = document.add_paragraph(style="List Number")
            added.paragraph_format.space_after = docx.shared.Twips(120)
            for item in inlines:
                if isinstance(item, Run):
                    run = added.add_run(item.text)
                    run.bold, run.italic = item.bold, item.italic
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    assert benchmark(write).startswith(b"PK")


@pytest.mark.benchmark(group="PDF")
def test_pdf(benchmark, page: Page, style: HouseStyle, assets: Assets) -> None:
    from precis.writers.pdf import write_pdf

    assert benchmark(lambda: write_pdf(page, style, assets)).startswith(b"%PDF")


@pytest.mark.benchmark(group="PDF")
def test_pdf_by_bare_weasyprint(benchmark, page: Page, style: HouseStyle) -> None:
    """The same HTML and style sheets, without a structure tree or metadata of ours."""
    from lxml import etree
    from weasyprint import CSS, HTML

    from precis.writers.pdf.css import style_sheet
    from precis.writers.pdf.fetch import fetcher, pictures_of
    from precis.writers.pdf.frame import frame_sheet
    from precis.writers.pdf.prepare import prepared

    ready = prepared(page, style, emblem=False)
    html = etree.tostring(ready.root, encoding="unicode", method="html")

    def write() -> bytes:
        source = HTML(string=html, url_fetcher=fetcher(pictures_of(page, style, None)))
        sheets = [CSS(string=text) for text in (style_sheet(style), frame_sheet(style), ready.css)]
        return source.write_pdf(stylesheets=sheets, pdf_variant="pdf/a-2u", pdf_tags=True)

    assert benchmark(write).startswith(b"%PDF")


@pytest.mark.benchmark(group="start")
@pytest.mark.parametrize("words", ["-c pass", "-m precis --help"], ids=["bare Python", "precis --help"])
def test_cold_start(benchmark, words: str) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, *words.split()]
    benchmark.pedantic(lambda: subprocess.run(command, check=True, capture_output=True, env=environment), rounds=5)
