"""Takes joined into one record: cases of two, a record parted and joined again, and what is told of takes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from hypothesis import assume, given
from hypothesis import strategies as st

from precis.assets import Assets, shipped
from precis.cli import main
from precis.cli.group import Exit
from precis.model import Block, Call, Heading, Paragraph, Record, texts_of
from precis.source.body import Body
from precis.source.front import print_front
from precis.source.kinds import TAKE
from precis.source.printed import print_body
from precis.source.record import own_values, read_record
from precis.tasks.join import join
from tests.support.cases import Case, each_case
from tests.support.records import records
from tests.support.told import told


@each_case([Path(__file__).parent / "joined.txt"], texts=3)
def test_joined(case: Case, in_tmp: Path, assets: Assets) -> None:
    *takes, expected = case.texts
    for number, text in enumerate(takes, 1):
        (in_tmp / f"620-take{number}.md").write_text(f"{text}\n", encoding="utf-8")
    made = join([f"620-take{number}.md" for number in range(len(takes), 0, -1)], assets)
    assert made.text == f"{expected}\n"
    assert made.meeting == 620
    read_record(made.text, "620.md", assets)


@given(records(), st.data())
def test_a_record_that_is_parted_is_joined_again(record: Record, data: st.DataObject) -> None:
    record = _numbered(record)
    at = data.draw(st.integers(0, len(record.blocks)))
    assume(not isinstance(next(iter(record.blocks[at:]), None), Heading))
    with TemporaryDirectory() as folder:
        files = [Path(folder, "1.md"), Path(folder, "2.md")]
        files[0].write_text(_take(1, record, record.blocks[:at], cover=True), encoding="utf-8")
        files[1].write_text(_take(2, record, record.blocks[at:], cover=False), encoding="utf-8")
        made = join([str(file) for file in files], shipped())
    assert read_record(made.text, "620.md", shipped()) == record


def _numbered(record: Record) -> Record:
    """The record with paragraphs that are numbered from 1."""
    blocks: list[Block] = []
    number = 0
    for block in record.blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            number += 1
            block = replace(block, number=number)
        blocks.append(block)
    return replace(record, blocks=tuple(blocks))


def _take(number: int, record: Record, blocks: tuple[Block, ...], *, cover: bool) -> str:
    calls = {item.label for block in blocks for text in texts_of(block) for item in text if isinstance(item, Call)}
    notes = tuple(note for note in record.footnotes if note.label in calls)
    values = own_values(record, ()) if cover else {}
    return print_front({"document": TAKE, "take": str(number), **values}) + "\n" + print_body(Body(blocks, notes))


TAKES = {
    "1.md": "---\ndocument: take\ntake: 1\nsymbol: CMW/C/SR.620\ndone: true\n---\n\n**Ms. Halvorsen** said so.\n",
    "2.md": "---\ndocument: take\ntake: 2\n---\n\n**Ms. Halvorssen** said more.\n",
    "3.md": "---\ndocument: take\ntake: 3\nsymbol: CMW/C/SR.621\n---\n\nMore.\n",
    "3b.md": "---\ndocument: take\ntake: 3\n---\n\nMore.\n",
    "none.md": "---\ndocument: take\n---\n\nMore.\n",
    "odd.md": "---\ndocument: take\ntake: one\ndone: perhaps\n---\n\n**More.\n",
    "record.md": "---\nsymbol: CMW/C/SR.620\n---\n\nMore.\n",
    "4.md": "---\ndocument: take\ntake: 4\ndone: true\n---\n\nMore.\n",
}


def joined(in_tmp: Path, *names: str) -> tuple[int, str]:
    for name, text in TAKES.items():
        (in_tmp / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["join", *names, "-o", "620.md"])
    return result.exit_code, told(result)


def test_what_is_not_done_and_what_is_spelled_otherwise_is_told(in_tmp: Path) -> None:
    code, said = joined(in_tmp, "2.md", "1.md")
    assert code == Exit.DONE
    assert said == (
        "2.md: warning: done: take 2 is still written; its writer says done: true when it is not\n"
        "2.md:6: warning: text: “Halvorssen” may be “Halvorsen”, as in 1.md (session-names)\n"
    )


def test_a_take_that_is_missing_is_told(in_tmp: Path) -> None:
    code, said = joined(in_tmp, "1.md", "4.md")
    assert code == Exit.DONE
    assert said == (
        "warning: take 2 is not among those that are joined\nwarning: take 3 is not among those that are joined\n"
    )


def test_takes_that_do_not_belong_together_are_all_told(in_tmp: Path) -> None:
    code, said = joined(in_tmp, "1.md", "3.md", "3b.md", "none.md", "odd.md", "record.md", "gone.md")
    assert code == Exit.FAULT
    assert not (in_tmp / "620.md").exists()
    assert said == (
        "none.md:1: error: take: is missing; write take: 1 in the first of the meeting, 2 in the next\n"
        "odd.md:3: error: take: 'one' is not a number; write figures, such as 39\n"
        "odd.md:4: error: done: 'perhaps' is none of: true, false\n"
        "odd.md:7: error: '**' is opened and not closed; close it, or write \\* for the character\n"
        "record.md:2: error: document: is missing, so this is a summary record, and here take is wanted; "
        "give such a source, or write document: take\n"
        "gone.md: error: is not there; did you mean none.md?\n"
        "3b.md:3: error: take: 3.md is take 3 too; give each its own number\n"
        "3.md:4: error: symbol: is CMW/C/SR.621 here and CMW/C/SR.620 in 1.md; write the same in both\n"
        "nothing was written\n"
    )


def test_a_record_is_not_written_over(in_tmp: Path) -> None:
    (in_tmp / "620.md").write_text("mine", encoding="utf-8")
    code, said = joined(in_tmp, "1.md")
    assert code == Exit.FAULT
    assert "is not written over" in said
    assert (in_tmp / "620.md").read_text(encoding="utf-8") == "mine"


def test_a_folder_with_takes_is_built_and_checked_without_them(in_tmp: Path) -> None:
    joined(in_tmp, "1.md", "2.md")
    for name in ("3b.md", "none.md", "odd.md", "record.md", "3.md"):
        (in_tmp / name).unlink()
    result = CliRunner().invoke(main, ["check", ".", "--format", "text"])
    assert "1.md" not in result.stdout
    assert CliRunner().invoke(main, ["build", ".", "--to", "html", "-o", "out"]).exit_code == Exit.DONE
    assert [path.name for path in Path("out").glob("*.html")] == ["CMW_C_SR.620-en.html"]


def test_a_take_is_checked_by_itself_and_not_for_what_others_say(in_tmp: Path) -> None:
    joined(in_tmp, "1.md")
    result = CliRunner().invoke(main, ["check", "2.md"])
    assert result.stdout == ""
    assert result.exit_code == Exit.DONE
