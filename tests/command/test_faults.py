"""What a user is told of a fault: one line, with the place, what was found and what to write. Nothing is written."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.cli import Exit
from precis.language import languages
from tests.support.commands import GOOD, run
from tests.support.told import errors


def names(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


CASES = [
    ("a date that is no date", "held: 2024-12-13 15:00", "held: 13/12/24",
     "bad.md:4: error: held: '13/12/24' is not a date; write 2024-12-13 15:00"),
    ("a day that there is not", "issued: 2024-12-17", "issued: 2024-12-32",
     "bad.md:7: error: issued: there is no day 2024-12-32"),
    ("a weekday that does not fit", "held: 2024-12-13 15:00", "held: Thursday 2024-12-13 15:00",
     "bad.md:4: error: held: 2024-12-13 was a Friday, not a Thursday; put the day or the date right"),
    ("a language by its name", "original: en", "original: English",
     "bad.md:8: error: original: 'English' is not the code of a language; write en"),
    ("a language by its name in another", "original: en", "original: anglais",
     "bad.md:8: error: original: 'anglais' is not the code of a language; write en"),
    ("a language that no record is written in", "original: en", "original: de",
     "bad.md:8: error: original: 'de' is not the code of a language; choose one of: {languages}"),
    ("the language of the text by its name", "original: en", "language: French",
     "bad.md:8: error: language: there is no wording in 'French'; write fr"),
    ("a distribution in capitals", "original: en", "distribution: General",
     "bad.md:8: error: distribution: 'General' is none of: general, limited, restricted; write general"),
    ("a body in capitals", "original: en", "body: CMW",
     "bad.md:8: error: body: 'CMW' is not a known treaty body; write cmw"),
    ("an unknown body", "original: en", "body: cmv",
     "bad.md:8: error: body: 'cmv' is not a known treaty body; choose one of: "),
    ("a symbol of no body", "CMW/C/SR.590", "XYZ/C/SR.590",
     "bad.md:2: error: symbol: 'XYZ/C/SR.590' is of no known treaty body; their symbols begin with: "),
    ("a symbol off its grammar", "CMW/C/SR.590", "CMW-C-590",
     "bad.md:2: error: symbol: 'CMW-C-590' is not the symbol of a summary record; write it as CMW/C/SR.590 or "
     "E/C.12/2024/SR.40"),
    ("an asterisk on the symbol without a note", "CMW/C/SR.590", "CMW/C/SR.590*",
     "bad.md:2: error: symbol: 'CMW/C/SR.590*' has an asterisk and no note; give the date as reissued: 2025-01-17"),
    ("an asterisk in the title without a note", "original: en", "title: Record* of the 590th meeting\nnotes: []",
     "bad.md:9: error: notes: 0 are given for 1 asterisks; give each asterisk its note"),
    ("rose before it began", "rose: 18:00", "rose: 14:00",
     "bad.md:10: error: rose: 14:00 is not after 15:00, when the meeting began"),
    ("rose an hour before it began", "rose: 18:00", "rose: 14:59",
     "bad.md:10: error: rose: 14:59 is not after 15:00, when the meeting began"),
    ("rose at an hour of the afternoon in the figures of the morning", "rose: 18:00", "rose: 6:00",
     "bad.md:10: error: rose: 06:00 is not after 15:00, when the meeting began"),
    ("issued before it was held", "issued: 2024-12-17", "issued: 2024-12-12",
     "bad.md:7: error: issued: 2024-12-12 is before the meeting, which was held on 2024-12-13"),
    ("a language without wording", "original: en", "language: xx",
     "bad.md:8: error: language: there is no wording in 'xx'; choose one of: {languages}"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "old", "new", "message"), CASES, ids=[case[0] for case in CASES])
def test_a_fault_of_a_source(title: str, old: str, new: str, message: str, in_tmp: Path) -> None:
    Path("bad.md").write_text(GOOD.replace(old, new), encoding="utf-8")
    result = run("build", "bad.md", "-o", "out")
    assert result.exit_code == Exit.FAULT
    assert len(errors(result)) == 1
    assert errors(result)[0].startswith(message.format(languages=", ".join(languages(shipped()))))
    assert not Path("out").exists()


@pytest.mark.parametrize("began", ["14:55", "7:15"])
def test_an_opening_that_a_person_should_look_at(began: str, in_tmp: Path) -> None:
    text = GOOD.replace("began: 15:00", f"began: {began}")
    Path("odd.md").write_text(text, encoding="utf-8")
    result = run("build", "odd.md", "-o", "out", "--to", "html")
    assert result.exit_code == Exit.DONE
    assert f"odd.md:9: warning: began: '{began}' (the meeting was held at 15:00)" in result.stderr


def test_all_faults_of_all_sources_at_once(in_tmp: Path) -> None:
    Path("a.md").write_text(GOOD.replace("2024-12-13 15:00", "13 Dec").replace("rose: 18:00", "rose: 6 p.m."))
    Path("b.md").write_text(GOOD.replace("CMW/C/SR.590", "590"))
    Path("c.md").write_text(GOOD)
    result = run("build", "a.md", "b.md", "c.md", "-o", "out", "--to", "html")
    assert [line.split(":")[:2] for line in errors(result)] == [["a.md", "4"], ["a.md", "10"], ["b.md", "2"]]
    assert result.exit_code == Exit.FAULT
    assert not Path("out").exists()


def test_check_build_and_parse_tell_a_fault_and_a_warning_in_one_form(in_tmp: Path) -> None:
    Path("a.md").write_text(
        GOOD.replace("2024-12-13 15:00", "13 Dec").replace("place: Palais Wilson", "place: Palais Wilsn")
    )
    fault = "a.md:4:7: error: held: '13 Dec' is not a date; write 2024-12-13 15:00 [field-value]"
    assert fault in run("check", "a.md").stdout.splitlines()
    for command in ("build", "parse"):
        assert fault in run(command, "a.md").stderr.splitlines()
    place = re.compile(r"a\.md:5:\d+: warning: .*Wilsn.*\]")
    assert any(map(place.fullmatch, run("check", "a.md").stdout.splitlines()))
    assert any(map(place.fullmatch, run("build", "a.md").stderr.splitlines()))


@pytest.mark.parametrize(
    ("title", "data", "message"),
    [
        ("an empty file", b"", "bad.md: error: is empty; give a record"),
        ("a file of blanks", b" \n\n", "bad.md: error: is empty; give a record"),
        ("a binary file", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "bad.md: error: is a binary file, not text; give "),
        ("another encoding", b"T\x81rk", "bad.md:1: error: is not text in UTF-8; save it as UTF-8"),
        ("50 MB", b"x" * 50_000_000, "bad.md: error: has 50 MB; a record has less than 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
@pytest.mark.parametrize("command", ["build", "parse"])
def test_a_file_that_is_no_record(command: str, title: str, data: bytes, message: str, in_tmp: Path) -> None:
    Path("bad.md").write_bytes(data)
    result = run(command, "bad.md", "-o", "out" if command == "build" else "out.md")
    assert [line.startswith(message) for line in errors(result)] == [True]
    assert result.exit_code == Exit.FAULT
    assert names() == ["bad.md"]


@pytest.mark.parametrize(
    ("command", "kind", "message"),
    [
        ("build", "corrections", "a source for precis memorandum, precis corrigendum and precis reissue; "),
        (
            "build",
            "poem",
            "document: 'poem' is no kind of document; write one of: summary record, take, session, corrections, ",
        ),
        ("build", "session", "a source for precis digest and precis brief, on its folder"),
        ("parse", "brief-state", "a source for precis build; here summary record is wanted"),
        ("brief", "corrections", "a source for precis memorandum, precis corrigendum and precis reissue"),
        ("memorandum", "digest", "a source for precis build; here corrections is wanted"),
    ],
)
def test_a_source_of_another_kind(command: str, kind: str, message: str, in_tmp: Path) -> None:
    Path("x.md").write_text(f"---\nfoo: bar\ndocument: {kind}\n---\n\nText\n", encoding="utf-8")
    told = errors(run(command, "x.md"))
    assert len(told) == 1
    assert told[0].startswith("x.md:3: error: document: ")
    assert message in told[0]


def test_a_file_that_is_not_there(in_tmp: Path) -> None:
    assert errors(run("build", "no.md")) == ["no.md: error: is not there; put the name right"]


def test_a_folder_for_a_file(in_tmp: Path) -> None:
    Path("records").mkdir()
    message = "records: error: has no source of a record or a digest; name a folder that has, or a file"
    assert errors(run("build", "records")) == [message]
    assert errors(run("correct", "records", "records")) == ["records: error: is a folder; name a file"]


def test_a_folder_that_cannot_be_written(in_tmp: Path) -> None:
    Path("good.md").write_text(GOOD)
    Path("out").write_text("a file, not a folder")
    result = run("build", "good.md", "-o", "out/here", "--to", "html")
    assert errors(result) == [
        "out/here: error: cannot be made, for out is a file, and a folder is wanted; choose another with -o"
    ]
    assert names() == ["good.md", "out"]


@pytest.mark.parametrize("words", ["build good.md -o {long}", "check {long}", "check good.md --baseline {long}"])
def test_a_name_that_is_too_long(words: str, in_tmp: Path) -> None:
    (in_tmp / "good.md").write_text(GOOD, encoding="utf-8")
    result = run(*words.format(long="x" * 300).split())
    assert result.exit_code == Exit.FAULT
    assert errors(result) == [f"{'x' * 300}: error: its name is too long"]


def test_a_folder_that_the_system_refuses(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (in_tmp / "good.md").write_text(GOOD, encoding="utf-8")

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refused)
    result = run("build", "good.md", "-o", "out")
    told = "out: error: cannot be written: its disk can only be read; choose another folder with -o"
    assert errors(result) == [told] and result.exit_code == Exit.FAULT


@pytest.mark.parametrize(("command", "said"), [("build", True), ("digest", True), ("check", False)])
def test_behind_many_faults_of_a_command_that_writes_stands_that_it_did_not(
    command: str, said: bool, in_tmp: Path
) -> None:
    (in_tmp / "s").mkdir()
    (in_tmp / "s" / "bad.md").write_text(GOOD.replace("held:", "hled:").replace("rose:", "rsoe:"), encoding="utf-8")
    result = run(command, "s")
    assert (result.stderr.splitlines()[-1] == "nothing was written") == said
    assert names() == ["s"] or not said


def test_a_folder_in_the_place_of_a_document(in_tmp: Path) -> None:
    Path("good.md").write_text(GOOD)
    Path("out/CMW_C_SR.590-en.html").mkdir(parents=True)
    result = run("build", "good.md", "-o", "out", "--to", "html")
    assert result.exit_code == Exit.FAULT
    assert names("out") == ["CMW_C_SR.590-en.html"]


def test_two_sources_of_one_symbol(in_tmp: Path) -> None:
    Path("a.md").write_text(GOOD)
    Path("b.md").write_text(GOOD)
    result = run("build", "a.md", "b.md", "-o", "out", "--to", "html")
    assert errors(result) == [
        "CMW_C_SR.590-en.html: error: two sources make this file; give each record its own symbol"
    ]


TEMPLATES = [
    ("an unknown name", '<p class="held">{{ colour }}</p>',
     "mine/pages/summary-record.html:4: error: 'colour' is undefined; use a name that the view gives"),
    ("a syntax error", "{% if %}", "mine/pages/summary-record.html:4: error: Expected an expression"),
    ("an unknown class", '\n<p class="fancy">x</p>',
     "mine/pages/summary-record.html:5: error: <p> of class 'fancy' is not of the page; its classes are: "),
    ("an unknown element", "<script>alert(1)</script>",
     "mine/pages/summary-record.html:4: error: <script> is not an element of the page; see templates/README.md"),
    ("an unknown attribute", '<p class="held" style="color: red">x</p>',
     "mine/pages/summary-record.html:4: error: <p> has no attribute 'style' on the page"),
    ("an element left open", '<p class="held">x', "summary-record.html: error: the page is not well formed: "),
    ("text between blocks", "stray",
     "mine/pages/summary-record.html:3: error: text stands in <section> outside of a block: 'stray'; put it into a "),
    ("an element out of its place", '<li class="bullet">x</li>',
     "mine/pages/summary-record.html:4: error: <li> cannot stand in <section>; see templates/README.md"),
    ("a link to nowhere", '<p class="held"><a href="#x">y</a></p>',
     "mine/pages/summary-record.html:4: error: the link '#x' leads nowhere; no element has that id"),
    ("a file of the disk", '<p class="held"><img class="qr" src="file:///etc/passwd" alt="x"/></p>',
     "mine/pages/summary-record.html:4: error: an image is emblem:"),
    ("a template of another folder", "{% include '../secret.html' %}",
     "mine/pages/summary-record.html:4: error: there is no template '../secret.html'"),
    ("what the sandbox forbids", "{{ ''.__class__.__mro__ }}",
     "mine/pages/summary-record.html:4: error: access to attribute '__class__' of 'str' object is unsafe."),
    ("a loop without end", "{% for i in range(9999) %}{% for j in range(9999) %}xxxxxxxxx{% endfor %}{% endfor %}",
     "summary-record.html: error: makes more than 50000000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "message"), TEMPLATES, ids=[case[0] for case in TEMPLATES])
def test_a_template_that_is_wrong(title: str, text: str, message: str, in_tmp: Path) -> None:
    Path("good.md").write_text(GOOD)
    Path("secret.html").write_text("secret")
    Path("mine/pages").mkdir(parents=True)
    Path("mine/pages/summary-record.html").write_text(
        f'{{% extends "precis/summary-record.html" %}}\n{{% block cover %}}\n<section class="cover">\n{text}</section>'
        "{% endblock %}\n"
    )
    result = run("build", "good.md", "-o", "out", "--templates", "mine", "--to", "html")
    assert result.exit_code == Exit.FAULT
    assert [line.startswith(message) for line in errors(result)] == [True], errors(result)
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--to", "odt"], "'odt' is none of: pdf, docx, html"),
        (["--style", "paris"], "there is no house style 'paris'; choose one of: geneva"),
        (["--reference", "good.md"], "good.md"),
        (["--emblem", "no.png"], "no.png: error: is not there; put the name right"),
    ],
)
def test_an_option_that_is_wrong(words: list[str], message: str, in_tmp: Path) -> None:
    Path("good.md").write_text(GOOD)
    result = run("build", "good.md", "-o", "out", *words)
    assert result.exit_code in (Exit.FAULT, Exit.USAGE)
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert not Path("out").exists()


def test_settings_that_are_wrong(in_tmp: Path) -> None:
    Path("good.md").write_text(GOOD)
    result = run("parse", "good.md", "--set", "colour=red", "--set", "held=13/12/24")
    assert errors(result) == [
        "--set: error: 'colour=red' sets no field; write field=value, with a field of: "
        + errors(result)[0].partition("field of: ")[2],
        "--set: error: held: '13/12/24' is not a date; write 2024-12-13 15:00",
    ]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("original=English", "original: 'English' is not the code of a language; write en"),
        ("language=French", "language: there is no wording in 'French'; write fr"),
        ("body=CMW", "body: 'CMW' is not a known treaty body; write cmw"),
        ("distribution=General", "distribution: 'General' is none of: general, limited, restricted; write general"),
        ("issued=2024-12-12", "issued: 2024-12-12 is before the meeting, which was held on 2024-12-13"),
        ("rose=14:00", "rose: 14:00 is not after 15:00, when the meeting began"),
    ],
)
@pytest.mark.parametrize("command", ["draft", "parse"])
def test_a_setting_that_cannot_be(command: str, setting: str, message: str, in_tmp: Path) -> None:
    Path("text.txt").write_text(
        "CMW/C/SR.590\nSummary record of the 590th meeting\nHeld at the Palais Wilson, Geneva, on Friday, 13 December "
        "2024, at 3 p.m.\nThe meeting was called to order at 3 p.m.\n1. The Chair spoke.\n"
    )
    settings = ("--set", "held=2024-12-13 15:00", "--set", "began=15:00") if command == "draft" else ()
    result = run(command, "CMW/C/SR.590" if command == "draft" else "text.txt", *settings, "--set", setting)
    assert errors(result) == [f"error: {message}" if command == "draft" else f"--set: error: {message}"]
    assert (result.exit_code, result.stdout) == (Exit.FAULT, "")
