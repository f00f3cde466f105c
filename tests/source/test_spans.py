"""Where a fault or a finding is: the line, and the columns of the words where they are known."""

from __future__ import annotations

from pathlib import Path

import pytest

import precis
from precis.model import FileSpan, PrecisError

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
