"""The corrections between two versions of a text, as a person would write them: cases of old, new, corrections."""

from __future__ import annotations

from pathlib import Path

from precis.assets import shipped
from precis.corrections.source import CorrectionsSource, print_corrections
from precis.model import Record
from precis.reading.files import read_file
from precis.source.record import read_record
from tests.support.cases import Case, each_case
from tests.support.corrections import apply, correct

ASSETS = shipped()


def record(text: str, language: str = "en") -> Record:
    source = text if text.startswith("---") else f"---\nlanguage: {language}\n---\n{text}"
    return read_record(source, "case", ASSETS)


def said(old: Record, new: Record) -> str:
    """The corrections as a source lists them."""
    text = print_corrections(CorrectionsSource(corrections=correct(old, new)))
    return text.removeprefix("---\ndocument: corrections\n---\n").strip()


@each_case(Path(__file__).parent.glob("*.txt"), texts=3)
def test_corrections_are_what_a_person_would_write(case: Case) -> None:
    old, new, expected = case.texts
    language = "fr" if case.title.startswith("french") else "en"
    before, after = record(old, language), record(new, language)
    assert said(before, after) == expected
    assert apply(before, correct(before, after)) == after


def test_the_three_corrections_of_a_published_record(closing_2024: Path, tmp_path: Path) -> None:
    text = closing_2024.read_text(encoding="utf-8")
    put_right = tmp_path / "corrected.txt"
    for wrong, right in [
        ("Secretary General", "Secretary-General"),
        ("and Treaties Division", "and Treaty Mechanisms Division"),
        ("to fulfil its mandate", "to fulfil its mandate."),
    ]:
        assert wrong in text
        text = text.replace(wrong, right)
    put_right.write_text(text, encoding="utf-8")
    old, new = read_file(closing_2024, ASSETS).record, read_file(put_right, ASSETS).record
    assert said(old, new).splitlines() == [
        '- Paragraph 3, sentence 5: for "Secretary General" read "Secretary-General"',
        '- Paragraph 6, sentence 3: for "Human Rights Council and Treaties Division" read '
        '"Human Rights Council and Treaty Mechanisms Division"',
        '- Paragraph 6: at the end insert "."',
    ]
    assert apply(old, correct(old, new)) == new
