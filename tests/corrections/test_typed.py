"""Corrections as people type them are read as the one that precis prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.cli import main
from precis.corrections.notation import print_correction, read_correction
from tests.conftest import ROOT
from tests.support.cases import Case, each_case


@each_case([Path(__file__).parent / "typed" / "cases.txt"])
def test_a_correction_is_read_as_it_is_meant(case: Case) -> None:
    typed, expected = (text.strip() for text in case.texts)
    printed, below = print_correction(*read_correction(typed))
    assert (printed, below) == (expected, ())
    assert print_correction(*read_correction(printed)) == (printed, below)


def test_records_of_two_meetings_are_not_compared_unless_forced(in_tmp: Path) -> None:
    first, second = (str(ROOT / "records" / "cmw" / "97" / name) for name in ("1950.md", "1952.md"))
    told = CliRunner().invoke(main, ["correct", first, second])
    assert (told.exit_code, told.stderr) == (
        1,
        f"{second}: error: is the record CMW/C/SR.1952, not of CMW/C/SR.1950; name two texts of one meeting, "
        "or add --force [other-record]\n",
    )
    assert CliRunner().invoke(main, ["correct", first, second, "--force"]).exit_code == 0


@pytest.mark.parametrize(
    ("meetings", "title"), [((1952, 1953), "1952nd and 1953rd"), ((1950, 1953), "1950th to the 1953rd")]
)
def test_two_meetings_in_a_row_are_named_both(meetings, title: str, in_tmp: Path) -> None:
    for meeting in meetings:
        record = ROOT / "records" / "cmw" / "97" / f"{meeting}.md"
        text = f'---\ndocument: corrections\nrecord: {record}\n---\n\n- Paragraph 1: at the end insert "So."\n'
        Path(f"{meeting}.md").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, ["corrigendum", *(f"{each}.md" for each in meetings), "--to", "html"])
    assert done.exit_code == 0, done.stderr
    assert f"Summary records of the {title} meetings" in next(Path().glob("*.html")).read_text(encoding="utf-8")
