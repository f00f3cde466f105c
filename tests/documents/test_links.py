"""A link in a record: in every format a link, and its words when the record is read back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import precis
from precis.corrections.passage import Passage
from precis.model import Call, Link, Run, plain
from tests.support.documents import SAMPLE
from tests.support.pdf_file import PdfFile

ADDRESS = "https://docs.un.org/en/CMW/C/SR.1952#p3"
WORDS = "the report of 2031"


@pytest.fixture
def built(tmp_path: Path) -> dict[str, bytes]:
    source = tmp_path / "590.md"
    text = SAMPLE.with_name("1956.md").read_text(encoding="utf-8")
    source.write_text(text.rstrip() + f"\n\nThat stood in [*{WORDS}*]({ADDRESS}).\n", encoding="utf-8")
    record = precis.read(source).record
    out = {}
    for form in ("pdf", "docx", "html"):
        path = tmp_path / f"out.{form}"
        precis.write(record, path)
        out[form] = path.read_bytes()
        again = precis.read(path).record
        assert any(f"That stood in {WORDS}." in plain(each.inlines) for each in again.paragraphs), form
        assert not any(isinstance(item, Link) for each in again.paragraphs for item in each.inlines)
    return out


def test_a_link_is_one_in_every_format_and_its_words_read_back(built: dict[str, bytes]) -> None:
    assert f'<a href="{ADDRESS}"><i>{WORDS}</i></a>'.encode() in built["html"]
    with zipfile.ZipFile(io.BytesIO(built["docx"])) as packed:
        assert f'Target="{ADDRESS}"'.encode() in packed.read("word/_rels/document.xml.rels")
        assert b"<w:hyperlink r:id=" in packed.read("word/document.xml")
    assert ADDRESS in PdfFile(built["pdf"]).addresses()


def test_a_link_comes_through_corrections_as_it_was() -> None:
    items = (Run("see "), Link((Run("a", bold=True), Run("b")), "#p5", "paragraph 5"), Call("1"), Run("."))
    assert Passage.of(items).inlines == items
    assert Passage.of(items)[4:5].inlines == (Link((Run("a", bold=True),), "#p5", "paragraph 5"),)
