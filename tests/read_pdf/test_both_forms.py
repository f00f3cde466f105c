"""A/80/604/Add.1 as Word file and as PDF (docs/conventions.md, source key NY26): both give the same lines.

Four things still differ, as the page does not show them or the file does not say them:

- blanks: tabs, breaks and no-break spaces of the Word file are blanks on the page;
- one column: the grid of the seventh table has one between its last two in which only "Variance" begins, the head of
  both; on the page it has no width of its own;
- bold: that of three lines of the cover comes from styles whose names say what they are for, so it is no emphasis;
- italics: the heads of tables are italic in the words of the Word file; the page's reader takes that for their place.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from precis.assets import shipped
from precis.model import Call, Inlines, Run, plain
from precis.reading.forms.docx import read_docx
from precis.reading.forms.pdf import read_pdf
from precis.reading.line import FileText, LineLook, TextLine
from tests.read_pdf.test_real import real

ODD_TABLE, ODD_COLUMN = 6, 7


@lru_cache
def texts() -> tuple[FileText, FileText]:
    """The lines of the Word file, and those of the PDF."""
    word, printed = real("A_80_604_Add.1.docx"), real("A_80_604_Add.1.pdf")
    return read_docx(word.read_bytes(), word.name, shipped()), read_pdf(printed.read_bytes(), printed.name)


def words(inlines: Inlines) -> str:
    return " ".join(plain(inlines).split())


def tables(text: FileText) -> list[list[list[str]]]:
    """The cells of each table, row by row."""
    out: list[list[list[str]]] = []
    for line in (line for line in text.lines if line.look is LineLook.ROW):
        if line.begins:
            out.append([])
        out[-1].append([words(cell) for cell in line.cells])
    return out


def emphasis(line: TextLine) -> list[tuple[str, bool, bool, bool]]:
    """Each word with its bold, italic and raised; a call by its label."""
    out = []
    for item in line.inlines:
        if isinstance(item, Run):
            out += [(word, item.bold, item.italic, item.superscript) for word in item.text.split()]
        elif isinstance(item, Call):
            out.append((f"call {item.label}", False, False, False))
    return out


def test_the_same_lines_in_the_same_order() -> None:
    word, printed = (
        [(line.look, line.level, line.label, line.number, line.begins, words(line.inlines)) for line in text.lines]
        for text in texts()
    )
    assert len(word) == 155
    assert printed == word


def test_the_same_cells() -> None:
    word, printed = map(tables, texts())
    odd = word[ODD_TABLE]
    assert [row[ODD_COLUMN] for row in odd if row[ODD_COLUMN]] == ["Variance"]
    odd[0][ODD_COLUMN - 1] = odd[0][ODD_COLUMN]
    for row in odd:
        del row[ODD_COLUMN]
    assert len(word) == 8
    assert printed == word


def test_the_same_emphasis() -> None:
    pairs = zip(*(text.lines for text in texts()), strict=True)
    others = [(word, printed) for word, printed in pairs if emphasis(word) != emphasis(printed)]
    heads = [(word, printed) for word, printed in others if word.look is LineLook.ROW]
    assert all(italic for word, _ in heads for _, _, italic, _ in emphasis(word))
    assert not any(italic for _, printed in heads for _, _, italic, _ in emphasis(printed))
    assert [words(printed.inlines) for word, printed in others if word.look is not LineLook.ROW] == [
        "General Assembly",
        "Eightieth session",
        "Financing of the United Nations peacekeeping forces in the Middle East: United Nations Disengagement Observer "
        "Force",
    ]


@pytest.mark.parametrize("form", [0, 1], ids=["docx", "pdf"])
def test_what_stands_about_the_text_is_told_apart(form: int) -> None:
    text = texts()[form]
    assert [line.text for line in text.lines[:6]] == [
        "United Nations",
        "A/80/604/Add.1",
        "General Assembly",
        "Distr.: General",
        "7 April 2026",
        "Original: English",
    ]
    assert [words(line.inlines) for line in text.lines if "04887" in line.text] == ["26-04887 (E) 150426"]
    told = [finding.old for finding in text.findings]
    assert {"*2604887*", "A/80/604/Add.1", "26-04887"} < set(told)
    assert any("3/" in words for words in told)
