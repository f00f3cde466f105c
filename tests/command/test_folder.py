"""`precis parse FOLDER`: all files of a folder, sorted, with a table."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import precis
from precis.assets import shipped
from precis.cli import main
from precis.cli.group import Exit
from precis.tasks.archive import collect

RECORDS = Path(__file__).parent.parent.parent / "records" / "cmw" / "97"
NEW_TEXT = "---\nsymbol: CCPR/C/SR.1520\nsession: 57\n---\n\n# A\n\nThe Chair said so.\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["parse", *words])


def table(folder: Path) -> dict[str, dict[str, str]]:
    text = (folder / "records.csv").read_text(encoding="utf-8-sig")
    return {row["file"]: row for row in csv.DictReader(text.splitlines())}


def sources(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md"))


def give(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_all_forms_are_read_and_sorted(in_tmp: Path) -> None:
    Path("in").mkdir()
    for stem, form in (("1950", "html"), ("1952", "docx"), ("1953", "pdf"), ("1954", "json"), ("1955", "md")):
        precis.write(precis.read(RECORDS / f"{stem}.md").record, f"in/{stem}.{form}")
    give("in/below/ccpr.md", NEW_TEXT)
    result = run("in", "-o", "out")
    assert sources(in_tmp / "out") == [
        "ccpr/57/1520.md",
        *(f"cmw/97/{meeting}.md" for meeting in (1950, 1952, 1953, 1954, 1955)),
    ]
    assert precis.read("out/cmw/97/1953.md").record == precis.read(RECORDS / "1953.md").record
    row = table(in_tmp / "out")["in/1953.pdf"]
    assert (row["record"], row["symbol"], row["held"]) == ("cmw/97/1953.md", "CMW/C/SR.1953", "2053-11-26")
    assert "6 of 6 files read, " in result.stderr


def test_the_table_tells_what_is_missing_and_what_could_not_be_read(in_tmp: Path) -> None:
    give("in/a.txt", "Summary record of the 12th meeting\n\nHeld at X, on Monday, 4 March 2024, at 3 p.m.\n")
    give("in/b.txt", "a shopping list\n")
    give("in/c.pdf", "no PDF at all")
    give("in/d.png", "not looked at")
    result = run("in", "-o", "out")
    rows = table(in_tmp / "out")
    assert list(rows) == ["in/a.txt", "in/b.txt", "in/c.pdf"]
    assert rows["in/a.txt"]["record"] == "unknown/unknown/12.md"
    assert rows["in/a.txt"]["missing"].startswith("symbol, body, session, chair")
    assert rows["in/c.pdf"]["note"].startswith("not read: is damaged or no PDF; get it again")
    assert rows["in/b.txt"]["note"].startswith("not read: has nothing of a summary record")
    assert "1 of 3 files read" in result.stderr
    assert "in: warning: not read, for no record has such a name: d.png [passed-over]" in result.stderr
    assert result.exit_code == Exit.FAULT


def test_two_files_of_one_record(in_tmp: Path) -> None:
    give("in/a.md", NEW_TEXT)
    give("in/b.md", NEW_TEXT)
    give("in/c.md", NEW_TEXT.replace("said so", "said no"))
    run("in", "-o", "out")
    assert sources(in_tmp / "out") == ["ccpr/57/1520 (c.md).md", "ccpr/57/1520.md"]
    assert {file: row["note"] for file, row in table(in_tmp / "out").items()} == {
        "in/a.md": "",
        "in/b.md": "the same record as in/a.md",
        "in/c.md": "another text of the record of in/a.md",
    }


def test_what_was_edited_since_is_not_written_over(in_tmp: Path) -> None:
    give("in/a.md", NEW_TEXT)
    give("out/ccpr/57/1520.md", "edited by hand\n")
    run("in", "-o", "out")
    assert Path("out/ccpr/57/1520.md").read_text(encoding="utf-8") == "edited by hand\n"
    assert table(in_tmp / "out")["in/a.md"]["note"].startswith("not written: ccpr/57/1520.md is there and differs")


def test_a_second_reading_gives_the_same(in_tmp: Path) -> None:
    give("in/a.md", NEW_TEXT)
    run("in", "-o", "in/out")
    first = {path: path.read_bytes() for path in in_tmp.rglob("*.*") if path.is_file()}
    run("in", "-o", "in/out")
    assert {path: path.read_bytes() for path in in_tmp.rglob("*.*") if path.is_file()} == first


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("in",), "A folder is read into a folder; name it with -o records"),
        (("in", "-o", "out", "--set", "session=3"), "gives a field to one record; read that file alone"),
        (("empty", "-o", "out"), "empty: error: holds no records; put files there that end in .md, .txt"),
    ],
)
def test_faults(words: tuple[str, ...], message: str, in_tmp: Path) -> None:
    give("in/a.md", NEW_TEXT)
    Path("empty").mkdir()
    assert message in run(*words).stderr
    assert not Path("out").exists()


def test_a_file_that_breaks_its_reader_does_not_stop_the_others(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give("in/a.md", NEW_TEXT)
    give("in/b.md", NEW_TEXT.replace("1520", "1521"))
    give("in/c.md", NEW_TEXT.replace("1520", "1522"))
    monkeypatch.setattr("precis.tasks.archive.read_file", _breaking)
    # Texts are read by processes of their own only where there are more than a few, and behind the first.
    monkeypatch.setattr("precis.tasks.below._FEW", 0)
    rows = collect("in", Path("out"), shipped()).rows
    assert [row.place for row in rows] == ["ccpr/57/1520.md", "", "ccpr/57/1522.md"]
    assert rows[1].faults[0].message.startswith("broke the program that reads it")


def _breaking(file: str, *args: object, **options: object) -> object:
    import os

    from precis.reading.files import read_file

    if file == "in/b.md":
        os._exit(1)
    return read_file(file, *args, **options)  # type: ignore[arg-type]


@pytest.mark.skipif(os.name != "posix", reason="names of files are text on this system")
@pytest.mark.parametrize(
    "words",
    [
        ("parse", "in", "-o", "out"),
        ("check", "in"),
        ("build", "in", "--to", "html"),
        ("digest", "in", "--to", "html"),
        ("brief", "in", "--to", "html"),
        ("export", "in"),
        ("index", "in"),
    ],
    ids=lambda words: words[0],
)
def test_a_name_that_is_no_text_is_told(words: tuple[str, ...], in_tmp: Path) -> None:
    """An archive that another system packed has names in its own encoding; a picture with such a name is none's."""
    give("in/1.md", NEW_TEXT)
    odd = os.fsencode("in/Pérou.md").decode("utf-8").encode("latin-1")
    for name in (odd, odd.replace(b".md", b".png")):
        try:
            Path(os.fsdecode(name)).write_text(NEW_TEXT.replace("1520", "1521"), encoding="utf-8")
        except OSError:
            pytest.skip("this system takes no such names")
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == Exit.FAULT
    assert "in/P\\xe9rou.md: error: has a name that is not in UTF-8; rename it [file-name]" in done.stderr
    assert "png" not in done.stderr
    Path(os.fsdecode(odd)).unlink()
    assert CliRunner().invoke(main, list(words)).exit_code == Exit.DONE


def test_what_is_doubted_of_each_file_is_told_of_a_folder_too(in_tmp: Path) -> None:
    """The day of the week may be right and the date wrong: nobody sees that in the source."""
    precis.write(precis.read(RECORDS / "1956.md").record, "whole.html")
    whole = Path("whole.html").read_text(encoding="utf-8")
    day = "Friday, 28 November 2053"
    assert day in whole
    give("in/one.html", whole.replace(day, "Monday, 28 November 2053"))
    result = run("in", "-o", "out")
    assert "(28 November 2053 is a Friday) [weekday-differs]" in result.stderr
    note = table(in_tmp / "out")["in/one.html"]["note"]
    assert "28 November 2053 is a Friday" in note
    assert "[weekday-differs]" in note
    checked = CliRunner().invoke(main, ["check", "in/one.html"])
    assert "28 November 2053 is a Friday" in checked.stdout
    assert "[weekday-differs]" in checked.stdout
    assert "repaired" not in run("in", "-o", "out").stderr.replace(" repaired, ", "")
