"""Chinese pages: fonts, the width of signs, emphasis without italics, lines that end by its rules, in PDF and Word."""

from __future__ import annotations

import io
import warnings
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from lxml import etree

from precis.writers.docx import write_docx
from precis.writers.pdf import write_pdf
from tests.support.pages import document, paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "委员会注意到，缔约国在报告所述期间通过了“平等法”，设立了监察员，并在农村地区开设了学校。" * 12


def chinese(inside: str):
    return document(inside, language="zh")


def lines_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].get_textpage().get_text_range().replace("\r", "").split("\n")


def runs(data: bytes) -> list[tuple[str, dict[str, str], bool]]:
    """Each run of the main text of a Word file: its words, its fonts, and whether it is italic."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        root = etree.fromstring(packed.read("word/document.xml"))
    found = []
    for run in root.iter(f"{W}r"):
        fonts, words = run.find(f"{W}rPr/{W}rFonts"), "".join(run.itertext(f"{W}t"))
        said = {} if fonts is None else {key.removeprefix(W): value for key, value in fonts.attrib.items()}
        found.append((words, said, run.find(f"{W}rPr/{W}i") is not None))
    return found


def test_no_stop_begins_a_line_and_no_opening_sign_ends_one(pdf) -> None:
    lines = lines_of(pdf(chinese(paragraph(1, TEXT))))
    assert len(lines) > 8
    assert not [line for line in lines if line[:1] in "，。、；：？！”）》" or line[-1:] in "“（《"]


def test_blanks_are_not_stretched(pdf) -> None:
    """A line with a blank is as wide as its words: the same words stand at the same place whatever follows."""

    def left_of_last(text: str) -> float:
        with pypdfium2.PdfDocument(pdf(chinese(paragraph(1, text)))) as file:
            page = file[0].get_textpage()
            at = page.get_text_range().index("末")
            return page.get_charbox(at)[0]

    start = "委员会 CEDAW 末"
    assert left_of_last(start) == pytest.approx(left_of_last(start + TEXT), abs=0.01)


def test_quotation_marks_beside_characters_are_as_wide_as_these(pdf) -> None:
    data = pdf(chinese(paragraph(1, "说“平等”， the “Lamp” of")))
    with pypdfium2.PdfDocument(data) as file:
        page = file[0].get_textpage()
        text = page.get_text_range()
        widths = [page.get_charbox(at, loose=True) for at, sign in enumerate(text) if sign in "“”"]
    wide, _, narrow, _ = (right - left for left, _, right, _ in widths)
    assert wide == pytest.approx(10, abs=0.1)
    assert narrow < 6


def test_what_is_emphasised_is_upright_in_a_font_of_its_own(pdf, style, assets) -> None:
    page = chinese(paragraph(1, "主席说，<i>临时议程 provisional</i>已分发。"))
    with pypdfium2.PdfDocument(pdf(page)) as file:
        fonts = {thing.get_font().get_base_name() for thing in file[0].get_objects() if hasattr(thing, "get_font")}
    assert {name.partition("+")[2] for name in fonts} >= {"Noto-Serif-CJK-SC", "Noto-Sans-CJK-SC-Oblique"}
    said = {words: (fonts, italic) for words, fonts, italic in runs(write_docx(page, style, assets))}
    assert said["临时议程"] == ({"eastAsia": "KaiTi", "hint": "eastAsia"}, False)
    assert said[" provisional"] == ({}, True)


def test_word_knows_the_fonts_and_the_language(style, assets) -> None:
    data = write_docx(chinese(paragraph(1, "说“平等”。")), style, assets)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        styles = etree.fromstring(packed.read("word/styles.xml"))
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default.find(f"{W}rFonts").get(f"{W}eastAsia") == "SimSun"
    assert default.find(f"{W}rFonts").get(f"{W}ascii") == "Times New Roman"
    assert default.find(f"{W}lang").get(f"{W}eastAsia") == "zh-CN"
    assert ("“", {"hint": "eastAsia"}, False) in runs(data)
    justified = [each for each in styles.iter(f"{W}jc") if each.get(f"{W}val") == "both"]
    assert justified == []


def test_the_lack_of_a_font_is_told_with_the_package_that_has_it(style, assets) -> None:
    script = replace(style.scripts["zh"], font="No Such Font", fallback_fonts=("Nor This One",))
    poor = replace(style, scripts={"zh": script})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        write_pdf(chinese(paragraph(1, "主席")), poor, assets)
    assert [str(each.message) for each in told if each.category is UserWarning] == [
        "no font of the house has the characters of this language; install one of: No Such Font, Nor This One "
        "(Debian: fonts-noto-cjk)"
    ]
