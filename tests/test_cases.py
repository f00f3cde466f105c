"""Cases are read in one form; one that is not in it is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cases import cases_of

TWO = "one\n===\na\n\nb\n---\nc\n\ntwo\n===\n\n---\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "x.txt"
    file.write_text(text, encoding="utf-8")
    return file


def test_cases_have_titles_texts_and_places(tmp_path: Path) -> None:
    cases = cases_of([written(tmp_path, TWO)])
    assert [(case.title, case.texts) for case in cases] == [("one", ("a\n\nb", "c")), ("two", ("", ""))]
    assert [str(case) for case in cases] == [f"{tmp_path.name}/x.txt:1: one", f"{tmp_path.name}/x.txt:9: two"]


def test_the_lines_of_front_matter_part_nothing(tmp_path: Path) -> None:
    (case,) = cases_of([written(tmp_path, "one\n===\n---\na: b\n---\nold\n---\n---\na: c\n---\n---\nsaid\n")], 3)
    assert case.texts == ("---\na: b\n---\nold", "---\na: c\n---", "said")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one\na\n---\nb\n", "x.txt:1: no case, since no line of === is below its title"),
        ("one\n===\na\n", "x.txt:1: 1 texts; 2 are wanted, parted by lines of ---"),
        ("one\n===\na\n---\nb\n\ntwo\n===\na\n---\nb\n---\nc\n", "x.txt:7: 3 texts; 2 are wanted"),
        ("\n===\na\n---\nb\n", "x.txt:1: a title is missing above ==="),
        ("one\n===\n---\nb\n", "x.txt:1: front matter without an end; an empty text has a blank line"),
    ],
)
def test_what_is_no_case_is_told_with_its_place(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=message):
        cases_of([written(tmp_path, text)])
