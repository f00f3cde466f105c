"""The user's own folder of templates: what is found in it, listed and copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from precis.assets import chosen, shipped
from precis.cli import Exit, main
from precis.language import languages
from tests.support.told import told

FRENCH = sorted(f"languages/fr/{path.name}" for path in (shipped().folders[0] / "languages/fr").iterdir())


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_file_of_the_user_comes_first_and_ours_for_all_else(in_tmp: Path) -> None:
    put("mine/bodies/cmw.toml", "mine")
    assets = chosen(Path("mine"))
    assert assets.text("bodies", "cmw.toml") == "mine"
    assert assets.text("bodies", "cat.toml") == shipped().text("bodies", "cat.toml")
    assert assets.ours.text("bodies", "cmw.toml") == shipped().text("bodies", "cmw.toml")


def test_two_folders_of_one_relative_name_are_not_the_same(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a/mine/x", ""), put("b/mine/x", "")
    monkeypatch.chdir("a")
    first = chosen(Path("mine"))
    monkeypatch.chdir("../b")
    assert chosen(Path("mine")) != first


@pytest.mark.parametrize("name", ["../secret.toml", "..", "a\\b", ""])
def test_nothing_outside_is_found(name: str, in_tmp: Path) -> None:
    put("secret.toml", "")
    put("mine/bodies/cmw.toml", "")
    assert chosen(Path("mine")).find("bodies", name) is None


def test_a_link_out_of_the_folder_is_not_followed(in_tmp: Path) -> None:
    put("mine/bodies/cmw.toml", "")
    Path("mine/bodies/x.toml").symlink_to(put("secret.toml", "").resolve())
    assert chosen(Path("mine")).find("bodies", "x.toml") is None


def test_the_list_tells_whose_each_is(in_tmp: Path) -> None:
    put("mine/bodies/cmw.toml", ""), put("mine/languages/xx/wording.toml", ""), put("mine/states.toml", "")
    put("mine/bodies/.of-the-system.x", "")
    rows = [line.split() for line in run("templates", "list", "--templates", "mine").stdout.splitlines()]
    assert [row for row in rows if row[2] == "yours"] == [
        ["languages/xx", "languages", "yours", "mine/languages/xx"],
        ["bodies/cmw", "bodies", "yours", "mine/bodies/cmw.toml"],
        ["states", "states", "yours", "mine/states.toml"],
    ]
    assert ["languages/en", "languages", "ours", "templates/languages/en"] in rows
    assert ["houses/geneva", "houses", "ours", "templates/houses/geneva"] in rows
    assert ["pages/summary-record", "pages", "ours", "templates/pages/summary-record.html"] in rows
    assert ["themes/general", "themes", "ours", "templates/themes/general.toml"] in rows


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("states", ["states.toml"]),
        ("bodies/cmw", ["bodies/cmw.toml"]),
        ("geneva", ["houses/geneva/digest.toml", "houses/geneva/house.toml", "houses/geneva/style.toml"]),
        ("pages/digest", ["pages/digest.html"]),
        ("languages/fr", FRENCH),
    ],
)  # fmt: skip
def test_a_copy_stands_where_it_is_found(name: str, files: list[str], in_tmp: Path) -> None:
    result = run("templates", "copy", name, "mine")
    assert result.stdout.splitlines() == [f"mine/{file}" for file in files]
    ours = shipped()
    for file in files:
        assert chosen(Path("mine")).find(*file.split("/")) == Path("mine", file).absolute()
        assert Path("mine", file).read_bytes() == (ours.folders[0] / file).read_bytes()


def test_a_copy_writes_nothing_over(in_tmp: Path) -> None:
    put("mine/languages/fr/speech.toml", "mine")
    result = run("templates", "copy", "languages/fr", "mine")
    assert result.exit_code == Exit.FAULT
    assert told(result) == (
        "mine/languages/fr/speech.toml: error: stands there already and is not written over; move it, or name another "
        "folder\n"
    )
    assert [path.name for path in Path("mine/languages/fr").iterdir()] == ["speech.toml"]


def test_what_there_is_not_is_told(in_tmp: Path) -> None:
    assert told(run("templates", "copy", "languages/xx", "mine")) == (
        "error: there is nothing called 'languages/xx'; precis templates list tells what there is, of: documents, "
        "pages, languages, houses, bodies, checks, themes, states\n"
    )
    put("mine/bodies/fr.toml", "")
    assert told(run("templates", "copy", "fr", "x", "--templates", "mine")) == (
        "error: 'fr' may be several; write one of: languages/fr, bodies/fr, checks/fr\n"
    )


@pytest.mark.parametrize(
    "words", [["parse", "x.md"], ["build", "x.md"], ["draft", "CMW/C/SR.1"], ["digest", "x"], ["brief", "x"],
              ["correct", "x.md", "y.md"], ["memorandum", "x.md"], ["corrigendum", "x.md"], ["reissue", "x.md"]],
)  # fmt: skip
def test_every_command_that_reads_or_builds_takes_the_folder(words: list[str], in_tmp: Path) -> None:
    for name in ("x.md", "y.md"):
        put(name, "---\nsymbol: CMW/C/SR.1\n---\n1. Text.\n")
    result = run(*words, "--templates", "nowhere")
    assert result.exit_code == Exit.FAULT
    assert told(result) == (
        "nowhere: error: is no folder; "
        "name one that holds pages, languages, houses, bodies, checks, themes or states.toml\n"
    )


def test_what_is_no_text_is_told(in_tmp: Path) -> None:
    put("x.md", "---\nsymbol: CMW/C/SR.1\n---\n1. Text.\n")
    put("mine/bodies/cmw.toml", "")
    Path("mine/bodies/cmw.toml").write_bytes(b"\xff")
    result = run("build", "x.md", "--templates", "mine")
    assert told(result) == "mine/bodies/cmw.toml: error: is not text in UTF-8; save it as UTF-8\n"


def test_a_draft_in_a_language_or_for_a_body_that_there_is_not_is_told(in_tmp: Path) -> None:
    said = told(run("draft", "CMW/C/SR.1", "--language", "de"))
    assert said.startswith(
        f"error: language: there is no wording in 'de'; choose one of: {', '.join(languages(shipped()))}\n"
    )
    said = told(run("draft", "CMW/C/SR.1", "--set", "body=xyz"))
    assert said.startswith("error: body: 'xyz' is not a known treaty body; choose one of: cat, ")
