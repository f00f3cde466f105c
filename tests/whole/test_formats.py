"""Formats are one table; a new one takes the two files that docs/how-to/format.md shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from precis.cli import main
from precis.writers.formats import FORMATS, USUAL
from tests.conftest import ROOT
from tests.docs.pages import examples

PAGE = (ROOT / "docs" / "how-to" / "format.md").read_text(encoding="utf-8")
SAMPLE = ROOT / "records" / "cmw" / "97" / "1960.md"


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_what_it_needs(name: str) -> None:
    each = FORMATS[name]
    assert each.name == name
    assert each.ending.startswith(".") and [other.ending for other in FORMATS.values()].count(each.ending) == 1
    assert each.help and not each.help.endswith(".")


def test_what_is_usual_is_a_format() -> None:
    assert set(USUAL) <= set(FORMATS)


def test_the_command_names_every_format() -> None:
    told = " ".join(CliRunner().invoke(main, ["build", "--help"]).output.split())
    assert f"The formats: {', '.join(FORMATS)}." in told
    wrong = CliRunner().invoke(main, ["build", str(SAMPLE), "--to", "pfd"])
    assert f"'pfd' is none of: {', '.join(FORMATS)}" in wrong.output


def test_a_format_is_added_by_the_files_of_the_page(in_tmp: Path) -> None:
    package = Path(shutil.copytree(ROOT / "generator" / "precis", "precis"))
    shutil.copytree(ROOT / "templates", "precis/templates")
    before = {path: path.read_bytes() for path in package.rglob("*.py")}
    writer, loader, entry = (text for _, text in examples(PAGE, "python"))
    (package / "writers" / "text.py").write_text(writer, encoding="utf-8")
    formats = package / "writers" / "formats.py"
    table = formats.read_text(encoding="utf-8")
    table = table.replace("\n\nFORMATS: ", f"\n\n{loader}\n\nFORMATS: ", 1)
    table = table.replace('            Format("html"', f'            {entry.strip()}\n            Format("html"', 1)
    formats.write_text(table, encoding="utf-8")
    changed = [path for path in package.rglob("*.py") if before.get(path) != path.read_bytes()]
    assert len(changed) == 2 and "**2 files**" in PAGE
    environment = {**os.environ, "PYTHONPATH": str(in_tmp)}

    def python(*words: str) -> str:
        done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True, env=environment)
        return done.stdout

    assert python("-m", "precis", "build", str(SAMPLE), "--to", "text,html", "-o", "out").splitlines() == [
        "out/CMW_C_SR.1960-en.txt",
        "out/CMW_C_SR.1960-en.html",
    ]
    text = Path("out/CMW_C_SR.1960-en.txt").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "United Nations" and "The meeting rose at" in text
    code = f"import precis; precis.write(precis.read({str(SAMPLE)!r}).record, 'again.txt')"
    python("-c", code)
    assert Path("again.txt").read_text(encoding="utf-8") == text
    assert "pdf, docx, text, html" in " ".join(python("-m", "precis", "build", "--help").split())
