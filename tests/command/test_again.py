"""A folder built again: only what changed is made, and all is as a clean build makes it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from precis.tasks import build as tasks
from precis.tasks.ledger import LEDGER
from tests.conftest import ROOT
from tests.support.commands import GOOD, run

FORMATS = "html,docx"


@pytest.fixture
def given(in_tmp: Path) -> Path:
    """Two records and a source of their session, in a folder."""
    folder = in_tmp / "given"
    folder.mkdir()
    for number in (590, 591):
        (folder / f"{number}.md").write_text(GOOD.replace("590", str(number)), encoding="utf-8")
    (folder / "session.md").write_text((ROOT / "records/cmw/97/session.md").read_text("utf-8"), encoding="utf-8")
    return folder


def build(*more: str, to: str = FORMATS, out: str = "out") -> str:
    done = run("build", "given", "--to", to, "-o", out, *more)
    assert done.exit_code == 0, done.output
    return done.output


def files(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.is_file() and path.name != LEDGER}


def places() -> dict[str, tuple[int, int]]:
    """Where the files are, and since when: a file that is written anew is another."""
    return {
        path.name: (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in Path("out").iterdir()
        if path.name != LEDGER
    }


def changed(before: dict[str, tuple[int, int]]) -> set[str]:
    return {name for name, place in places().items() if before.get(name) != place}


def as_clean(*more: str, to: str = FORMATS) -> bool:
    build(*more, to=to, out="clean")
    return {name: files("out")[name] for name in files("clean")} == files("clean")


def test_nothing_changed(given: Path) -> None:
    said, before = build(), places()
    assert build() == said
    assert changed(before) == set() and len(before) == 4


def test_nothing_is_loaded_that_makes_documents(given: Path) -> None:
    build()
    code = "import sys; from precis.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    words = [sys.executable, "-c", code, "build", "given", "--to", FORMATS, "-o", "out"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(words, check=True, capture_output=True, text=True, env=environment)
    assert not {"weasyprint", "docx", "jinja2", "yaml", "precis.tasks.build"} & set(done.stdout.split())


def test_one_changed(given: Path) -> None:
    build()
    before = places()
    source = given / "590.md"
    source.write_text(source.read_text("utf-8").replace("all was well", "much was well"), encoding="utf-8")
    said = build()
    assert changed(before) == {"CMW_C_SR.590-en.html", "CMW_C_SR.590-en.docx"}
    assert as_clean() and said.replace("out/", "clean/") == build("--force", out="clean")


def test_only_what_changed_is_read(given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    source = given / "590.md"
    source.write_text(source.read_text("utf-8").replace("all was well", "much was well"), encoding="utf-8")
    asked: list[str] = []
    kind_of_file = tasks.kind_of_file
    monkeypatch.setattr(tasks, "kind_of_file", lambda file, *more: asked.append(file) or kind_of_file(file, *more))
    build()
    assert set(asked) == {"given/590.md"}


def test_a_source_of_another_command_is_told_where_it_is_named(given: Path) -> None:
    """In a folder it stands beside the sources, and is passed over."""
    build()
    for _ in range(2):
        done = run("build", "given/590.md", "given/session.md", "--to", FORMATS, "-o", "out")
        assert done.exit_code == 1 and "given/session.md" in done.output


def test_one_more_one_less_and_one_that_is_a_record_now(given: Path) -> None:
    build()
    before = places()
    (given / "592.md").write_text(GOOD.replace("590", "592"), encoding="utf-8")
    (given / "590.md").unlink()
    (given / "session.md").write_text(GOOD.replace("590", "593"), encoding="utf-8")
    build()
    assert {name[:12] for name in changed(before)} == {"CMW_C_SR.592", "CMW_C_SR.593"}
    assert as_clean()


def test_the_same_file_of_two_sources_is_told_though_one_is_known(given: Path) -> None:
    build()
    (given / "592.md").write_text(GOOD, encoding="utf-8")
    done = run("build", "given", "--to", FORMATS, "-o", "out")
    assert done.exit_code == 1 and "[file-twice]" in done.output


def test_a_file_that_is_gone_or_damaged_is_made_again(given: Path) -> None:
    build()
    whole, before = files("out"), places()
    Path("out/CMW_C_SR.590-en.html").unlink()
    Path("out/CMW_C_SR.591-en.html").write_bytes(b"<html>")
    build()
    assert files("out") == whole
    assert {"CMW_C_SR.590-en.html", "CMW_C_SR.591-en.html"} <= changed(before)


def test_a_word_file_that_was_edited_is_still_not_written_over(given: Path) -> None:
    build()
    Path("out/CMW_C_SR.590-en.docx").write_bytes(b"my work")
    done = run("build", "given", "--to", FORMATS, "-o", "out")
    assert done.exit_code == 1 and "[file-edited]" in done.output
    assert Path("out/CMW_C_SR.590-en.docx").read_bytes() == b"my work"


def wording(folder: Path) -> None:
    """A folder of templates with one changed word."""
    text = (ROOT / "templates/pages/document.html").read_text("utf-8")
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "pages/document.html").write_text(f"{{# changed #}}\n{text}", encoding="utf-8")


def test_other_formats_templates_and_files_count_as_changed(given: Path, tmp_path: Path) -> None:
    build()
    before = places()
    build(to="html")
    assert changed(before) == {"CMW_C_SR.590-en.html", "CMW_C_SR.591-en.html"}
    before = places()
    wording(tmp_path / "own")
    build("--templates", str(tmp_path / "own"), to="html")
    assert len(changed(before)) == 2 and as_clean("--templates", str(tmp_path / "own"), to="html")
    before = places()
    build("--templates", str(tmp_path / "own"), to="html")
    assert changed(before) == set()
    (tmp_path / "own/pages/document.html").unlink()
    build("--templates", str(tmp_path / "own"), to="html")
    assert len(changed(before)) == 2


def test_force_makes_all(given: Path) -> None:
    build()
    before = places()
    build("--force")
    assert changed(before) == set(before)


def test_a_dry_run_writes_nothing(given: Path) -> None:
    assert build("--dry-run").count("would write") == 4 and not Path("out").exists()
    build()
    assert build("--dry-run").count("would write") == 4


def test_one_source_keeps_no_ledger(given: Path) -> None:
    run("build", "given/590.md", "--to", "html", "-o", "out")
    assert not (Path("out") / LEDGER).exists()


def test_a_digest_that_somebody_edits_is_made_each_time(in_tmp: Path) -> None:
    given = in_tmp / "given"
    given.mkdir()
    for number in ("1950", "1952"):
        (given / f"{number}.md").write_text((ROOT / f"records/cmw/97/{number}.md").read_text("utf-8"), encoding="utf-8")
    assert run("digest", "given", "--source", "given/digest.md").exit_code == 0
    build(to="html")
    before = places()
    record = given / "1952.md"
    record.write_text(record.read_text("utf-8").replace(" asked ", " wondered ", 1), encoding="utf-8")
    build(to="html")
    assert {"CMW_97_digest-en.html", "CMW_C_SR.1952-en.html"} <= changed(before)


def damaged(whole: str) -> list[str]:
    said = json.loads(whole)
    name = next(iter(said["sources"]))
    outside = {**said, "sources": {name: {**said["sources"][name], "files": {"../x": "0"}}}}
    unknown = {**said, "sources": {name: {**said["sources"][name], "told": [{"code": "x"}]}}}
    others = [[], {}, None, 3, {**said, "precis": 1}, {**said, "sources": []}, {**said, "sources": {name: 1}}]
    foreign = {**said, "circumstances": "0" * 64}
    return ["", "{", whole[:-40], "[" * 5000, *map(json.dumps, [*others, foreign, outside, unknown])]


def test_a_ledger_that_is_damaged_or_of_others_is_as_none(given: Path) -> None:
    said = build(to="html")
    whole, ledger = files("out"), Path("out") / LEDGER
    text = ledger.read_text("utf-8")
    for wrong in damaged(text):
        ledger.write_text(wrong, encoding="utf-8")
        before = places()
        assert build(to="html") == said
        assert files("out") == whole and changed(before) == set(whole), wrong[:60]
        assert ledger.read_text("utf-8") == text


def test_a_folder_in_its_place_is_as_none(given: Path) -> None:
    (Path("out") / LEDGER).mkdir(parents=True)
    said = build(to="html")
    assert build(to="html") == said


KILLS = 20


@pytest.mark.slow
def test_killed_at_any_moment_the_next_build_is_right(in_tmp: Path) -> None:
    given = in_tmp / "given"
    given.mkdir()
    for number in range(590, 602):
        (given / f"{number}.md").write_text(GOOD.replace("590", str(number)), encoding="utf-8")
    build(to="html", out="clean")
    whole, chance = files("clean"), random.Random(5)
    words = [sys.executable, "-m", "precis", "build", "given", "--to", "html", "-o", "out"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    began = time.monotonic()
    assert subprocess.run([*words[:-1], "timed"], check=True, **quiet).returncode == 0  # type: ignore[call-overload]
    takes = time.monotonic() - began
    for turn in range(KILLS):
        source = given / f"{590 + turn % 12}.md"
        source.write_text(source.read_text("utf-8").replace("all was", f"all {turn} was"), encoding="utf-8")
        process = subprocess.Popen(words, **quiet)  # type: ignore[call-overload]
        time.sleep(chance.uniform(0, takes))
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = files("out") if Path("out").is_dir() else {}
        build(to="html", out="clean")
        new = files("clean")
        assert all(data in (whole.get(name), new.get(name)) for name, data in left.items())
        build(to="html")
        assert files("out") == new and not list(Path("out").glob(".precis-*-*"))
        whole = new
