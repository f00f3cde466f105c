"""Digests and briefings as files: one text in all forms, valid files, the same bytes, on their pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from precis.writers.html import write_html
from tests.support import canonical, canonical_docx
from tests.support.canonical_docx import Docx
from tests.support.office import Office
from tests.support.papers import ASSETS, NAMES, STYLE, docx_of, fills, page_of, pdf_of

PAGES = {"digest": 4, "session": 2, "Ruritania": 2, "Borduria": 2, "1950": 1, "1952": 1, "1956": 1, "1960": 1}
papers = pytest.mark.parametrize("name", NAMES)


@papers
def test_the_pdf_says_what_the_page_says(name: str) -> None:
    assert canonical.differences(canonical.of_page(page_of(name)), canonical.of_pdf(pdf_of(name))) == []


@papers
def test_the_docx_says_what_the_page_says(name: str) -> None:
    assert canonical.differences(canonical.of_page(page_of(name)), canonical_docx.of_docx(docx_of(name))) == []


@papers
def test_the_html_says_what_the_page_says(name: str) -> None:
    html = write_html(page_of(name), STYLE, ASSETS)
    assert canonical.differences(canonical.of_page(page_of(name)), canonical.of_html(html)) == []


@papers
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_the_pdf_is_archival_and_accessible(name: str, profile: str) -> None:
    import page

    report = page.validate_pdf_bytes(pdf_of(name), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


@papers
def test_the_docx_is_valid(name: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    (tmp_path / "document.docx").write_bytes(docx_of(name))
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "document.docx").errors] == []


@papers
def test_references_are_links_with_what_they_mean(name: str) -> None:
    links = list(page_of(name).body.iter("a"))
    assert links
    assert all("paragraph" in link.get("title", "") for link in links)
    assert {link.get("href", "").partition("/CMW")[0] for link in links} == {"https://docs.un.org/en"}
    relations = Docx(docx_of(name)).part("word/_rels/document.xml.rels")
    targets = {each.get("Target") for each in relations if each.get("TargetMode") == "External"}
    assert {link.get("href") for link in links} <= targets
    lines = canonical.structure(pdf_of(name)).splitlines()
    assert len([line for line in lines if line.strip().startswith("Link ")]) >= len(links)


@papers
def test_tables_have_headers(name: str) -> None:
    for table in page_of(name).body.iter("table"):
        head = table.find("thead")
        assert head is None or all(cell.get("scope") == "col" for cell in head.iter("th"))
        if table.get("class") != "legend":
            assert all(row[0].tag == "th" for row in table.find("tbody"))


@papers
def test_what_is_not_official_says_so_on_the_page_and_at_its_foot(name: str) -> None:
    assert "Not an official record" in page_of(name).meta("foot")
    assert page_of(name).meta("notice") == "Not an official record"
    assert any("Not an official record" in line for line in canonical.of_page(page_of(name)))


def pages(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(io.BytesIO(data)))


@pytest.mark.parametrize("name", PAGES)
def test_the_sample_has_its_pages(name: str) -> None:
    assert pages(pdf_of(name)) == PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_the_word_file_has_its_pages_too(name: str, tmp_path: Path) -> None:
    assert pages(Office(tmp_path).convert(docx_of(name))) == PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_filled(name: str) -> None:
    assert all(0.9 <= part <= 1.0 for part in fills(page_of(name))), fills(page_of(name))


def test_a_digest_is_the_same_bytes_again() -> None:
    from precis.writers.docx import write_docx
    from precis.writers.pdf import write_pdf

    data = pdf_of("digest"), docx_of("digest")
    page_of.cache_clear()
    assert (write_pdf(page_of("digest"), STYLE, ASSETS), write_docx(page_of("digest"), STYLE, ASSETS)) == data
