"""Nobody's work is written over: what is there stays, unless --force says otherwise; --dry-run writes nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.cli import main
from tests.conftest import ROOT

RECORD = ROOT / "records" / "cmw" / "97" / "1960.md"
THERE = "is there and is not written over; move it, name another file, or add --force [file-there]\n"
EDITED = "is not as precis wrote it and is not written over; move it, or add --force [file-edited]\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def other(path: Path) -> Path:
    text = RECORD.read_text(encoding="utf-8").replace("three weeks", "four weeks")
    path.write_text(text, encoding="utf-8")
    return path


WRITERS = {
    "draft": ("draft", "CMW/C/SR.1961", "-o"),
    "parse": ("parse", RECORD, "-o"),
    "correct": ("correct", RECORD, "other.md", "-o"),
    "digest": ("digest", RECORD.parent, "--source"),
}


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_text_that_is_there_is_not_written_over(words, in_tmp: Path) -> None:
    other(in_tmp / "other.md")
    Path("mine.md").write_text("my work\n")
    refused = run(*words, "mine.md")
    assert (refused.exit_code, Path("mine.md").read_text()) == (1, "my work\n")
    assert refused.stderr.endswith(f"mine.md: error: {THERE}")
    dry = run(*words, "new.md", "--dry-run")
    assert "would write new.md\n" in dry.stdout and not Path("new.md").exists()
    assert run(*words, "mine.md", "--force").exit_code == 0
    written = Path("mine.md").read_text(encoding="utf-8")
    assert written.startswith("---\n")
    # The same text again changes nothing, and is no fault.
    assert run(*words, "mine.md").exit_code == 0


def test_a_word_file_that_was_edited_is_not_written_over(in_tmp: Path) -> None:
    assert run("build", RECORD, "--to", "docx,html").exit_code == 0
    source = other(in_tmp / "record.md")
    # What precis wrote is written anew, and so is what nobody edits.
    assert run("build", source, "--to", "docx,html").exit_code == 0
    path = Path("CMW_C_SR.1960-en.docx")
    edited = rezipped(path.read_bytes())
    path.write_bytes(edited)
    refused = run("build", RECORD, "--to", "docx,html")
    assert (refused.exit_code, refused.stderr.splitlines()[-1] + "\n") == (1, f"{path}: error: {EDITED}")
    assert path.read_bytes() == edited
    assert "four weeks" in Path("CMW_C_SR.1960-en.html").read_text(encoding="utf-8"), "all or nothing"
    assert run("build", RECORD, "--to", "docx", "--force").exit_code == 0
    assert path.read_bytes() != edited


def rezipped(data: bytes) -> bytes:
    """A Word file with one letter of its text changed, as an editor leaves it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"four weeks", b"five weeks"))
    return out.getvalue()


def test_a_word_file_of_another_program_is_not_written_over(in_tmp: Path) -> None:
    for data in (b"no zip file", b""):
        Path("CMW_C_SR.1960-en.docx").write_bytes(data)
        assert run("build", RECORD, "--to", "docx").stderr.endswith(EDITED)


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_word_file_is_not_written_over(part: float, in_tmp: Path) -> None:
    assert run("build", RECORD, "--to", "docx").exit_code == 0
    path = Path("CMW_C_SR.1960-en.docx")
    data = bytearray(path.read_bytes())
    start = int(part * len(data))
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    refused = run("build", RECORD, "--to", "docx")
    assert (refused.exit_code, refused.stderr) == (1, f"{path}: error: {EDITED}")
    assert path.read_bytes() == data


def test_a_dry_run_of_a_build_writes_nothing(in_tmp: Path) -> None:
    result = run("build", RECORD, "--to", "docx,html", "--dry-run", "-o", "out")
    assert result.stdout == "would write out/CMW_C_SR.1960-en.docx\nwould write out/CMW_C_SR.1960-en.html\n"
    assert not Path("out").exists()
