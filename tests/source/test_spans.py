"""Where a fault or a finding is: the line, and the columns of the words where they are known."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import precis
from precis.assets import shipped
from precis.model import Fault, FileSpan, PrecisError
from precis.tasks.build import build, documents_of
from precis.tasks.correct import memoranda
from precis.tasks.rendering import Settings
from tests.support.sessions import SAMPLE_SESSION

HEAD = "---\nsymbol: CMW/C/SR.590\n"

FAULTS = {
    "a value": (f"{HEAD}held: 13 December 2024\n---\n", "field-value", "13 December 2024"),
    "a value in quotation marks": (f"{HEAD}held: '13/12/24'\n---\n", "field-value", "'13/12/24'"),
    "a value that is a list": (f"{HEAD}issued:\n- 2024-12-13\n---\n", "field-value", "issued"),
    "a value that does not fit another": (
        f"{HEAD}held: 2024-12-13\nissued: 2024-12-01\n---\n",
        "field-value",
        "2024-12-01",
    ),
    "a name that is none": (f"{HEAD}sesion: 39\n---\n", "unknown-field", "sesion"),
    "a field that stands twice": (f"{HEAD}session: 39\nsession: 40\n---\n", "field-twice", "session"),
    "a kind that is none": ("---\ndocument: poem\n---\n", "unknown-kind", "poem"),
    "a mark that is not closed": (f"{HEAD}---\n\n**The Chair** said that *all was well.\n", "mark-form", "*"),
    "a mark on a later line": (f"{HEAD}---\n\nThe Chair said\n  that **all\nwas well.\n", "mark-form", "**"),
    "a mark in a cell": (f"{HEAD}---\n\n| One | Two |\n|---|---|\n| a | *b |\n", "mark-form", "*"),
    "a mark in an item": (f"{HEAD}---\n\n- One\n- Two^\n", "mark-form", "^"),
    "a mark in a heading": (f"{HEAD}---\n\n## One *two\n", "mark-form", "*"),
    "too many asterisks": (f"{HEAD}---\n\nThe ****Chair said.\n", "mark-form", "****"),
    "a character that no document can hold": (f"{HEAD}---\n\nThe Chair\x07 said.\n", "character", "\x07"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_columns_of_a_fault_are_those_of_its_words(in_tmp: Path, name: str) -> None:
    text, code, words = FAULTS[name]
    Path("x.md").write_text(text, encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        precis.read("x.md")
    (fault,) = caught.value.faults
    assert fault.code == code
    assert said(fault.span, text) == words


def said(span: FileSpan, text: str) -> str:
    """The words that stand in the columns of a span."""
    assert span.line is not None and span.columns is not None
    first, last = span.columns
    return text.split("\n")[span.line - 1][first - 1 : last]


def test_json_that_is_none_is_told_with_its_column(in_tmp: Path) -> None:
    Path("x.json").write_text('{\n  "symbol": CMW\n}\n', encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        precis.read("x.json")
    assert caught.value.faults[0].span == FileSpan("x.json", 2, columns=(13, 13))


def test_front_matter_that_is_no_yaml_is_told_with_its_column(in_tmp: Path) -> None:
    Path("x.md").write_text("---\nsymbol: a: b\n---\n", encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        precis.read("x.md")
    assert caught.value.faults[0].span == FileSpan("x.md", 2, columns=(10, 10))


def test_the_columns_of_a_finding_are_those_of_the_words_that_stood_there(in_tmp: Path) -> None:
    text = (
        "CMW/C/SR.590\n\nSummary record of the 590th meeting\n\n"
        "Held at Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m.\n\nChairperson: Ms. Diallo\n\n"
        "The meeting was called to order at 3 p.m.\n\n1. The Chair asked whether all was well\n\n"
        "The meeting rose at 6 p.m.\n"
    )
    Path("590.txt").write_text(text, encoding="utf-8")
    findings = [each for each in precis.read("590.txt").findings if each.old and each.span.line]
    with_columns = [each for each in findings if each.span.columns]
    assert with_columns
    assert all(said(each.span, text) == each.old for each in with_columns)
    assert {each.code for each in with_columns} >= {"emphasis-restored"}


def test_a_fault_of_a_file_keeps_all_else() -> None:
    fault = Fault(FileSpan("", 3, "page", (2, 9)), "field-value", "'x' is wrong", "held")
    assert fault.of("x.pdf") == Fault(FileSpan("x.pdf", 3, "page", (2, 9)), "field-value", "'x' is wrong", "held")
    assert fault.of("x.pdf").of("y.pdf").span.file == "x.pdf"


CORRECTIONS = "---\ndocument: corrections\nrecord: 590.md\n---\n\n"
DIGEST = "---\ndocument: digest\ntitle: Ninety-seventh session\nrecords: 97\n---\n\n"
ELSEWHERE = {
    "a correction in no form": (f"{CORRECTIONS}- Paragraph 1: rewrite\n", "correction-form", "Paragraph 1: rewrite"),
    "a line of no correction": (f"{CORRECTIONS}Paragraph 1\n", "correction-apart", "Paragraph 1"),
    "a correction that does not fit": (
        f'{CORRECTIONS}- Paragraph 9: for "a" read "b"\n',
        "no-place",
        'Paragraph 9: for "a" read "b"',
    ),
    "a reference to no record": (
        f"{DIGEST}The Committee met,\nand rose.[^1234.1]\n",
        "reference-record",
        "[^1234.1]",
    ),
    "a note that is no reference": (f"{DIGEST}It met.[^1]\n\n[^1]: see it, para. x\n", "reference-form", "[^1]"),
    "a note whose words have changed": (
        f"{DIGEST}It met.[^1956.1]\n\n[^1956.1]: CMW/C/SR.1956, para. 1: “no such words”\n",
        "reference-words",
        "[^1956.1]",
    ),
    "a heading below a section": (f"{DIGEST}## Findings\n\n### More\n", "section-level", "###"),
    "a section that is none": (f"{DIGEST}## Findings {{finding}}\n", "section-kind", "finding"),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_corrections_and_digests_tell_their_columns_too(in_tmp: Path, name: str) -> None:
    text, code, words = ELSEWHERE[name]
    Path("590.md").write_text(f"{HEAD}---\n\n**The Chair** spoke.\n", encoding="utf-8")
    shutil.copytree(SAMPLE_SESSION, "97")
    Path("x.md").write_text(text, encoding="utf-8")
    make = documents_of if "digest" in text else memoranda
    with pytest.raises(PrecisError) as caught:
        build(["x.md"], Path(), Settings(("html",)), make)
    (fault,) = caught.value.faults
    assert (fault.span.file, fault.code) == ("x.md", code)
    assert said(fault.span, text) == words


PAGE = "pages/summary-record.html"
TEMPLATES = {
    "a key that is not known": ("bodies/cmw.toml", "seris = 1\n", "template-key-unknown", "seris"),
    "no TOML": ("bodies/cmw.toml", "series = ?\n", "template-toml", "?"),
    "a name that the view does not give": (PAGE, "<html><body>{{ held }}\n<p>{{ hled }}\n", "template-name", "hled"),
    "a tag that Jinja does not know": (PAGE, "<html>\n{% fro a in b %}\n", "template-syntax", "fro"),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_tell_their_columns_too(in_tmp: Path, name: str) -> None:
    file, text, code, words = TEMPLATES[name]
    ours = shipped().folders[0] / file
    whole = f"{text}{ours.read_text(encoding='utf-8')}" if file.endswith(".toml") else text
    Path("mine", file).parent.mkdir(parents=True)
    Path("mine", file).write_text(whole, encoding="utf-8")
    Path("590.md").write_text(f"{HEAD}---\n\n**The Chair** spoke.\n", encoding="utf-8")
    with pytest.raises(PrecisError) as caught:
        build(["590.md"], Path(), Settings(("html",), templates=Path("mine")))
    fault = next(each for each in caught.value.faults if each.code == code)
    assert fault.span.file == f"mine/{file}"
    assert said(fault.span, whole) == words
