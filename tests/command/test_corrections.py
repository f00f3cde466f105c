"""The week of a correction on the command line, from two versions of a record to the reissued one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import precis
from precis.cli import Exit, main
from precis.source.record import print_record
from tests.support.documents import CHANGES, corrected_sample
from tests.support.told import errors, told


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.fixture
def week(in_tmp: Path) -> Path:
    """A folder with the record as issued, its corrected copy and the corrections computed from the two."""
    Path("old.md").write_text(print_record(corrected_sample({})), encoding="utf-8")
    Path("new.md").write_text(print_record(corrected_sample()), encoding="utf-8")
    result = run("correct", "old.md", "new.md", "--by", "Mission of Syldavia", "--on", "2053-12-15", "-o", "c.md")
    assert result.exit_code == Exit.DONE
    return in_tmp


def test_correct_writes_a_source_that_a_person_can_review(week: Path) -> None:
    text = Path("c.md").read_text(encoding="utf-8")
    assert text.startswith(
        "---\ndocument: corrections\nsymbol: CMW/C/SR.1960\nissued: 2053-12-10\nrecord: old.md\n"
        "requested_by: Mission of Syldavia\nrequested_on: 2053-12-15\n---\n\n"
    )
    assert '\n- Cover, chair: for "Ms. Halvorsen" read "Ms. Halvorsen-Lind (Vice-Chair)"\n' in text
    assert '\n- Cover, rose: for "17:55" read "18:05"\n' in text
    assert 1 + text.count("\n- ") >= len(CHANGES)


def test_memorandum_builds_the_request_and_the_marked_copy(week: Path) -> None:
    result = run("memorandum", "c.md", "-o", "out")
    assert sorted(result.stdout.split()) == [
        "out/CMW_C_SR.1960-marked-en.docx",
        "out/CMW_C_SR.1960-marked-en.pdf",
        "out/CMW_C_SR.1960-memorandum-en.docx",
        "out/CMW_C_SR.1960-memorandum-en.pdf",
    ]
    assert "late" not in result.stderr


def test_the_last_day_is_printed_and_a_late_request_is_told(week: Path) -> None:
    text = Path("c.md").read_text(encoding="utf-8")
    Path("c.md").write_text(text.replace("requested_on: 2053-12-15", "requested_on: 2053-12-18"), encoding="utf-8")
    result = run("memorandum", "c.md", "--to", "html")
    late = "the corrections are late: they were asked for on 2053-12-18, and the last day was 2053-12-17"
    assert f"c.md: warning: requested_on: {late}" in told(result).splitlines()
    assert "by 17 December 2053" in Path("CMW_C_SR.1960-memorandum-en.html").read_text(encoding="utf-8")


def test_corrigendum_takes_the_next_symbol(week: Path) -> None:
    result = run("corrigendum", "c.md", "--on", "2054-01-17", "--to", "html")
    assert result.stdout.split() == ["CMW_C_SR.1960_Corr.1-en.html"]
    html = Path("CMW_C_SR.1960_Corr.1-en.html").read_text(encoding="utf-8")
    assert "<i>For</i> three <i>read</i> four" in html or "<i>For</i> three weeks" in html
    assert "17 January 2054" in html


def test_reissue_writes_the_corrected_record_as_source_and_documents(week: Path) -> None:
    result = run("reissue", "c.md", "--on", "2054-01-17", "--to", "html", "-o", "out")
    stem = "out/CMW_C_SR.1960-reissued-en"
    assert result.stdout.split() == [f"{stem}.md", f"{stem}.html"]
    record = precis.read(f"{stem}.md").record
    assert (str(record.symbol), str(record.reissued)) == ("CMW/C/SR.1960*", "2054-01-17")
    assert record.blocks == corrected_sample().blocks
    assert "Reissued for technical reasons on 17 January 2054." in Path(f"{stem}.html").read_text(encoding="utf-8")


def test_ten_records_and_two_hundred_corrections_make_one_corrigendum(in_tmp: Path) -> None:
    for meeting in range(1951, 1961):
        symbol = f"symbol: CMW/C/SR.{meeting}\n"
        paragraphs = [
            f"**Mr. Okonjo** said that number {number} was wrong on page {number}." for number in range(1, 22)
        ]
        front = f"---\n{symbol}session: 97\nissued: 2053-12-10\noriginal: en\nsample: true\n---\n\n"
        Path(f"{meeting}.md").write_text(front + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
        listed = "".join(f'- Paragraph {number}: for "wrong" read "right"\n' for number in range(1, 21))
        source = f"---\ndocument: corrections\n{symbol}record: {meeting}.md\n---\n\n{listed}"
        Path(f"{meeting}-corrections.md").write_text(source, encoding="utf-8")
    sources = [f"{meeting}-corrections.md" for meeting in range(1960, 1950, -1)]
    result = run("corrigendum", *sources, "-o", "out")
    assert result.stdout.split() == [f"out/CMW_C_SR.1951-1960_Corr.1-en.{ending}" for ending in ("pdf", "docx")]
    run("corrigendum", *sources, "--to", "html", "-o", "out")
    html = Path("out/CMW_C_SR.1951-1960_Corr.1-en.html").read_text(encoding="utf-8")
    assert html.count("<i>For</i> wrong <i>read</i> right") == 200
    places = [html.index(f">CMW/C/SR.{meeting}<") for meeting in range(1951, 1961)]
    assert places == sorted(places)


WRONG = [
    ("words that are not there", '- Paragraph 1: for "five" read "six"\n', "c.md:6: error: "),
    ("words that stand twice", '- Paragraph 1: for "the" read "a"\n', "c.md:6: error: "),
    ("a paragraph that there is not", '- Paragraph 99: delete "x"\n', "c.md:6: error: "),
    ("no correction", "- Paragraph 1: shout\n", "c.md:6: error: "),
]


@pytest.mark.parametrize(("title", "listed", "message"), WRONG, ids=[case[0] for case in WRONG])
@pytest.mark.parametrize("command", ["memorandum", "corrigendum", "reissue"])
def test_a_correction_that_does_not_fit_is_refused(
    command: str, title: str, listed: str, message: str, week: Path
) -> None:
    good = '- Paragraph 1: for "three weeks" read "four weeks"\n'
    front = "---\ndocument: corrections\nrecord: old.md\n---\n"
    Path("c.md").write_text(f"{front}{good}{listed}", encoding="utf-8")
    result = run(command, "c.md", "-o", "out", *(["--on", "2054-01-17"] if command == "reissue" else []))
    assert result.exit_code == Exit.FAULT
    assert len(errors(result)) == 1
    assert errors(result)[0].startswith(message)
    assert not Path("out").exists()


def test_records_that_do_not_belong_together_are_told(week: Path) -> None:
    record = Path("old.md").read_text(encoding="utf-8")
    Path("other.md").write_text(record.replace("session: 97", "session: 98"), encoding="utf-8")
    text = Path("c.md").read_text(encoding="utf-8")
    Path("d.md").write_text(text.replace("record: old.md", "record: other.md"), encoding="utf-8")
    Path("e.md").write_text(text.replace("SR.1960", "SR.1961"), encoding="utf-8")
    result = run("corrigendum", "c.md", "d.md", "-o", "out")
    assert errors(result) == [
        "d.md: error: session 98, but c.md has 97; build a corrigendum for each",
        "d.md: error: CMW/C/SR.1960 is corrected in c.md too; put the corrections into one source",
    ]
    result = run("corrigendum", "e.md", "-o", "out")
    assert errors(result) == ["e.md: error: symbol: is CMW/C/SR.1961, but the record old.md is CMW/C/SR.1960"]
    assert not Path("out").exists()


def test_the_three_corrections_of_a_published_record(closing_2024: Path, in_tmp: Path) -> None:
    text = closing_2024.read_text(encoding="utf-8")
    for old, new in (
        ("Secretary General", "Secretary-General"),
        ("Treaties Division", "Treaty Mechanisms Division"),
        ("fulfil its mandate", "fulfil its mandate."),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    Path("new.txt").write_text(text, encoding="utf-8")
    Path("old.txt").write_bytes(closing_2024.read_bytes())
    assert run("correct", "old.txt", "new.txt", "--on", "2024-12-20", "-o", "c.md").exit_code == Exit.DONE
    listed = Path("c.md").read_text(encoding="utf-8").partition("---\n\n")[2].splitlines()
    assert listed == [
        '- Paragraph 3, sentence 5: for "Secretary General" read "Secretary-General"',
        '- Paragraph 6, sentence 3: for "Human Rights Council and Treaties Division" read '
        '"Human Rights Council and Treaty Mechanisms Division"',
        '- Paragraph 6: at the end insert "."',
    ]
    for command in ("memorandum", "corrigendum", "reissue"):
        assert run(command, "c.md", "-o", "out").exit_code == Exit.DONE
    assert len(list(Path("out").iterdir())) == 4 + 2 + 3
    run("corrigendum", "c.md", "--to", "html")
    html = Path("CMW_C_SR.590_Corr.1-en.html").read_text(encoding="utf-8")
    assert "<i>At the end insert</i> a full stop" in html


@pytest.mark.parametrize("command", ["memorandum", "corrigendum", "reissue"])
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("18:05", "16:00", "rose: 16:00 is not after 16:10, when the meeting began"),
        ("18:05", "5:30", "rose: 05:30 is not after 16:10, when the meeting began"),
    ],
)
def test_a_correction_that_the_record_cannot_have(command: str, old: str, new: str, message: str, week: Path) -> None:
    text = Path("c.md").read_text(encoding="utf-8")
    Path("c.md").write_text(text.replace(f'read "{old}"', f'read "{new}"'), encoding="utf-8")
    line = text.split("\n").index('- Cover, rose: for "17:55" read "18:05"') + 1
    result = run(command, "c.md", "-o", "out")
    assert errors(result) == [f"c.md:{line}: error: {message}"]
    assert not Path("out").exists()


def test_a_correction_to_an_hour_after_midnight_is_made(week: Path) -> None:
    text = Path("c.md").read_text(encoding="utf-8")
    Path("c.md").write_text(text.replace('read "18:05"', 'read "0:45"'), encoding="utf-8")
    result = run("memorandum", "c.md", "--to", "html")
    assert errors(result) == []
    html = Path("CMW_C_SR.1960-memorandum-en.html").read_text(encoding="utf-8")
    assert "<i>For</i> 5.55 p.m. <i>read</i> 12.45 a.m." in html


def test_two_equal_texts_have_no_corrections(week: Path) -> None:
    result = run("correct", "old.md", "old.md", "-o", "none.md")
    assert result.exit_code == Exit.FAULT
    assert errors(result) == ["old.md: error: says what old.md says: there is nothing to correct"]
    assert not Path("none.md").exists()


@pytest.mark.parametrize("words", [("memorandum",), ("corrigendum",), ("reissue", "--on", "2054-01-17")])
def test_a_source_without_a_correction_makes_no_paper(words: tuple[str, ...], week: Path) -> None:
    head = Path("c.md").read_text(encoding="utf-8").split("\n- ")[0]
    Path("none.md").write_text(head, encoding="utf-8")
    result = run(*words, "none.md", "--to", "html", "-o", "out")
    assert result.exit_code == Exit.FAULT
    assert "none.md: error: has no correction, so there is nothing to correct" in errors(result)[0]
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("command", "day", "said"),
    [
        ("corrigendum", "2053-12-09", "--on: 2053-12-09 is before the record was issued, on 2053-12-10"),
        ("reissue", "2053-12-09", "--on: 2053-12-09 is before the record was issued, on 2053-12-10"),
        ("memorandum", "2024-12-20", "requested_on: 2024-12-20 is before the record was issued, on 2053-12-10"),
    ],
)
def test_nothing_is_corrected_before_it_is_issued(command: str, day: str, said: str, week: Path) -> None:
    words = [command, "c.md", "--to", "html", "-o", "out"]
    if command == "memorandum":
        text = Path("c.md").read_text(encoding="utf-8")
        Path("c.md").write_text(text.replace("requested_on: 2053-12-15", f"requested_on: {day}"), encoding="utf-8")
    else:
        words += ["--on", day]
    result = run(*words)
    assert result.exit_code == Exit.FAULT
    assert errors(result) == [f"c.md: error: {said}"]


def test_nothing_is_corrected_before_the_meeting(week: Path) -> None:
    for name in ("old.md", "c.md"):
        text = Path(name).read_text(encoding="utf-8")
        Path(name).write_text(text.replace("issued: 2053-12-10\n", ""), encoding="utf-8")
    held = precis.read("old.md").record.held
    assert held is not None
    result = run("corrigendum", "c.md", "--on", "2024-01-17", "--to", "html")
    said = f"--on: 2024-01-17 is before the meeting, which was held on {held.date}"
    assert errors(result) == [f"c.md: error: {said}"]
