"""A digest in another language than its records: their words are marked with the language that they are in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import html

from precis.assets import shipped
from precis.documents.session.words import telling_words
from precis.writers.docx import write_docx
from precis.writers.html import write_html
from precis.writers.pdf import write_pdf
from precis.writers.tongues import mark_tongues
from tests.digest.test_languages import sample_in
from tests.support.canonical_docx import Docx
from tests.support.papers import ASSETS, STYLE, made
from tests.support.pdf_file import PdfFile


def marked(text: str, language: str) -> list[tuple[str, str]]:
    body = html.fromstring(f"<body><p>{text}</p></body>")
    mark_tongues(body, language, telling_words(shipped()))
    assert body.text_content() == html.fromstring(f"<p>{text}</p>").text_content()
    return [(each.text, each.get("lang")) for each in body.iter("span")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "ru",
            "Г-жа Lind: the Government would pay the fees. CMW/C/RUR/2",
            [("the Government would pay the fees.", "en")],
        ),
        ("ru", "Председатель: г-жа Halvorsen. Г-н van Dijk", []),
        ("ru", "Le Gouvernement paiera les frais", [("Le Gouvernement paiera les frais", "fr")]),
        ("es", "No indicado. Documento no oficial", []),
        ("es", "Mr. Lind said that it was ready. El Comité lo aprobó.", [("Mr. Lind said that it was ready.", "en")]),
        ("fr", "<b>Borduria</b> : the register would be published", [("the register would be published", "en")]),
        ("en", "The register would be published. Défenseur", []),
        ("en", "Она: комитет принял доклад", [("Она: комитет принял доклад", "ru")]),
        ("ar", "قالت إن Commission on Wages ستجتمع", []),
        ("zh", "报告说the fees were repaid。", [("the fees were repaid", "en")]),
    ],
)
def test_words_of_another_language_are_marked(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert marked(text, language) == found


def test_each_form_says_the_language_of_the_words_of_records() -> None:
    page = made(sample_in("es"))
    said = "The University of Strelsau would publish a study on children left behind"
    [english] = {each.get("lang") for each in page.body.iter("span") if each.get("lang")}
    assert english == "en"
    assert re.search(f'<span lang="en">{said}', write_html(page, STYLE, ASSETS))
    word = Docx(write_docx(page, STYLE, ASSETS)).part("word/document.xml")
    runs = [run for run in word.iter("{*}r") if said in "".join(run.itertext())]
    assert [lang.get(lang.keys()[0]) for run in runs for lang in run.iter("{*}lang")] == ["en-GB"] * len(runs)
    assert runs
    file = PdfFile(write_pdf(page, STYLE, ASSETS))
    waiting, told = [file.get(file.catalog["StructTreeRoot"])], []
    while waiting:
        element = waiting.pop()
        if isinstance(element, dict):
            told += [element["Lang"]] if "Lang" in element else []
            waiting += [file.get(kid) for kid in _kids(file.get(element.get("K", [])))]
    spans = [each for each in page.body.iter("span") if each.get("lang")]
    assert told == [b"en"] * len(spans)


def _kids(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_a_digest_in_the_language_of_its_records_has_no_marks() -> None:
    assert [each for each in made(sample_in("en")).body.iter("span") if each.get("lang")] == []
