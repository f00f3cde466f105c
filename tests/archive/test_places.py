"""A citation leads to its paragraph: places in web pages and PDF files; and what a page says of itself to programs."""

from __future__ import annotations

import ctypes
import json
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import html

import precis
from precis.model import Paragraph, plain
from tests.conftest import ROOT

SAMPLE = ROOT / "records" / "cmw" / "97" / "1952.md"


def test_every_paragraph_of_a_web_page_has_its_place_and_holds_its_words(tmp_path: Path) -> None:
    record = precis.read(SAMPLE).record
    precis.write(record, tmp_path / "1952.html")
    page = html.parse(str(tmp_path / "1952.html")).getroot()
    numbered = [block for block in record.blocks if isinstance(block, Paragraph) and block.number is not None]
    assert len(numbered) > 20
    for block in numbered:
        words = " ".join("".join(page.get_element_by_id(f"p{block.number}").itertext()).split())
        assert words.endswith(" ".join(plain(block.inlines).split()))


def named_places(path: Path) -> set[str]:
    document = pypdfium2.PdfDocument(path)
    names = set()
    for number in range(pdfium.FPDF_CountNamedDests(document)):
        length = ctypes.c_long(0)
        pdfium.FPDF_GetNamedDest(document, number, None, length)
        name = ctypes.create_string_buffer(length.value)
        assert pdfium.FPDF_GetNamedDest(document, number, name, length)
        names.add(name.raw[: length.value].decode("utf-16-le").rstrip("\0"))
    return names


def test_every_paragraph_of_a_pdf_is_a_named_destination(tmp_path: Path) -> None:
    record = precis.read(SAMPLE).record
    precis.write(record, tmp_path / "1952.pdf")
    assert named_places(tmp_path / "1952.pdf") >= {f"p{each.number}" for each in record.paragraphs if each.number}


def test_a_web_page_says_to_programs_what_it_is(tmp_path: Path) -> None:
    record = precis.read(SAMPLE).record
    precis.write(record, tmp_path / "1952.html")
    page = html.parse(str(tmp_path / "1952.html")).getroot()
    (script,) = page.iter("script")
    assert script.get("type") == "application/ld+json"
    said = json.loads(script.text_content())
    assert (said["@type"], said["identifier"], said["inLanguage"]) == ("Report", "CMW/C/SR.1952", "en")
    assert said["datePublished"] == str(record.issued)
    assert said["url"] == "https://docs.un.org/en/CMW/C/SR.1952"
    assert "Ninety-seventh session" in said["isPartOf"]["name"]
    assert precis.read(tmp_path / "1952.html").record == record
