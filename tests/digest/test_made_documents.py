"""The files of papers of three made-up sessions: one text in all forms, valid, the same bytes and pages."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest

from precis.documents.session.paper import Paper
from precis.writers.html import write_html
from precis.writers.page import Page
from tests.digest.test_made_sessions import papers_of
from tests.support import canonical, canonical_docx
from tests.support.made_sessions import MADE
from tests.support.office import Office
from tests.support.papers import ASSETS, STYLE, made

KINDS = ("digest", "brief-session", "brief-state", "brief-meeting", "brief-theme", "brief-member")
"""Of each kind of paper the longest of a session is taken."""
papers = pytest.mark.parametrize(("session", "kind"), [(session, kind) for session in MADE for kind in KINDS])


@cache
def page_of(session: str, kind: str) -> Page:
    return made(longest(session, kind))


def longest(session: str, kind: str) -> Paper:
    own = [paper for paper in papers_of(session) if paper.kind == kind]
    return max(own, key=lambda paper: len("".join(made(paper).body.itertext())))


@cache
def pdf_of(session: str, kind: str) -> bytes:
    from precis.writers.pdf import write_pdf

    return write_pdf(page_of(session, kind), STYLE, ASSETS)


@cache
def docx_of(session: str, kind: str) -> bytes:
    from precis.writers.docx import write_docx

    return write_docx(page_of(session, kind), STYLE, ASSETS)


@papers
def test_all_forms_say_what_the_page_says(session: str, kind: str) -> None:
    page = canonical.of_page(page_of(session, kind))
    assert canonical.differences(page, canonical.of_pdf(pdf_of(session, kind))) == []
    assert canonical.differences(page, canonical_docx.of_docx(docx_of(session, kind))) == []
    html = write_html(page_of(session, kind), STYLE, ASSETS)
    assert canonical.differences(page, canonical.of_html(html)) == []


@papers
@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_the_pdf_is_archival_and_accessible(session: str, kind: str, profile: str) -> None:
    import page

    report = page.validate_pdf_bytes(pdf_of(session, kind), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert report.is_compliant


@papers
def test_the_docx_is_valid(session: str, kind: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    (tmp_path / "document.docx").write_bytes(docx_of(session, kind))
    assert [str(error) for error in OpenXmlValidator().validate(tmp_path / "document.docx").errors] == []


@papers
def test_the_word_file_has_the_pages_of_the_pdf(session: str, kind: str, tmp_path: Path) -> None:
    assert pages(Office(tmp_path).convert(docx_of(session, kind))) == pages(pdf_of(session, kind))


def pages(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(io.BytesIO(data)))


@pytest.mark.parametrize("session", MADE)
def test_a_digest_is_the_same_bytes_again(session: str) -> None:
    from precis.writers.docx import write_docx
    from precis.writers.pdf import write_pdf

    again = made(longest(session, "digest"))
    data = pdf_of(session, "digest"), docx_of(session, "digest")
    assert (write_pdf(again, STYLE, ASSETS), write_docx(again, STYLE, ASSETS)) == data
