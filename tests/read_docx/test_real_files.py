"""United Nations files of the templates of Geneva and New York (docs/conventions.md, source keys ADAS and NY26)."""

from __future__ import annotations

import re

import pytest

from precis.assets import shipped
from precis.reading.forms.docx import read_docx
from precis.reading.line import FileText, LineLook
from tests.read_docx.test_nothing_lost import REAL


def real(name: str) -> FileText:
    path = REAL / name
    if not path.exists():
        pytest.skip(f"{name} is not here (../shared/real-documents)")
    return read_docx(path.read_bytes(), name, shipped())


def test_the_styles_of_geneva_are_known_by_name() -> None:
    text = real("ADAS-37-02.docx")
    headings = [(line.level, line.text.replace("\t", " ")) for line in text.lines if line.look is LineLook.HEADING]
    assert headings[2:6] == [
        (
            1,
            "UN Regulation on uniform provisions concerning the approval of vehicles with regard to Driver Control "
            "Assistance Systems",
        ),
        (1, "Introduction"),
        (1, "1. Scope"),
        (1, "2. Definitions"),
    ]
    assert {level for level, _ in headings} == {1, 2}
    assert [line.label for line in text.lines if line.look is LineLook.FOOTNOTE] == ["*", *map(str, range(1, 12))]


def test_the_masthead_of_geneva_floats_in_the_text() -> None:
    first = [line.text for line in real("ADAS-37-02.docx").lines[:7]]
    assert first == [
        "United Nations",
        "ECE/TRANS/WP.29/GRVA/2025/xx",
        "Economic and Social Council",
        "Distr.: General",
        "XX Month 2024",
        "Original: English",
        "Economic Commission for Europe",
    ]


def test_the_masthead_of_new_york_stands_in_the_head_of_the_first_page() -> None:
    text = real("A_80_604_Add.1.docx")
    assert [line.text for line in text.lines[:8]] == [
        "United Nations",
        "A/80/604/Add.1",
        "General Assembly",
        "Distr.: General",
        "7 April 2026",
        "Original: English",
        "Eightieth session",
        "Agenda item 156 (a)",
    ]
    assert {line.look for line in text.lines[:8]} == {LineLook.TEXT}


def test_the_paragraphs_of_new_york_stand_in_order_and_its_furniture_apart() -> None:
    text = real("A_80_604_Add.1.docx")
    words = [line.text for line in text.lines if line.look is LineLook.TEXT]
    assert [int(found[1]) for each in words if (found := re.match(r"(\d+)\.\t", each))] == list(range(1, 45))
    top = [line.text for line in text.lines if line.look is LineLook.HEADING and line.level == 1]
    assert [words.partition("\t")[0] for words in top[1:]] == ["I.", "II.", "III.", "IV.", "V.", "VI."]
    apart = {finding.old: finding.reason for finding in text.findings}
    assert apart["A/80/604/Add.1"] == "the head of the pages"
    assert apart["26-04887"] == apart["2/4"] == "the foot of the pages"
