"""What a folder of records holds is read as what it says it is, or told: nothing is passed over without a word."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.assets import Assets
from precis.cli import main
from precis.source.kinds import KINDS, SUMMARY_RECORD
from precis.tasks.gather import gather
from tests.support.sessions import SAMPLE_SESSION
from tests.support.told import told


def run(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def folder(in_tmp: Path) -> Path:
    return Path(shutil.copytree(SAMPLE_SESSION, "97"))


def say(file: Path, kind: str) -> None:
    """Let a source say its kind."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", f"---\ndocument: {kind}\n", 1), encoding="utf-8")


def told_of(folder: Path, assets: Assets) -> list[str]:
    return [f"{each} {each.code}" for each in gather(str(folder), assets).told]


def symbols(folder: Path, assets: Assets) -> list[str]:
    return [str(each.record.symbol) for each in gather(str(folder), assets).facts.records]


def test_a_record_that_says_what_it_is_counts_as_one_that_does_not(folder: Path, assets: Assets) -> None:
    before = symbols(folder, assets)
    for file in folder.glob("19*.md"):
        say(file, SUMMARY_RECORD)
    assert symbols(folder, assets) == before != []
    lines = told_of(folder, assets)
    assert not [line for line in lines if "passed-over" in line or "is not read" in line]


@pytest.mark.parametrize("words", [("digest", "97"), ("brief", "97"), ("brief", "97/1956.md")], ids=" ".join)
def test_its_documents_are_the_same(folder: Path, words: tuple[str, str]) -> None:
    run(*words, "--to", "html", "-o", "before")
    for file in folder.glob("19*.md"):
        say(file, SUMMARY_RECORD)
    run(*words, "--to", "html", "-o", "after")
    (before,), (after,) = Path("before").glob("[!.]*"), Path("after").glob("[!.]*")
    assert before.read_bytes() == after.read_bytes()


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if "digest" not in kind.commands])
def test_a_source_of_another_kind_is_told(folder: Path, assets: Assets, kind: str) -> None:
    say(folder / "1956.md", kind)
    (line,) = (line for line in told_of(folder, assets) if line.startswith("97/1956.md"))
    assert f"it is '{kind}'" in line and "a source for precis " in line
    assert "CMW/C/SR.1956" not in symbols(folder, assets)


def test_what_is_no_kind_is_a_fault(folder: Path) -> None:
    say(folder / "1956.md", "record")
    assert (
        told(run("digest", "97", code=1))
        == "97/1956.md:2: error: document: 'record' is no kind of document; did you mean summary record?\n"
    )


ENTRIES = {
    "notes.docx": "it is read as no record",
    "CMW_C_SR.1956-en.pdf": "it was made of 97/1956.md, which is read",
    "CMW_97_digest-en.pdf": "it was made of the records of the folder, which is read",
    "programme.xlsx": "it is no file that holds a record",
    "README.md": "it is no file that holds a record",
    "older": "it is a folder",
}


@pytest.mark.parametrize("name", ENTRIES)
def test_every_other_entry_is_told(folder: Path, assets: Assets, name: str) -> None:
    entry = folder / name
    entry.write_text("x") if "." in name else entry.mkdir()
    (line,) = (line for line in told_of(folder, assets) if line.startswith(f"97/{name}"))
    assert ENTRIES[name] in line


def test_the_files_of_programs_are_not_told(folder: Path, assets: Assets) -> None:
    for name in (".DS_Store", "~$590.docx"):
        (folder / name).write_text("x")
    assert not [line for line in told_of(folder, assets) if "DS_Store" in line or "~$" in line]


@pytest.fixture
def published(folder: Path) -> Path:
    """A published record beside the sources, under a name of its own."""
    run("build", "97/1956.md", "--to", "html", "-o", "out")
    (built,) = Path("out").glob("[!.]*")
    return Path(shutil.move(built, folder / "from-the-web.html"))


def test_a_published_file_beside_sources_is_used(published: Path, folder: Path, assets: Assets) -> None:
    before = symbols(folder, assets)
    (folder / "1956.md").unlink()
    assert symbols(folder, assets) == before
    assert not [line for line in told_of(folder, assets) if "from-the-web" in line and "passed-over" in line]


def test_a_published_file_is_set_aside_for_a_source_of_its_symbol(
    published: Path, folder: Path, assets: Assets
) -> None:
    (line,) = (line for line in told_of(folder, assets) if "from-the-web" in line)
    assert "97/1956.md is a source of the same symbol, and is read" in line
    assert symbols(folder, assets).count("CMW/C/SR.1956") == 1


@pytest.mark.parametrize("name", ["old.odt", "old.rtf", "old.doc"])
def test_a_file_of_another_program_is_told(folder: Path, assets: Assets, name: str) -> None:
    (folder / name).write_bytes(b"{\\rtf1 old}")
    (line,) = (line for line in told_of(folder, assets) if line.startswith(f"97/{name}"))
    assert "it is read as no record" in line
