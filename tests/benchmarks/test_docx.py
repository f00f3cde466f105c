"""The speed of the DOCX writer alone: 2,000 paragraphs, beside python-docx's paragraph API. Ratios in parentheses."""

from __future__ import annotations

import io
import time

import pytest

from precis.assets import Assets
from precis.writers.docx import write_docx
from precis.writers.page import Page
from precis.writers.style import HouseStyle
from tests.support.pages import document, paragraph, sentences

COUNT = 2_000


@pytest.fixture(scope="module")
def page() -> Page:
    text = f"<b>The keeper</b> said that {sentences(3)} <i>It was so decided.</i>"
    return document("".join(paragraph(number, text) for number in range(1, COUNT + 1)))


def by_the_paragraph_api() -> bytes:
    """The same paragraphs with the same looks through python-docx's own calls."""
    import docx

    document = docx.Document()
    for _ in range(COUNT):
        added = document.add_paragraph(style="List Number")
        added.add_run("The keeper").bold = True
        added.add_run(f" said that {sentences(3)} ")
        added.add_run("It was so decided.").italic = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.benchmark(group="2,000 paragraphs")
def test_writing(benchmark, page: Page, style: HouseStyle, assets: Assets) -> None:
    assert benchmark(lambda: write_docx(page, style, assets)).startswith(b"PK")


@pytest.mark.benchmark(group="2,000 paragraphs")
def test_the_paragraph_api(benchmark, page: Page, style: HouseStyle, assets: Assets) -> None:
    """At least ten times as long as the same text takes here."""
    data = benchmark.pedantic(by_the_paragraph_api, rounds=2)
    assert data.startswith(b"PK")
    began = time.perf_counter()
    write_docx(page, style, assets)
    assert benchmark.stats.stats.min > 10 * (time.perf_counter() - began)
