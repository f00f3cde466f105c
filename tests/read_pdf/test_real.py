"""United Nations files of the same templates (../shared/real-documents), read by the places of their letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pypdfium2
import pytest

import precis
from precis.model import Symbol
from precis.reading.files import read_file
from precis.reading.forms.pdf.reading import read_here
from precis.reading.line import FileText, LineLook
from precis.reading.recognise import recognise
from precis.reading.search.letters import letters
from tests.read_pdf.seen import counted, lines_of

FOLDER = Path(__file__).parent.parent.parent.parent / "shared" / "real-documents"
FILES = ("A_80_604_Add.1", "ECE-TRANS-WP.29-2026-139e", "upr_kazakhstan2014")


def real(name: str) -> Path:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"{name} is not here (../shared/real-documents)")
    return path


@lru_cache
def text_of(path: Path) -> FileText:
    return read_here(path.read_bytes(), path.name)


def test_masthead_heads_and_job_number_are_told_apart() -> None:
    text = text_of(real("A_80_604_Add.1.pdf"))
    assert lines_of(text)[:9] == [
        "text: United Nations",
        "text: A/80/604/Add.1",
        "text: **General Assembly**",
        "text: Distr.: General",
        "text: 7 April 2026",
        "text: Original: English",
        "text: **Eightieth session**",
        "text: Agenda item 156 (a)",
        "text: **Financing of the United Nations peacekeeping forces in the Middle East: United Nations Disengagement "
        "Observer Force**",
    ]
    assert [line.text for line in text.lines if "26-04887" in line.text] == ["26-04887 (E) 150426"]
    assert [(finding.reason, finding.old) for finding in text.findings] == [
        ("the bar code, on page 1", "*2604887*"),
        ("the head of a page, on pages 2–13", "A/80/604/Add.1"),
        ("the foot of a page, on pages 2–13", "26-04887"),
        ("a page number, on pages 2–13", " ".join(f"{number}/13" for number in range(2, 14))),
        (
            "the head of a table again, on page 10",
            "Category Apportionment (2024/25) Expenditure (2024/25) Apportionment (2025/26) Expenditure as at 28 "
            "February 2026 Cost estimates (2026/27) Variance Amount Percentage (1) (2) (3) (4) (5) "
            "(6)=(5)-(3) (7)=(6)÷(3)",
        ),
    ]
    assert [line.label for line in text.lines if line.look is LineLook.FOOTNOTE] == ["1", "2"]


def test_numbered_paragraphs_over_pages_are_one_each() -> None:
    for name, count in (("A_80_604_Add.1", 44), ("upr_kazakhstan2014", 123)):
        lines = [line.text for line in text_of(real(f"{name}.pdf")).lines]
        numbers = [int(found[1]) for line in lines if (found := re.match(r"(\d+)\. \D.{60}", line))]
        assert numbers[:count] == list(range(1, count + 1))


def test_notes_have_their_labels_and_calls() -> None:
    lines = lines_of(text_of(real("ECE-TRANS-WP.29-2026-139e.pdf")))
    notes = [int(line.split()[1][:-1]) for line in lines if re.match(r"footnote \d", line)]
    assert notes[:27] == list(range(1, 28))
    assert sum("{" in line for line in lines) > 20


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_lost(name: str) -> None:
    path = real(f"{name}.pdf")
    assert counted(text_of(path)) == layer(path.read_bytes())


def layer(data: bytes) -> Counter[str]:
    """The letters and digits of the text layer, as pdfium gives it."""
    document = pypdfium2.PdfDocument(data)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    return Counter(letters(unicodedata.normalize("NFKC", words)))


@pytest.mark.parametrize("tagged", [True, False], ids=["by structure", "by places"])
def test_nothing_of_our_own_is_lost(sample: Path, tmp_path: Path, *, tagged: bool) -> None:
    precis.write(precis.read(sample).record, tmp_path / "record.pdf")
    data = (tmp_path / "record.pdf").read_bytes()
    assert counted(read_here(data, "file.pdf", tagged=tagged)) == layer(data)


@pytest.mark.parametrize("name", ["1950", "1954", "1956"])
def test_our_own_records_are_the_same_by_places(name: str, sample: Path, tmp_path: Path, assets) -> None:
    """The positions alone give the record back, but for the notice at its feet."""
    record = precis.read(sample.with_name(f"{name}.md")).record
    precis.write(record, tmp_path / "record.pdf")
    text = read_here((tmp_path / "record.pdf").read_bytes(), "file.pdf", tagged=False)
    found = recognise(text, "file.pdf", assets, {}).record
    assert (found.symbol, found.held, found.chairs, found.opening) == (
        record.symbol,
        record.held,
        record.chairs,
        record.opening,
    )
    assert found.blocks == record.blocks


@pytest.mark.parametrize("seed", ["closing_2024", "closing_2025"])
def test_published_records_are_the_same_by_places(seed: str, tmp_path: Path, assets, request) -> None:
    record = read_file(request.getfixturevalue(seed), assets).record
    record = replace(record, symbol=record.symbol or Symbol("CMW/C", 608), body="cmw")
    precis.write(record, tmp_path / "record.pdf")
    text = read_here((tmp_path / "record.pdf").read_bytes(), "file.pdf", tagged=False)
    found = recognise(text, "file.pdf", assets, {}).record
    assert found.blocks == record.blocks
    assert found.footnotes == record.footnotes


def test_tables_beside_each_other_are_read_by_places(sample: Path, tmp_path: Path) -> None:
    """Each of two shares rows with the other: what the first has taken is not looked for again."""
    built = precis.digest(sample.parent, tmp_path, formats="pdf")
    data = built.paths[0].read_bytes()
    lines = read_here(data, "file.pdf", tagged=False).lines
    assert sum(line.look is LineLook.ROW for line in lines) > 20
