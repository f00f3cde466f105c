"""What is wrong in a file of the user's own is told with its file, line and key, and what to write."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from precis.assets import shipped
from precis.assets.shapes import TEXT, each, table
from precis.cli import Exit, main
from tests.conftest import ROOT
from tests.support.cases import Case, each_case

HERE = Path(__file__).parent
TOY = HERE / "toy"
RECORDS = ROOT / "records" / "cmw" / "97"


@each_case([HERE / "faults.txt"])
def test_a_fault_of_loading(case: Case, in_tmp: Path) -> None:
    edit, expected = case.texts
    file, *lines = edit.strip("\n").split("\n")
    shutil.copytree(TOY, "mine")
    path = Path("mine", file)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(shipped().folders[0] / file, path)
    _change(path, lines)
    house = "toy" if file.startswith("houses") else "geneva"
    result = CliRunner().invoke(main, [*_words(file), "--style", house, "--templates", "mine", "-o", "out"])
    assert result.stderr == f"{expected}\n"
    assert result.exit_code == Exit.FAULT
    assert not Path("out").exists()


def _change(path: Path, lines: list[str]) -> None:
    """Take out the lines that begin with "-", and put those that begin with "+" in their place; none: take it away."""
    old, new = ("".join(f"{line[2:]}\n" for line in lines if line.startswith(sign)) for sign in "-+")
    if not old and not new:
        path.unlink()
        return
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} has these lines {text.count(old)} times: {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def _words(file: str) -> list[str]:
    """A command that needs the file."""
    if file.endswith(("digest.toml", "clauses.toml", "states.toml")):
        return ["digest", str(RECORDS)]
    return ["build", str(RECORDS / "1960.md" if file.startswith("languages/en") else TOY / "record.md"), "--to", "html"]


def test_what_to_write_for_a_list_of_tables_that_is_missing_is_toml() -> None:
    (wrong,) = table({"figure": each(table({"say": TEXT}))}).check({}, ())
    assert wrong.message == "is missing; write figure = [], above the first table"
