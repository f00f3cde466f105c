"""Slips of mark-up and covers that would lie: each a case, with its exact line, at check and at build."""

from __future__ import annotations

from pathlib import Path

from precis.assets import Assets
from precis.model import PrecisError
from precis.tasks.build import build
from precis.tasks.check import Told, Wanted, check
from precis.tasks.rendering import Settings
from tests.support.cases import Case, each_case

HERE = Path(__file__).parent
COVER = "---\nsymbol: CMW/C/SR.590\nheld: 2024-12-13 15:00\nbegan: 15:00\nrose: 18:00\n---\n\n"
LINES = ("opening-line", "closing-line")


def told_of(text: str, folder: Path, assets: Assets) -> list[Told]:
    (folder / "x.md").write_text(text, encoding="utf-8")
    return [each for each in check(str(folder / "x.md"), assets, Wanted()).told if each.code not in LINES]


def warned(folder: Path) -> list[str]:
    built = build([str(folder / "x.md")], folder / "out", Settings(formats=("html",)))
    return [finding.reason for finding in built.warnings if finding.code == "house-rule"]


@each_case([HERE / "slips.txt"])
def test_a_slip_is_told_with_its_line_at_check_and_at_build(case: Case, tmp_path: Path, assets: Assets) -> None:
    told = told_of(f"{COVER}{case.texts[0]}\n", tmp_path, assets)
    assert [f"{each.line}:{each.column} {each.level} {each.code}" for each in told] == case.texts[1].split("\n")
    marks = [f"{each.message} ({each.code})" for each in told if each.code.startswith("mark-")]
    assert sorted(marks) == sorted(warned(tmp_path))


@each_case([HERE / "covers.txt"])
def test_a_cover_that_would_lie_is_told_with_its_line(case: Case, tmp_path: Path, assets: Assets) -> None:
    told = told_of(f"---\n{case.texts[0]}\n---\n\nIt was so.\n", tmp_path, assets)
    lines = [f"{each.line}:{each.column} {each.level} {each.code} {each.message}" for each in told]
    assert lines == [line for line in case.texts[1].split("\n") if line]
    try:
        reasons = warned(tmp_path)
    except PrecisError as error:
        assert [fault.message for fault in error.faults] == [each.message for each in told]
    else:
        assert reasons == [f"{each.message} ({each.code})" for each in told]


def test_a_first_and_a_second_chair_have_their_labels(tmp_path: Path) -> None:
    cover = COVER.replace("rose:", 'chair: ["Temporary Chair: Ms. Lee (Secretary)", "Chair: Mr. Taghizade"]\nrose:')
    (tmp_path / "x.md").write_text(f"{cover}It was so.\n", encoding="utf-8")
    (path,) = build([str(tmp_path / "x.md")], tmp_path, Settings(formats=("html",))).paths
    text = path.read_text(encoding="utf-8")
    assert "Temporary Chair:" in text and ">Chair:" in text and "later:" not in text
