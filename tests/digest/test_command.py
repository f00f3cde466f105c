"""The commands digest and brief as a user meets them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import precis
from precis.cli import main
from precis.facts.fact import Move
from tests.support.processes import run_python
from tests.support.sessions import SAMPLE_SESSION, write_session


def run(*words: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == code, result.output
    return result


FOLDER = str(SAMPLE_SESSION)


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        (["digest", FOLDER], "CMW_97_digest-en"),
        (["brief", FOLDER], "CMW_97_brief-en"),
        (["brief", FOLDER, "--state", "Ruritania"], "CMW_97_RUR_brief-en"),
        (["brief", FOLDER, "--state", "bor"], "CMW_97_BOR_brief-en"),
        (["brief", FOLDER, "--theme", "recruitment"], "CMW_97_recruitment_brief-en"),
        (["brief", FOLDER, "--member", "Szalai"], "CMW_97_Mr_Szalai_Brandt_brief-en"),
        (["brief", FOLDER, "--state", "Ruritania", "--pages", "1"], "CMW_97_RUR_brief-en"),
        (["brief", f"{FOLDER}/1956.md"], "CMW_C_SR.1956_brief-en"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_writes_the_formats_asked_for(in_tmp: Path, words: list[str], stem: str) -> None:
    result = run(*words, "--to", "html,docx", "-o", "out")
    assert result.stdout.splitlines() == [f"out/{stem}.html", f"out/{stem}.docx"]
    assert sorted(path.name for path in (in_tmp / "out").glob("[!.]*")) == [f"{stem}.docx", f"{stem}.html"]


def test_one_of_each(in_tmp: Path) -> None:
    result = run("brief", FOLDER, "--all", "--to", "html", "-o", "out")
    meetings = [f"CMW_C_SR.{number}" for number in (1950, *range(1952, 1957), 1960)]
    stems = ["CMW_97", "CMW_97_BOR", "CMW_97_RUR", *meetings]
    assert result.stdout.splitlines() == [f"out/{stem}_brief-en.html" for stem in stems]


def test_one_of_each_is_what_each_is_alone(in_tmp: Path) -> None:
    run("brief", FOLDER, "--all", "--to", "html", "-o", "all")
    run("brief", f"{FOLDER}/1956.md", "--to", "html", "-o", "one")
    run("brief", FOLDER, "--state", "Borduria", "--to", "html", "-o", "one")
    for file in Path("one").glob("[!.]*"):
        assert (Path("all") / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("words", [[], ["--state", "Ruritania"]], ids=["session", "State"])
def test_fewer_pages(in_tmp: Path, words: list[str]) -> None:
    import pypdfium2

    run("brief", FOLDER, *words, "--pages", "1", "--to", "pdf")
    (file,) = Path().glob("*.pdf")
    assert len(pypdfium2.PdfDocument(file)) == 1


def test_a_digest_is_written_to_edit_and_built(in_tmp: Path) -> None:
    shutil.copytree(SAMPLE_SESSION, "97")
    result = run("digest", "97", "--source", "digests/97.md")
    assert result.stdout == "digests/97.md\n"
    assert "records: ../97\n" in Path("digests/97.md").read_text(encoding="utf-8")
    built = run("build", "digests/97.md", "--to", "html", "-o", "out")
    assert built.stdout == "out/CMW_97_digest-en.html\n"


def test_findings_are_told_on_standard_error(in_tmp: Path) -> None:
    shutil.copytree(SAMPLE_SESSION, "97")
    shutil.copy("97/1952.md", "97/1952-again.md")
    result = run("brief", "97", "--to", "html")
    assert "97/1952.md: warning: symbol: 'CMW/C/SR.1952'" in result.stderr


FAULTS = [
    (["digest", "nowhere"], "nowhere: error: is not there"),
    (["brief", FOLDER, "--state", "Suède"], "the records hold no dialogue with Sweden"),
    (["brief", FOLDER, "--state", "Atlantis"], "'Atlantis' is no State by its United Nations short name"),
    (
        ["brief", FOLDER, "--state", "Guinea"],
        "the records hold no dialogue with Guinea; they hold dialogues with: Borduria, Ruritania",
    ),
    (["brief", FOLDER, "--theme", "Fishing"], "'Fishing' is no theme of these records; they have: Work, Recruitment"),
    (["brief", FOLDER, "--member", "Nobody"], "'Nobody' is no member of these records; they have: "),
    (["brief", FOLDER, "--member", "Mr."], "'Mr.' may be each of these: Mr. "),
    (["brief", FOLDER, "--pages", "3"], "--pages 3: a briefing on a session has 1 to 2 pages"),
    (["brief", f"{FOLDER}/1956.md", "--pages", "2"], "--pages 2: a briefing on a meeting has 1 page"),
    (["brief", FOLDER, "--all", "--state", "Ruritania"], "--state and --all do not go together"),
    (
        ["build", f"{FOLDER}/session.md"],
        "session.md:2:11: error: document: this is 'session', a source for precis digest and",
    ),
]


@pytest.mark.parametrize(("words", "expected"), FAULTS, ids=[" ".join(words[2:] or words[:1]) for words, _ in FAULTS])
def test_a_fault_is_told_without_a_traceback(in_tmp: Path, words: list[str], expected: str) -> None:
    result = run(*words, code=1)
    assert expected in result.stderr
    assert not list(in_tmp.iterdir())


def test_an_empty_folder_is_told(in_tmp: Path) -> None:
    Path("empty").mkdir()
    assert "empty: error: holds no records" in run("digest", "empty", code=1).stderr


def test_a_folder_of_published_files(in_tmp: Path) -> None:
    Path("97").mkdir()
    for stem, forms in (("1952", ("docx", "pdf")), ("1956", ("html",))):
        for form in forms:
            precis.write(precis.read(SAMPLE_SESSION / f"{stem}.md").record, f"97/{stem}.{form}")
    result = run("digest", "97", "--to", "html", "-o", "out")
    assert "97/1952.pdf: warning: 97/1952.docx is a source of the same symbol, and is read" in result.stderr
    page = Path("out/CMW_97_digest-en.html").read_text(encoding="utf-8")
    assert "CMW/C/SR.1952" in page and "CMW/C/SR.1956" in page


def test_no_bar_where_nobody_sees_it(tmp_path: Path) -> None:
    folder = write_session(tmp_path / "records", 10, 5)
    code = (
        "import sys\nfrom precis.cli import main\n"
        "main(['digest', sys.argv[1], '--to', 'html', '-o', sys.argv[2]], standalone_mode=False)\n"
        "print('rich' in sys.modules)"
    )
    assert run_python(code, str(folder), str(tmp_path / "out")).decode().splitlines()[-1] == "False"


def test_a_bar_where_somebody_does(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    from precis.tasks.progress import bar

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(bar(range(20), 20)) == list(range(20))
    assert "Reading records" in capsys.readouterr().err


def test_what_a_sentence_does_is_told_apart_and_each_once() -> None:
    from precis.assets import shipped
    from precis.tasks.gather import gather

    moves = gather(FOLDER, shipped()).facts.of(Move)
    places = [(move.at.record, move.at.paragraph, move.at.sentence, move.move) for move in moves]
    assert len(places) == len(set(places))
    assert {str(move.move) for move in moves} == {
        "presented",
        "praise",
        "concern",
        "question",
        "answer",
        "undertaking",
        "figure",
    }


def test_what_looks_like_a_fact_and_gave_none_is_told_where_all_is_asked_for(in_tmp: Path) -> None:
    folder = str(Path(__file__).parent / "sessions" / "cat-88")
    short = run("digest", folder, "--to", "html", "-o", "short")
    long = run("-v", "digest", folder, "--to", "html", "-o", "long")
    assert "fact-unplaced" not in short.stderr
    told = [line for line in long.stderr.splitlines() if "[fact-unplaced]" in line]
    assert any("follow-up reports had been received from Borduria" in line for line in told)
    assert all("paragraph " in line and "2116.md" in line for line in told if "Borduria" in line)
