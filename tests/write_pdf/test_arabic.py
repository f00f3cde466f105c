"""Arabic pages: from right to left in PDF and Word, Latin words set apart, letters told in their order."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

import precis
from precis.reading.files import read_file
from precis.writers.docx import write_docx
from precis.writers.html import write_html
from tests.conftest import ROOT
from tests.support.pages import FOOT, MASTHEAD, document, paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = (
    "<table><thead><tr><th>الدولة</th><th>التقرير</th></tr></thead><tbody><tr><td>روريتانيا</td><td>الرابع</td></tr></tbody>"
    "</table>"
)
RECORD = """---
symbol: CCPR/C/SR.2041
session: 76
part: first (public)
held: 2002-07-26 10:00
place: Palais Wilson, Geneva
chair:
- السيدة ديالو
- السيد Haddad (Vice-Chair)
issued: 2009-12-08
language: ar
sample: true
original: fr
job_number: GE.08-45000
began: 10:05
rose: 18:00
---

# افتتاح الدورة

**الرئيسة** قالت إن الوثيقة CCPR/C/SR.2041\\* والوثيقة CCPR/C/SR.2042، والفقرة 5 (ب)، "قيد النظر" (انظر A/63/38).

**السيد Haddad** (روريتانيا) قال إن الأطفال والإناث لا يحصلون على خدمات كافية؛ وإن 91,5 في المائة منهم عُرضوا.[^1]

*أُقر جدول الأعمال.* {-}

| الدولة | التقرير |
|---|---|
| روريتانيا | التقرير *الدوري* الرابع |

[^1]: انظر الوثيقة A/63/38، الجزء الأول.
"""


def arabic(inside: str, before: str = ""):
    return document(inside, before=before, language="ar")


def places(data: bytes, page: int = 0) -> dict[str, float]:
    """Where on a page, from the left, the first of each letter stands."""
    with pypdfium2.PdfDocument(data) as file:
        text = file[page].get_textpage()
        found: dict[str, float] = {}
        for at in range(text.count_chars()):
            found.setdefault(text.get_text_range(at, 1), text.get_charbox(at)[0])
        return found


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_letters_come_back_in_their_order(form: str, tmp_path: Path, assets) -> None:
    (tmp_path / "given.md").write_text(RECORD, encoding="utf-8")
    record = precis.read(tmp_path / "given.md").record
    precis.write(record, tmp_path / f"record.{form}")
    assert read_file(tmp_path / f"record.{form}", assets).record == record


def test_the_masthead_is_mirrored(pdf) -> None:
    page = arabic(paragraph(1, "نص"), before=MASTHEAD.replace("United Nations", "الأمم المتحدة"))
    found = places(pdf(page))
    assert found["D"] == pytest.approx(56.7, abs=1)  # "Distr.: General"
    assert found["ا"] > 400


def test_a_star_stands_behind_the_symbol_it_follows(pdf) -> None:
    found = places(pdf(arabic('<p class="line">الوثيقة XYZ/C/SR.8* صدرت</p>')))
    assert found["X"] < found["8"] < found["*"]


def test_the_first_column_stands_on_the_right(pdf, style, assets) -> None:
    page = arabic(TABLE.replace("روريتانيا", "7").replace("الرابع", "9"))
    found = places(pdf(page))
    assert found["7"] > found["9"]
    root = part(write_docx(page, style, assets), "document")
    assert root.find(f".//{W}tbl/{W}tblPr/{W}bidiVisual") is not None


def test_page_numbers_stand_outside(pdf) -> None:
    """The first page of a book that is read from the right is on the left."""
    long = "".join(paragraph(number, "كلمة " * 150) for number in range(1, 30))
    data = pdf(arabic(long, before=MASTHEAD))
    with pypdfium2.PdfDocument(data) as file:
        second, third = (file[at].get_textpage() for at in (1, 2))
        left = [page.get_charbox(page.count_chars() - 1)[0] for page in (second, third)]
    assert left[0] > 500
    assert left[1] < 100


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return etree.fromstring(packed.read(f"word/{name}.xml"))


def test_word_is_told_the_direction_of_all(style, assets, tmp_path: Path) -> None:
    body = (
        paragraph(1, "قال <b>السيد</b> Haddad إن CCPR/C/SR.2041* صدرت") + '<p class="line">English words.</p>' + TABLE
    )
    data = write_docx(arabic(body, before=MASTHEAD + FOOT), style, assets)
    root, styles = part(data, "document"), part(data, "styles")
    normal = next(each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}bidi") is not None
    assert root.find(f".//{W}sectPr/{W}bidi") is not None
    fonts = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert (fonts.get(f"{W}cs"), fonts.get(f"{W}ascii")) == ("Amiri", "Times New Roman")
    turned = {"".join(run.itertext(f"{W}t")): run.find(f"{W}rPr/{W}rtl") is not None for run in root.iter(f"{W}r")}
    assert turned["السيد"]
    assert not turned["Haddad"]
    assert not turned["CCPR/C/SR.2041*\u200e"]
    bold = next(run for run in root.iter(f"{W}r") if "".join(run.itertext(f"{W}t")) == "السيد")
    assert bold.find(f"{W}rPr/{W}bCs") is not None
    english = next(each for each in root.iter(f"{W}p") if "".join(each.itertext(f"{W}t")) == "English words.")
    assert english.find(f"{W}pPr/{W}bidi").get(f"{W}val") == "0"
    path = tmp_path / "document.docx"
    path.write_bytes(data)
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


def test_a_page_on_the_web_says_its_direction(style, assets) -> None:
    page = write_html(arabic(paragraph(1, "قال Haddad إن")), style, assets)
    assert '<html lang="ar" dir="rtl">' in page
    assert '<bdi dir="ltr">Haddad</bdi>' in page


def test_words_of_another_script_are_set_alike_under_every_language(tmp_path: Path) -> None:
    (tmp_path / "mixed.md").write_text(
        "---\nsymbol: CMW/C/SR.590\n---\n\nThe word اللجنة and 委员会.\n", encoding="utf-8"
    )
    made = []
    for language in ("ar", "ja", ""):
        environment = {**os.environ, "LANGUAGE": language, "PANGO_LANGUAGE": language, "LC_ALL": "C.UTF-8"}
        environment["PYTHONPATH"] = str(ROOT / "generator")
        command = [sys.executable, "-m", "precis", "build", "mixed.md", "--to", "pdf", "-o", language or "none"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        made.append((tmp_path / (language or "none") / "CMW_C_SR.590-en.pdf").read_bytes())
    assert made[0] == made[1] == made[2]
