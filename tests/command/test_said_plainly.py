"""Messages that a secretary can read: said once, in sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from precis.assets import shipped
from tests.support.commands import run
from tests.support.told import errors, told

TEXT = """CMW/C/SR.590

Summary record of the 590th meeting

Held at the Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m.

The meeting was called to order at 3 p.m.

1. The Chair said that it was so.

2. Ms. Diallo said that it was not.

The meeting was suspended at 4 p.m. and resumed at 4.10 p.m.

3. Mr. Lee (Mexico) said that it was late.

The meeting rose at 6 p.m.
"""
SOURCE = "---\nsymbol: CMW/C/SR.590\nsession: 39\nheld: 2024-12-13 15:00\n---\n\n**The Chair** said that it was so.\n"


def test_lost_emphasis_is_told_once_with_its_places(in_tmp: Path) -> None:
    Path("590.txt").write_text(TEXT, encoding="utf-8")
    lines = [line for line in told(run("parse", "590.txt", "-o", "590.md")).splitlines() if "emphasis" in line]
    assert lines == [
        "590.txt: inferred: the text has lost its emphasis: 3 names of speakers in bold and 1 line of procedure in "
        "italics again, lines 9, 11, 13, 15"
    ]
    assert run("parse", "590.txt", "--json").stderr.count("emphasis-restored") == 4


def test_what_stands_beside_the_text_is_told_in_a_sentence(in_tmp: Path) -> None:
    Path("590.txt").write_text(TEXT.replace("1. The Chair", "GE.24-00000\n\f\nCMW/C/SR.590\n\n1. The Chair"))
    assert re.search(
        r"590\.txt:\d+: repaired: 'CMW/C/SR.590' was left out of the text: the head of a page",
        told(run("parse", "590.txt", "-o", "590.md")),
    )


def test_a_language_that_there_is_not_is_told_once() -> None:
    result = run("draft", "CMW/C/SR.590", "--language", "english")
    assert errors(result) == ["error: language: there is no wording in 'english'; write en"]


@pytest.mark.parametrize(("command", "table"), [("search", "wording"), ("digest", "digest"), ("brief", "digest")])
def test_the_help_names_the_languages_that_have_a_table(command: str, table: str) -> None:
    names = shipped().names("languages", f"/{table}.toml")
    assert len(names) > 1
    words = " ".join(run(command, "--help").stdout.split())
    assert f": {', '.join(names)}{';' if table == 'digest' else '.'}" in words


def test_a_digest_of_one_record_says_that_it_is_of_one(in_tmp: Path) -> None:
    Path("590.md").write_text(SOURCE, encoding="utf-8")
    line = (
        "590.md: warning: the digest is of this meeting alone; for that of the session name the folder of its records, "
        "and for a page on the meeting use precis brief 590.md"
    )
    assert line in told(run("digest", "590.md", "--to", "html", "-o", "out")).splitlines()
    assert line in told(run("digest", "590.md", "--source", "digest.md")).splitlines()
    Path("39").mkdir()
    Path("590.md").rename("39/590.md")
    assert "alone" not in told(run("digest", "39", "--to", "html", "-o", "out"))


def test_what_is_missing_is_told_with_the_way_to_give_it(in_tmp: Path) -> None:
    Path("590.txt").write_text(
        TEXT.replace("Held at the Palais Wilson, Geneva, on Friday, 13 December 2024, at 3 p.m.\n\n", "")
    )
    assert told(run("parse", "590.txt", "-o", "590.md")).splitlines()[-1] == (
        "Give what is missing with --set session=… --set held=… --set place=… --set chair=… --set issued=… "
        "--set original=…, or write it into 590.md."
    )
    assert "590.txt: missing: session, held, place, chair, issued, original; write it into read/cmw/" in told(
        run("parse", ".", "-o", "read")
    )


def test_a_document_named_where_a_folder_is_asked_for_is_told(in_tmp: Path) -> None:
    Path("590.md").write_text(SOURCE, encoding="utf-8")
    result = run("build", "590.md", "-o", "out/590.pdf")
    assert result.exit_code == 2
    assert " ".join(result.stderr.split()).endswith(
        "'out/590.pdf' is to be a folder; documents are named after their symbols: write -o out --to pdf"
    )
    assert not Path("out").exists()
