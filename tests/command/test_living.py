"""What makes the command one to live in: folders, standard input and output, quiet, verbose, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.cli import main
from tests.conftest import ROOT

FOLDER = ROOT / "records" / "cmw" / "97"
RECORD = FOLDER / "1960.md"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def piped(*words: str, given: bytes) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.run([sys.executable, "-m", "precis", *words], input=given, capture_output=True, env=environment)


def test_the_records_of_a_folder_are_built_and_what_else_is_there_is_not(in_tmp: Path) -> None:
    (in_tmp / "session").mkdir()
    for name in ("1960.md", "1950.md", "session.md"):
        (in_tmp / "session" / name).write_bytes((FOLDER / name).read_bytes())
    result = run("build", "session", "--to", "html", "-o", "out")
    assert result.stdout == "out/CMW_C_SR.1950-en.html\nout/CMW_C_SR.1960-en.html\n"
    (in_tmp / "empty").mkdir()
    assert run("build", "empty").stderr == (
        "empty: error: has no source of a record or a digest; name a folder that has, or a file [no-records]\n"
    )
    (in_tmp / "records" / "cmw").mkdir(parents=True)
    (in_tmp / "session").rename(in_tmp / "records" / "cmw" / "97")
    advice = "name the folder of one session: records/cmw/97"
    assert run("build", "records").stderr == (
        f"records: error: has no source of a record or a digest; {advice} [no-records]\n"
    )


def test_a_source_on_standard_input_is_parsed_checked_and_built_to_standard_output(in_tmp: Path) -> None:
    source = RECORD.read_bytes().replace(b"three weeks", b"5% of three weeks")
    assert piped("parse", "-", given=source).stdout.startswith(b"---\nsymbol: CMW/C/SR.1960\n")
    told = piped("check", "-", given=source)
    assert told.stdout.decode() == "-:20:111: error: “5%”: write “5 per cent” [percent-sign]\n"
    built = piped("build", "-", "--to", "html", "-o", "-", given=source)
    assert b"5% of three weeks" in built.stdout and not list(in_tmp.iterdir())
    assert piped("build", "-", given=b"  \n").stderr == b"-: error: is empty; give a record [file-empty]\n"


def test_standard_output_is_for_one_file(in_tmp: Path) -> None:
    result = run("build", RECORD, "--to", "html,docx", "-o", "-")
    assert result.exit_code == 2 and "is for one file, and 2 are built" in result.stderr


def test_quiet_tells_faults_alone(in_tmp: Path) -> None:
    Path("draft.md").write_text("---\nsymbol: CMW/C/SR.590\nsession: 4100\n---\n\nSo.\n")
    assert "gap-printed" in run("build", "draft.md", "--to", "html").stderr
    assert run("-q", "build", "draft.md", "--to", "html").stderr == ""
    assert run("-q", "build", "none.md", "--to", "html").stderr.endswith("[file-read]\n")
    assert run("-q", "check", RECORD).stderr == ""


def test_verbose_tells_what_a_finding_means_and_what_to_do(in_tmp: Path) -> None:
    told = run("-v", "build", "none.md").stderr.splitlines()
    assert told[1] == "    a file cannot be read. Look at its name and at its permissions."


def test_json_is_an_object_a_line(in_tmp: Path) -> None:
    Path("draft.md").write_text("---\nsymbol: CMW/C/SR.590\nsession: 4100\n---\n\nSo.\n")
    rows = [json.loads(line) for line in run("--json", "build", "draft.md", "--to", "html").stderr.splitlines()]
    assert [(row["code"], row["line"]) for row in rows] == [("house-rule", 3), ("gap-printed", None)]
    (row,) = map(json.loads, run("--json", "build", "none.md").stderr.splitlines())
    assert (row["code"], row["kind"], row["file"]) == ("file-read", "fault", "none.md")
    assert json.loads(run("--json", "check", RECORD).stdout) == []


@pytest.mark.parametrize("options", [("-q",), ("-v",), ("--json",), ("-q", "--json")])
@pytest.mark.parametrize("words", [("build", "draft.md", "--to", "html"), ("build", "none.md"), ("check", RECORD)])
def test_what_is_told_is_asked_for_before_a_command_or_behind_it(
    options: tuple[str, ...], words: tuple[str, ...], in_tmp: Path
) -> None:
    run("draft", "CMW/C/SR.590", "-o", "draft.md")
    before, behind = run(*options, *words), run(*words, *options)
    assert (behind.stdout, behind.stderr, behind.exit_code) == (before.stdout, before.stderr, before.exit_code)


def test_lines_of_json_stand_alone(in_tmp: Path) -> None:
    text = Path(RECORD).read_text(encoding="utf-8")
    Path("new.txt").write_text(text.replace("The Chair", "The Vice-Chair", 1), encoding="utf-8")
    for words in (("parse", "new.txt"), ("correct", RECORD, "new.txt")):
        assert [json.loads(line) for line in run(*words, "--json").stderr.splitlines()] == []
        assert run(*words, "-q").stderr == ""
