"""What is told of a wrong word, file or folder says what it is and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.cli import Exit
from precis.model import PrecisError
from precis.reading.forms.docx.package import Package
from tests.support.commands import GOOD, run
from tests.support.told import errors

PAGE = """# On records

Each record has a symbol, such as CMW/C/SR.571, and a line of its day: Held via videoconference on Monday, 21 June 2021,
at 3 p.m.

| field | what it is |
|---|---|
"""


def _write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_a_folder_of_texts_on_records_makes_no_digest(in_tmp: Path) -> None:
    _write("pages/rules.md", PAGE + "".join(f"| `field{number}` | what it is for |\n\n" for number in range(60)))
    _write("pages/more.md", "# More\n\nNothing that is of a meeting.\n")
    result = run("digest", "pages", "-o", "out", "--to", "html")
    assert result.exit_code == Exit.FAULT
    assert "pages: error: holds no records" in errors(result)[-1]
    assert not Path("out").exists()


def test_a_check_says_with_v_what_each_finding_means(in_tmp: Path) -> None:
    _write("590.md", GOOD.replace("all was well.", "the Secretary General was well"))
    plain, more = run("check", "590.md").stdout.splitlines(), run("-v", "check", "590.md").stdout.splitlines()
    assert plain
    assert more[::2] == plain
    assert all(line.startswith("    ") and len(line) > 20 for line in more[1::2])
    assert any(line.endswith("(precis explain secretary-general)") for line in more[1::2])


def test_a_source_without_its_first_line_is_told(in_tmp: Path) -> None:
    _write("590.md", GOOD.removeprefix("---\n"))
    said = ["590.md:1: error: the front matter begins with a line of ---; write one above the first field"]
    for words in (("check", "590.md"), ("parse", "590.md")):
        result = run(*words)
        assert "write one above the first field" in result.output
    assert errors(run("parse", "590.md")) == said


def test_a_folder_that_is_not_there_is_told_before_its_output(in_tmp: Path) -> None:
    assert errors(run("parse", "nofolder", "-o", "out")) == ["nofolder: error: is not there; put the name right"]


def test_an_output_that_is_a_file_is_told(in_tmp: Path) -> None:
    _write("590.md", GOOD)
    _write("out", "a file")
    result = run("build", "590.md", "--to", "html", "-o", "out")
    assert errors(result) == ["out: error: is a file, and a folder is wanted; choose another with -o"]


def test_the_symbol_that_was_meant_is_told(in_tmp: Path) -> None:
    result = run("draft", "CMX/C/SR.1952")
    assert "'CMX/C/SR.1952' is of no known treaty body; did you mean CMW/C?" in result.stderr


def test_a_line_that_is_no_field_is_told_in_plain_words(in_tmp: Path) -> None:
    _write("590.md", GOOD.replace("place: Palais", "place Palais"))
    (said,) = [line for line in errors(run("build", "590.md", "--to", "html")) if ":5:" in line]
    assert "this line of the front matter is no field; write 'name: value'" in said
    assert "YAML" not in said


def test_a_search_that_finds_nothing_says_what_to_try(in_tmp: Path) -> None:
    _write("records/590.md", GOOD)
    assert run("index", "records").exit_code == Exit.DONE
    assert "nothing in precis.index fits the words and all options" in run("search", "xyzzy").stderr
    assert "precis search 'was all'" in run("precedents", "was all").stderr
    assert "nothing in" not in run("search", "well").stderr


def test_an_old_word_file_that_is_cut_is_not_to_be_read_by_another_program() -> None:
    with pytest.raises(PrecisError) as caught:
        Package(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cut.doc")
    (fault,) = caught.value.faults
    assert fault.code == "file-damaged"
    assert "it seems cut or damaged" in fault.message
