"""precis.toml: the settings of a folder stand where an option is not given."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from precis.cli import main


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_init_writes_settings_once(in_tmp: Path) -> None:
    assert run("init").stdout == "precis.toml\n"
    assert all(not line or line.startswith("#") for line in Path("precis.toml").read_text().splitlines())
    Path("precis.toml").write_text("session = 39\n")
    assert "is there and is not written over" in run("init").stderr
    assert Path("precis.toml").read_text() == "session = 39\n"


def test_a_draft_takes_what_the_folder_has_and_an_option_wins(in_tmp: Path) -> None:
    Path("precis.toml").write_text('session = 39\nplace = "Palais Wilson, Geneva"\n')
    text = run("draft", "CMW/C/SR.590", "--session", "40").stdout
    assert "session: 40\n" in text and "place: Palais Wilson, Geneva\n" in text


def test_words_of_the_folder_are_left_alone(in_tmp: Path) -> None:
    Path("x.md").write_text("---\nsymbol: CMW/C/SR.590\nbegan: 15:00\nrose: 18:00\n---\n\nThe ZKB had come.\n")
    assert "abbreviation-unknown" in run("check", "x.md").stdout
    Path("precis.toml").write_text('words = ["ZKB"]\n')
    assert run("check", "x.md").stdout == ""


def test_a_wrong_setting_is_told_with_its_line(in_tmp: Path) -> None:
    Path("precis.toml").write_text('session = 39\nstile = "geneva"\n')
    told = run("draft", "CMW/C/SR.590")
    assert told.exit_code == 1
    assert told.stderr.startswith("error: precis.toml:2: stile: is not known here; write style")
