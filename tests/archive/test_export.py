"""Tables of an archive: the same rows in all forms, opened by other programs, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from precis.archive.columns import FACTS, PARAGRAPHS, Table
from precis.tasks.export import tables_of
from precis.writers.tables import TABLE_FORMATS, data_dictionary, harmless
from tests.archive.made import made_record, paragraph, rich_record, shelf_of
from tests.conftest import ROOT
from tests.support.commands import run

SESSION = ROOT / "records" / "cmw" / "97"
FORMULAE = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "'=1", "'quoted'"]


def rows_in(form: str, table: Table, folder: Path) -> list[dict[str, Any]]:
    """The rows of a table as another program reads them."""
    path = folder / TABLE_FORMATS[form].file(table)
    if form == "csv":
        text = path.read_bytes().decode("utf-8-sig")
        return [_typed(row, table) for row in csv.DictReader(io.StringIO(text, newline=""))]
    if form == "jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    if form == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return [{name: str(cell) if name == "date" and cell else cell for name, cell in row.items()} for row in rows]
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    found = [dict(row) for row in connection.execute(f"SELECT * FROM {table.name}")]
    connection.close()
    booleans = {column.name for column in table.columns if column.type == "boolean"}
    return [{name: bool(cell) if name in booleans else cell for name, cell in row.items()} for row in found]


def _typed(row: dict[str, str], table: Table) -> dict[str, Any]:
    """A row of CSV with the types that the data dictionary gives; an empty cell as what is not there."""
    kinds = {column.name: column.type for column in table.columns}
    return {name: _cell(cell, kinds[name]) for name, cell in row.items()}


def _cell(cell: str, kind: str) -> Any:
    if kind == "boolean":
        return cell == "true"
    if kind == "integer":
        return int(cell) if cell else None
    return cell.removeprefix("'")


def alike(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without the difference between an empty text and none, which CSV cannot say."""
    return [{name: "" if cell is None else cell for name, cell in row.items()} for row in rows]


@pytest.mark.parametrize("form", TABLE_FORMATS)
def test_every_form_has_the_rows_of_the_records(form: str, tmp_path: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    shelves = [shelf_of(rich_record()), shelf_of(made_record([paragraph(1, words) for words in FORMULAE], 591))]
    for name, data in tables_of(shelves, form).files:
        (tmp_path / name).write_bytes(data)
    cells = [row.cells(each.cover) for each in shelves for row in each.rows if each.cover is not None]
    # The second record is of the same day, and its symbol comes after.
    expected = [dict(zip(PARAGRAPHS.names, row, strict=True)) for row in cells]
    assert alike(rows_in(form, PARAGRAPHS, tmp_path)) == alike(expected)
    facts = [dict(zip(FACTS.names, row, strict=True)) for each in shelves for row in each.facts]
    assert alike(rows_in(form, FACTS, tmp_path)) == alike(facts) != []


@given(st.text(max_size=12))
def test_no_cell_is_taken_for_a_formula_and_its_words_are_kept(words: str) -> None:
    cell = harmless(words)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == words or cell == words


def test_what_was_made_harmless_is_counted_and_told(in_tmp: Path) -> None:
    shelf = shelf_of(made_record([paragraph(1, words) for words in FORMULAE]))
    assert tables_of([shelf], "csv").harmless == len(FORMULAE)
    assert tables_of([shelf], "jsonl").harmless == 0
    source = (SESSION / "1960.md").read_text(encoding="utf-8") + "\n=1+1 was on the board.\n"
    Path("records").mkdir()
    Path("records/1960.md").write_text(source, encoding="utf-8")
    done = run("export", "records", "-o", "tables")
    assert done.exit_code == 0
    assert "1 cells begin as a formula does" in done.stderr and "[cells-harmless]" in done.stderr
    said = json.loads(Path("tables/datapackage.json").read_text(encoding="utf-8"))
    assert "an apostrophe before it" in said["resources"][0]["description"]


@pytest.mark.parametrize("form", TABLE_FORMATS)
def test_the_dictionary_names_every_file_and_column(form: str) -> None:
    said = json.loads(data_dictionary(TABLE_FORMATS[form], (PARAGRAPHS, FACTS)))
    for resource, table in zip(said["resources"], (PARAGRAPHS, FACTS), strict=True):
        assert resource["path"] == TABLE_FORMATS[form].file(table)
        assert [field["name"] for field in resource["schema"]["fields"]] == list(table.names)
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_command_writes_the_samples_and_says_nothing_of_their_session(tmp_path: Path) -> None:
    done = run("export", str(SESSION), "--to", "jsonl", "-o", str(tmp_path))
    assert done.exit_code == 0, done.output
    assert done.stdout.split() == [str(tmp_path / n) for n in ("paragraphs.jsonl", "facts.jsonl", "datapackage.json")]
    assert "session.md" not in done.stderr
    rows = rows_in("jsonl", PARAGRAPHS, tmp_path)
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert {row["symbol"] for row in rows} == {f"CMW/C/SR.{path.stem}" for path in SESSION.glob("19*.md")}


def test_a_dry_run_writes_nothing(in_tmp: Path) -> None:
    done = run("export", str(SESSION), "--dry-run", "-o", "tables")
    assert done.stdout.startswith("would write tables/paragraphs.csv\n")
    assert not Path("tables").exists()


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_written(in_tmp: Path) -> None:
    Path("records/below").mkdir(parents=True)
    shutil.copy(SESSION / "1960.md", "records/below")
    Path("records/none.md").write_text("---\nsymbol: nothing\n---\n", encoding="utf-8")
    done = run("export", "records", "-o", "tables")
    assert done.exit_code == 1
    assert "records/none.md" in done.stderr
    assert {row["symbol"] for row in rows_in("csv", PARAGRAPHS, Path("tables"))} == {"CMW/C/SR.1960"}


def test_one_record_in_two_forms_is_one(in_tmp: Path) -> None:
    Path("records").mkdir()
    shutil.copy(SESSION / "1960.md", "records")
    assert run("build", "records/1960.md", "-o", "records", "--to", "html").exit_code == 0
    done = run("export", "records", "-o", "tables")
    assert "records/1960.md is a record of the same symbol, and is read" in done.stderr
    assert len({(row["paragraph"], row["text"]) for row in rows_in("csv", PARAGRAPHS, Path("tables"))}) == len(
        rows_in("csv", PARAGRAPHS, Path("tables"))
    )


def test_a_folder_without_records_is_told(in_tmp: Path) -> None:
    done = run("export", ".")
    assert done.exit_code == 1 and "[no-records]" in done.stderr


def test_a_spreadsheet_opens_the_table_and_runs_no_formula(in_tmp: Path) -> None:
    program = shutil.which("soffice")
    if program is None or not (Path(program).resolve().parents[1] / "share/registry/calc.xcd").exists():
        reason = "LibreOffice Calc is missing; install libreoffice-calc-nogui"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    shelf = shelf_of(made_record([paragraph(number, words) for number, words in enumerate(FORMULAE, 1)]))
    for name, data in tables_of([shelf], "csv").files:
        Path(name).write_bytes(data)
    profile = f"-env:UserInstallation={(in_tmp / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "fods", "paragraphs.csv"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet = Path("paragraphs.fods").read_text(encoding="utf-8")
    assert "table:formula" not in sheet
    assert "&apos;@SUM(A1)" in sheet
