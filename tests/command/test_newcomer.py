"""What somebody meets who does not know the commands yet: help that is whole, and what to write after a slip."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from precis.cli import Exit, main
from precis.cli.group import first_paragraph
from tests.support.commands import GOOD, run
from tests.support.told import errors


@pytest.fixture
def session(in_tmp: Path) -> Path:
    """A folder of sessions, `records`, with one record in it."""
    folder = Path("records/cmw/39")
    folder.mkdir(parents=True)
    (folder / "590.md").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.mark.parametrize("words", [(), ("templates",)])
def test_the_help_of_a_group_says_all_of_what_each_command_does(words: tuple[str, ...]) -> None:
    group = main.commands[words[0]] if words else main
    assert isinstance(group, click.Group)
    shown = " ".join(run(*words, "--help").stdout.split())
    for name, command in group.commands.items():
        assert f"{name} {first_paragraph(command)}" in shown


def test_commands_are_listed_in_the_order_of_the_work() -> None:
    assert list(main.commands)[:3] == ["parse", "draft", "join"]
    shown = run("--help").stdout
    assert shown.index("  parse ") < shown.index("  draft ") < shown.index("  build ")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("draft", "CMW/C/SR.591", "-o", "591.docx"), "'591.docx' does not end in .md; write 591.md"),
        (("correct", "590.md", "590.md", "-o", "c.pdf"), "'c.pdf' does not end in .md; write c.md"),
        (("digest", "records/cmw/39", "--source", "d.docx"), "'d.docx' does not end in .md; write d.md"),
        (("parse", "records/cmw/39/590.md", "-o", "x.docx"), "'x.docx' does not end in .md or .json; write x.md"),
        (("parse", "records"), "A folder is read into a folder; name it with -o records"),
    ],
)
def test_a_source_is_written_into_a_file_of_its_ending(
    words: tuple[str, ...], message: str, session: Path, in_tmp: Path
) -> None:
    result = run(*words)
    assert result.exit_code == Exit.USAGE
    assert message in result.stderr
    assert [each.name for each in Path().iterdir()] == ["records"]


@pytest.mark.parametrize(
    "words",
    [
        ("draft", "CMW/C/SR.591"),
        ("parse", "records/cmw/39/590.md"),
        ("correct", "records/cmw/39/590.md", "new/590.md"),
        ("brief", "records/cmw/39", "--to", "html"),
        ("digest", "records/cmw/39", "--to", "html"),
    ],
    ids=lambda words: words[0],
)
def test_a_minus_is_standard_output_for_every_command(words: tuple[str, ...], session: Path) -> None:
    Path("new").mkdir()
    Path("new/590.md").write_text(GOOD.replace("all was well", "all was done"), encoding="utf-8")
    result = run(*words, "-o", "-")
    assert result.exit_code == Exit.DONE
    assert result.stdout.startswith(("---\n", "<!DOCTYPE html>"))
    assert sorted(each.name for each in Path().iterdir()) == ["new", "records"]


def test_one_file_alone_goes_to_standard_output(session: Path) -> None:
    result = run("digest", "records/cmw/39", "-o", "-")
    assert result.exit_code == Exit.USAGE
    assert "is for one file, and 2 are built; name one format with --to, and one source" in result.stderr


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("records/cmw/39/590.mdd", "is not there; did you mean records/cmw/39/590.md?"),
        ("recrods", "is not there; did you mean records?"),
        ("other", "is not there; put the name right"),
        ("records/cmw/40/590.md", "is not there, nor is the folder records/cmw/40; put the name right"),
    ],
)
@pytest.mark.parametrize("command", ["build", "parse", "digest"])
def test_a_name_that_there_is_not(command: str, name: str, message: str, session: Path) -> None:
    assert errors(run(command, name)) == [f"{name}: error: {message}"]


def test_the_folder_of_an_archive_is_no_session(session: Path) -> None:
    message = "holds no records; name the folder of one session: records/cmw/39"
    assert errors(run("digest", "records")) == [f"records: error: {message}"]
    for number in range(40, 43):
        Path(f"records/cmw/{number}").mkdir()
        Path(f"records/cmw/{number}/1.md").write_text(GOOD)
    message = "holds no records; name the folder of one session, such as records/cmw/39"
    assert errors(run("brief", "records")) == [f"records: error: {message}"]


def test_front_matter_that_does_not_end(in_tmp: Path) -> None:
    Path("a.md").write_text("---\nsymbol: CMW/C/SR.590\n\nThe Chair spoke.\n")
    message = "a.md:1: error: the front matter does not end; write a line of --- below its last field"
    assert errors(run("build", "a.md")) == [message]


def test_a_record_in_the_place_of_corrections(session: Path) -> None:
    assert errors(run("memorandum", "records/cmw/39/590.md")) == [
        "records/cmw/39/590.md:2: error: document: is missing, so this is a summary record, and here corrections is "
        "wanted; give such a source, or write document: corrections"
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--held", "12 December 2025"), "held: '12 December 2025' is not a date; write 2024-12-13 15:00"),
        (("--began", "5.40 pm"), "began: '5.40 pm' is not a time of day; write 15:00 or 9:30"),
    ],
)
def test_a_fault_of_a_draft_names_the_option_that_was_given(words: tuple[str, str], message: str) -> None:
    assert errors(run("draft", "CMW/C/SR.591", *words)) == [f"error: {message}"]


@pytest.mark.parametrize(
    ("symbol", "message"),
    [
        ("CRC/C/SR.591", "of another body than CRC/C/SR.591; name a record of the same session"),
        ("CMW/C/SR.589", "which is not before CMW/C/SR.589; name that of an earlier meeting"),
        ("CMW/C/SR.590", "which is not before CMW/C/SR.590; name that of an earlier meeting"),
    ],
)
def test_a_draft_goes_on_after_an_earlier_record_of_its_body(symbol: str, message: str, session: Path) -> None:
    file = "records/cmw/39/590.md"
    assert errors(run("draft", symbol, "--after", file)) == [f"{file}: error: is the record CMW/C/SR.590, {message}"]
    assert run("draft", "CMW/C/SR.591", "--after", file).exit_code == Exit.DONE


def test_a_record_without_a_dialogue_has_none_to_name(session: Path) -> None:
    message = "error: the records hold no dialogue with France, nor with any other State"
    assert errors(run("brief", "records/cmw/39", "--state", "France")) == [message]


def test_all_briefings_of_one_record_are_one(session: Path) -> None:
    result = run("brief", "records/cmw/39/590.md", "--all", "--to", "html")
    assert result.stdout.splitlines() == ["CMW_C_SR.590_brief-en.html"]


@pytest.mark.parametrize(
    ("pages", "message"), [("two", "'two' is not a valid number of pages."), ("0", "0 is not in the range x>=1.")]
)
def test_a_number_of_pages_that_is_none(pages: str, message: str, session: Path) -> None:
    result = run("brief", "records/cmw/39", "--pages", pages)
    assert result.exit_code == Exit.USAGE
    assert result.stderr.endswith(f"Error: Invalid value for '--pages': {message}\n")


def test_a_gap_is_told_by_the_field_that_fills_it(in_tmp: Path) -> None:
    Path("a.md").write_text("---\nsymbol: CMW/C/SR.590\n---\n\n**The Chair** spoke.\n")
    told = run("build", "a.md", "--to", "html").stderr
    wanted = "gaps are printed for: session, issued, original, place, held, chair, began, rose [gap-printed]"
    assert told == f"a.md: warning: {wanted}\n"
    fields = "session: 39\nissued: 2024-12-17\noriginal: en\nplace: Palais Wilson, Geneva\nheld: 2024-12-13 15:00\n"
    fields += "chair: Ms. Diallo\nbegan: 15:00\nrose: 18:00\n"
    Path("a.md").write_text(f"---\nsymbol: CMW/C/SR.590\n{fields}---\n\n**The Chair** spoke.\n")
    assert run("build", "a.md", "--to", "html").stderr == ""
