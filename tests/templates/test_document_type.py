"""A document type of a user's own, by the files that docs/how-to/document.md shows, in a folder of theirs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import precis
from precis.assets import chosen
from precis.cli import main
from precis.source.kinds import KINDS, kinds
from tests.conftest import ROOT
from tests.docs.pages import examples
from tests.support.told import told

PAGE = (ROOT / "docs" / "how-to" / "document.md").read_text(encoding="utf-8")
RECORDS = sorted((ROOT / "records" / "cmw" / "97").glob("19*.md"))


def run(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def mine(in_tmp: Path) -> Path:
    """The user's folder, with the files of the page and no others."""
    for form in ("toml", "html"):
        ((_, text),) = examples(PAGE, form)
        (name,) = re.findall(rf"`((?:documents|pages)/[\w-]+\.{form})`", PAGE)[:1]
        Path("mine", name).parent.mkdir(parents=True)
        Path("mine", name).write_text(text, encoding="utf-8")
    return Path("mine")


def put(source: Path, kind: str = "press note") -> Path:
    """The source of a record for another document; not a sample, whose notice stands at the foot of each page."""
    text = source.read_text(encoding="utf-8").replace("sample: true\n", "")
    target = Path(source.name)
    target.write_text(text.replace("---\n", f"---\ndocument: {kind}\n", 1), encoding="utf-8")
    return target


def test_the_page_says_how_many_files_it_takes(mine: Path) -> None:
    files = [path for path in mine.rglob("*") if path.is_file()]
    assert f"**{len(files)} files**" in PAGE
    assert len(files) <= 4


@pytest.mark.parametrize("source", RECORDS, ids=lambda path: path.stem)
def test_both_files_read_back_to_the_same_record(mine: Path, source: Path) -> None:
    record = precis.read(put(source), templates=mine).record
    stem = f"CMW_C_SR.{source.stem}-press-note-en"
    assert run("build", source.name, "--templates", "mine", "-o", "out").stdout.split() == [
        f"out/{stem}.pdf",
        f"out/{stem}.docx",
    ]
    for ending in ("pdf", "docx"):
        reading = precis.read(f"out/{stem}.{ending}")
        assert reading.record == record
        assert {finding.code for finding in reading.findings} <= {"page-head", "page-foot", "page-number", "table-head"}


def test_the_page_is_the_type_s_own(mine: Path) -> None:
    put(RECORDS[0])
    run("build", RECORDS[0].name, "--templates", "mine", "--to", "html")
    (page,) = Path().glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert text.index('class="title"') < text.index('class="committee"')
    assert "Press note: not an official record" in text and '<p class="contents-title"' not in text


def test_every_command_that_takes_a_record_takes_it(mine: Path) -> None:
    source = str(put(RECORDS[1]))
    run("parse", source, "-o", "again.md", "--templates", "mine")
    changed = Path("again.md").read_text(encoding="utf-8").replace("The Chair", "The Vice-Chair", 1)
    Path("again.md").write_text(changed, encoding="utf-8")
    run("correct", source, "again.md", "--templates", "mine")
    run("brief", source, "--templates", "mine", "--to", "html")
    described = json.loads(run("schema", "press note", "--templates", "mine").stdout)
    assert described["properties"]["document"] == {"const": "press note"}
    assert described["required"] == ["document"]


def test_without_the_folder_there_is_no_such_kind(mine: Path) -> None:
    source = put(RECORDS[0])
    said = told(run("build", str(source), code=1))
    assert said.startswith(f"{source}:2: error: document: 'press note' is no kind of document; write one of: summary")
    wrong = put(RECORDS[0], "pres note")
    said = told(run("build", str(wrong), "--templates", "mine", code=1))
    assert said == f"{wrong}:2: error: document: 'pres note' is no kind of document; did you mean press note?\n"


FAULTS = {
    "a key is missing": ('holds = "x"\n', "mine/documents/note.toml", "page: is missing; write page ="),
    "a key is unknown": ('hold = "x"\n', "mine/documents/note.toml:3", "hold: is not known here; write holds"),
    "no TOML": ("holds\n", "mine/documents/note.toml:3", "is no TOML"),
    "the name of ours": ('document = "session"\n', "mine/documents/note.toml", "there is a kind 'session' already"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_file_that_is_wrong_is_told(mine: Path, name: str) -> None:
    line, where, message = FAULTS[name]
    lines = ['document = "note"\n', 'page = "x.html"\n', 'holds = "x"\n']
    if "missing" in name:
        lines.remove('page = "x.html"\n')
    elif "unknown" in name or "TOML" in name:
        lines[2] = line
    else:
        lines[0] = line
    (mine / "documents" / "note.toml").write_text("".join(lines), encoding="utf-8")
    said = told(run("build", str(put(RECORDS[0])), "--templates", "mine", code=1))
    assert any(each.startswith(where) and ": error: " in each and message in each for each in said.splitlines()), said


def test_the_kinds_of_the_folder_are_beside_ours(mine: Path) -> None:
    assert list(kinds(chosen(mine))) == [*KINDS, "press note"]
