"""precis.toml: the settings of a folder stand where an option is not given."""

from __future__ import annotations

import tomllib
from pathlib import Path

from click.testing import CliRunner, Result

from precis.cli import main
from precis.cli.settings import SETTINGS


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_init_writes_settings_once(in_tmp: Path) -> None:
    assert run("init").stdout == "precis.toml\n"
    lines = Path("precis.toml").read_text().splitlines()
    assert all(not line or line.startswith("#") for line in lines)
    said = tomllib.loads("\n".join(line.removeprefix("# ") for line in lines if " = " in line))
    assert list(said) == [setting.key for setting in SETTINGS]
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
    assert told.stderr.startswith("precis.toml:2:1: error: stile: is not known here; write style")


TEXT = """Summary record of the 590th meeting

Held at the Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m.

The meeting was called to order at 3 p.m.

1. It was so.

The meeting rose at 6 p.m.
"""


def test_the_body_of_the_folder_is_that_of_a_text_which_tells_none(in_tmp: Path) -> None:
    Path("x.txt").write_text(TEXT)
    assert "\nsymbol:" not in run("parse", "x.txt").stdout
    Path("precis.toml").write_text('body = "cmw"\n')
    assert "symbol: CMW/C/SR.590\n" in run("parse", "x.txt").stdout
    Path("in").mkdir()
    Path("x.txt").rename("in/x.txt")
    run("parse", "in", "-o", "out")
    assert list(Path("out").glob("cmw/*/590.md"))
    Path("in/x.txt").write_text("CAT/C/SR.590\n\n" + TEXT)
    assert "symbol: CAT/C/SR.590\n" in run("parse", "in/x.txt").stdout


def test_a_draft_has_the_body_of_the_folder_where_its_symbol_tells_none(in_tmp: Path) -> None:
    Path("precis.toml").write_text('body = "cmw"\n')
    assert "body: cmw\n" in run("draft", "NEW/C/SR.590", "--set", "rose=18:00").stdout
    assert "body:" not in run("draft", "CAT/C/SR.590").stdout


def test_a_draft_after_a_record_has_its_body(in_tmp: Path) -> None:
    Path("590.md").write_text("---\nsymbol: NEW/C/SR.590\nbody: cmw\nsession: 39\n---\n\nIt was so.\n")
    text = run("draft", "NEW/C/SR.591", "--after", "590.md").stdout
    assert "body: cmw\n" in text and "session: 39\n" in text


def test_texts_that_tell_no_body_are_checked_as_those_of_the_folder(in_tmp: Path) -> None:
    Path("in").mkdir()
    for number, day in (("590th", "Friday, 13"), ("591st", "Thursday, 12")):
        text = "Thirty-ninth session\n\n" + TEXT.replace("590th", number).replace("Friday, 13", day)
        Path(f"in/{number}.txt").write_text(text)
    assert run("check", "in", "--select", "session-order").stdout == ""
    Path("precis.toml").write_text('body = "cmw"\n')
    assert "[session-order]" in run("check", "in", "--select", "session-order").stdout


SOURCE = "---\nsymbol: NEW/C/SR.590\nsession: 39\nheld: 2024-12-13 15:00\n---\n\n**The Chair** said that it was so.\n"
SOURCE_AFTER = SOURCE.replace("it was so", "it had been so")


def test_every_command_reads_records_as_those_of_the_body_of_the_folder(in_tmp: Path) -> None:
    """A text without symbol, a source whose symbol no body has: each command takes them, and none without the body."""
    Path("in").mkdir()
    Path("in/590.md").write_text(SOURCE)
    Path("after.md").write_text(SOURCE_AFTER)
    Path("x.txt").write_text(TEXT)
    commands = (
        ("build", "x.txt", "--to", "html", "-o", "a"),
        ("build", "in/590.md", "--to", "html", "-o", "b"),
        ("digest", "in", "--to", "html", "-o", "c"),
        ("brief", "x.txt", "--to", "html", "-o", "d"),
        ("correct", "in/590.md", "after.md", "-o", "corrections.md"),
        ("memorandum", "corrections.md", "--to", "html", "-o", "e"),
        ("corrigendum", "corrections.md", "--to", "html", "-o", "f"),
        ("reissue", "corrections.md", "--on", "2025-01-17", "--to", "html", "-o", "g"),
    )
    assert all(run(*words).exit_code == 1 for words in commands if words[0] != "brief")
    Path("precis.toml").write_text('body = "cmw"\n')
    for words in commands:
        result = run(*words)
        assert result.exit_code == 0, (words, result.stderr)
    pages = [path for folder in "abcdefg" for path in Path(folder).glob("*.html")]
    assert {path.parent.name for path in pages} == set("abcdefg")
    assert all("Migrant Workers" in page.read_text() for page in pages if page.parent.name in "abcg")


def test_a_body_of_the_folder_that_there_is_not_is_told_with_its_line(in_tmp: Path) -> None:
    Path("x.txt").write_text(TEXT)
    Path("precis.toml").write_text('session = 39\nbody = "cwm"\n')
    for command in ("build", "parse", "check"):
        assert run(command, "x.txt").stderr.startswith("precis.toml:2:1: error: body: is 'cwm'; write \"cat\" or")
    Path("mine/bodies").mkdir(parents=True)
    Path("mine/bodies/cwm.toml").write_text(
        'series = "CWM/C"\nreport_articles = "73"\n[en]\ntreaty = "T"\ncommittee = "C"\nshort = "CWM"\n'
    )
    assert "symbol: CWM/C/SR.590\n" in run("parse", "x.txt", "--templates", "mine").stdout
