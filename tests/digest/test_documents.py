"""Digests and briefings as files: one text in all forms, valid files, the same bytes, within their pages."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.documents.view import View
from precis.tasks.digest import PAGES, brief, digest
from precis.tasks.gather import Gathered, gather
from precis.writers.html import write_html
from precis.writers.page import Page, make_page
from precis.writers.style import load_style
from tests.support import canonical, canonical_docx
from tests.support.canonical_docx import Docx
from tests.support.office import Office
from tests.support.sessions import SAMPLE_SESSION, write_session

ASSETS = shipped()
STYLE = load_style("geneva", ASSETS)
NAMES = ("digest", "brief-session", "brief-state", "brief-meeting")
documents = pytest.mark.parametrize("name", NAMES)


def view_of(name: str, gathered: Gathered, state: str = "Ruritania") -> View:
    if name == "digest":
        return digest(gathered, STYLE, ASSETS).views[0]
    return brief(gathered, state if name == "brief-state" else None, STYLE, ASSETS).views[0]


@cache
def page_of(name: str) -> Page:
    source = SAMPLE_SESSION / "1950.md" if name == "brief-meeting" else SAMPLE_SESSION
    return make_page(view_of(name, gather(str(source), ASSETS)), STYLE, ASSETS)


@cache
def pdf_of(name: str) -> bytes:
    from precis.writers.pdf import write_pdf

    return write_pdf(page_of(name), STYLE, ASSETS)


@cache
def docx_of(name: str) -> bytes:
    from precis.writers.docx import write_docx

    return write_docx(page_of(name), STYLE, ASSETS)


@documents
def test_the_pdf_says_what_the_page_says(name: str) -> None:
    assert canonical.differences(canonical.of_page(page_of(name)), canonical.of_pdf(pdf_of(name))) == []


@documents
def test_the_docx_says_what_the_page_says(name: str) -> None:
    assert canonical.differences(canonical.of_page(page_of(name)), canonical_docx.of_docx(docx_of(name))) == []


@documents
def test_the_html_says_what_the_page_says(name: str) -> None:
    html = write_html(page_of(name), STYLE, ASSETS)
    assert canonical.differences(canonical.of_page(page_of(name)), canonical.of_html(html)) == []


@documents
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_the_pdf_is_archival_and_accessible(name: str, profile: str) -> None:
    import page

    report = page.validate_pdf_bytes(pdf_of(name), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


@documents
def test_the_docx_is_valid(name: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    (tmp_path / "document.docx").write_bytes(docx_of(name))
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "document.docx").errors] == []


@documents
def test_references_are_links(name: str) -> None:
    links = [each for each in page_of(name).body.iter("a") if "para" in (each.text or "")]
    assert links
    assert {each.get("href", "").partition("/CMW")[0] for each in links} == {"https://docs.un.org/en"}
    relations = Docx(docx_of(name)).part("word/_rels/document.xml.rels")
    targets = {each.get("Target") for each in relations if each.get("TargetMode") == "External"}
    assert {each.get("href") for each in links} <= targets
    lines = canonical.structure(pdf_of(name)).splitlines()
    assert len([line for line in lines if line.strip().startswith("Link ")]) >= len(links)


@documents
def test_tables_have_headers_and_drawings_have_words(name: str) -> None:
    body = page_of(name).body
    for table in body.iter("table"):
        assert all(cell.get("scope") == "col" for cell in table.find("thead").iter("th"))
        assert all(row[0].tag == "th" and row[0].get("scope") == "row" for row in table.find("tbody"))
    pictures = list(body.iter("img"))
    assert len(pictures) == 1
    assert len(pictures[0].get("alt")) > 40
    assert any(name.startswith("word/media/drawing") for name in Docx(docx_of(name)).blobs)


def test_the_calendar_says_every_meeting() -> None:
    alternative = next(page_of("brief-session").body.iter("img")).get("alt")
    assert "1 December 2053: 1957th (no record)" in alternative
    assert "5 December 2053: 1960th (partial record)" in alternative
    assert alternative.count(";") == 10


@documents
def test_what_is_not_official_says_so_on_the_page_and_at_its_foot(name: str) -> None:
    assert "Not an official record" in page_of(name).meta("foot")
    assert any(line.startswith("Not an official record") for line in canonical.of_page(page_of(name)))


def pages(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(io.BytesIO(data)))


@documents
def test_the_sample_is_within_its_pages(name: str) -> None:
    assert pages(pdf_of(name)) <= PAGES[name]


@documents
def test_the_word_file_is_within_its_pages_too(name: str, tmp_path: Path) -> None:
    assert pages(Office(tmp_path).convert(docx_of(name))) <= PAGES[name]


@lru_cache(maxsize=4)
def large(folder: Path) -> Gathered:
    return gather(str(folder), ASSETS)


@pytest.fixture(scope="module")
def forty_records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_session(tmp_path_factory.mktemp("forty"), 40, 400)


@pytest.fixture(scope="module")
def one_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_session(tmp_path_factory.mktemp("one"), 2, 400)


@documents
@pytest.mark.parametrize("size", ["forty_records", "one_record"])
def test_however_much_the_records_hold_it_is_within_its_pages(
    name: str, size: str, request: pytest.FixtureRequest
) -> None:
    from precis.writers.pdf import write_pdf

    folder = request.getfixturevalue(size)
    if size == "one_record":
        (folder / "2002.md").unlink(missing_ok=True)
    gathered = gather(str(folder / "2001.md"), ASSETS) if name == "brief-meeting" else large(folder)
    page = make_page(view_of(name, gathered, "Borduria"), STYLE, ASSETS)
    found = pages(write_pdf(page, STYLE, ASSETS))
    assert (2 if name == "digest" else 1) <= found <= PAGES[name]
    text = " ".join(canonical.of_page(page))
    assert "Left out to fit the page" in text


def test_a_digest_is_the_same_bytes_again() -> None:
    from precis.writers.docx import write_docx
    from precis.writers.pdf import write_pdf

    page_of.cache_clear()
    assert write_pdf(page_of("digest"), STYLE, ASSETS) == pdf_of("digest")
    assert write_docx(page_of("digest"), STYLE, ASSETS) == docx_of("digest")
