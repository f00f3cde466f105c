"""An index of a folder: made, brought up to date, killed; and the commands that read it."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.archive.columns import PARAGRAPHS
from precis.archive.query import Query
from precis.archive.rows import KINDS
from precis.archive.search import search
from precis.assets import shipped
from precis.cli.archive import MOVES
from precis.facts.fact import MoveKind
from precis.model import PrecisError
from precis.tasks import below
from precis.tasks import index as indexing
from precis.tasks.index import index
from tests.archive.made import ADDRESS
from tests.conftest import ROOT
from tests.support.commands import GOOD, run

SAMPLES = ROOT / "records" / "cmw" / "97"
MANY = 1000
RECORDS, KILLS = 30, 20


def source(meeting: int, words: str) -> str:
    return GOOD.replace("SR.590", f"SR.{meeting}").replace("all was well", words)


@pytest.fixture
def folder(in_tmp: Path) -> Path:
    """A folder of records, some of them in a folder below."""
    Path("records/below").mkdir(parents=True)
    for number in range(6):
        place = Path("records", "below" if number % 2 else "", f"{number}.md")
        place.write_text(source(590 + number, f"the wages of case {number} were paid"), encoding="utf-8")
    return Path("records")


def make(folder: Path, path: str = "precis.index") -> indexing.Indexed:
    return index(str(folder), Path(path), shipped(), ADDRESS)


def answers(path: str = "precis.index") -> list[tuple[str, int | None, str]]:
    asked = (Query("wages"), Query("paid", speaker="chair"), Query(kind="speech"))
    return [
        (hit.cover.symbol, hit.row.paragraph, hit.row.text)
        for query in asked
        for hit in search([Path(path)], query, MANY)
    ]


def test_only_what_has_changed_is_read_again(folder: Path) -> None:
    made = make(folder)
    assert (made.read, made.gone, made.records) == (6, 0, 6)
    again = make(folder)
    assert (again.read, again.gone, again.records) == (0, 0, 6)
    (folder / "0.md").write_text(source(590, "the rent of case 0 was due"), encoding="utf-8")
    (folder / "below" / "1.md").unlink()
    (folder / "7.md").write_text(source(597, "the wages of case 7 were paid"), encoding="utf-8")
    changed = make(folder)
    assert (changed.read, changed.gone, changed.records) == (2, 1, 6)
    assert [hit.cover.symbol for hit in search([Path("precis.index")], Query("rent"), MANY)] == ["CMW/C/SR.590"]
    assert not search([Path("precis.index")], Query("wages 0"), MANY)


def test_another_text_of_the_same_size_and_time_is_read(folder: Path) -> None:
    """File systems tell times to two seconds at worst: a file may change once more within them."""
    make(folder)
    written = (folder / "0.md").stat()
    (folder / "0.md").write_text(source(590, "the wages of case 0 were owed"), encoding="utf-8")
    os.utime(folder / "0.md", ns=(written.st_atime_ns, written.st_mtime_ns))
    assert (folder / "0.md").stat().st_size == written.st_size
    assert make(folder).read == 1
    assert search([Path("precis.index")], Query("owed"), MANY)


def test_a_text_that_was_not_changed_for_long_is_known_by_its_size_and_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hour_ago = time.time_ns() - 3_600_000_000_000
    for file in (*folder.glob("*.md"), *folder.glob("below/*.md")):
        os.utime(file, ns=(hour_ago, hour_ago))
    monkeypatch.setattr(below, "digest_of", lambda file: pytest.fail(f"{file} is read without need"))
    assert make(folder).read == 6
    assert make(folder).read == 0
    os.utime(folder / "0.md", ns=(hour_ago + 1, hour_ago + 1))
    assert make(folder).read == 1


def test_folders_come_and_go(folder: Path) -> None:
    make(folder)
    (folder / "below").rename(folder / "other")
    moved = make(folder)
    assert (moved.read, moved.gone, moved.records) == (3, 3, 6)
    assert {hit.file for hit in search([Path("precis.index")], Query("wages"), MANY)} == {
        *(f"{number}.md" for number in (0, 2, 4)),
        *(f"other/{number}.md" for number in (1, 3, 5)),
    }
    (folder / "new" / "deep").mkdir(parents=True)
    (folder / "new" / "deep" / "8.md").write_text(source(598, "the wages of case 8 were paid"), encoding="utf-8")
    shutil.rmtree(folder / "other")
    assert (make(folder).gone, make(folder).records) == (3, 4)


def test_a_file_that_goes_while_the_folder_is_looked_at_is_gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = below._folders

    def going(folder: str) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
        for above, files in real(folder):
            Path(folder, "2.md").unlink(missing_ok=True)
            yield above, files

    monkeypatch.setattr(below, "_folders", going)
    assert make(folder).records == 5


def test_a_folder_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refused(path: str, flags: int) -> int:
        if path.endswith("below/"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags)

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(PrecisError) as told:
        make(folder)
    (fault,) = told.value.faults
    assert (fault.code, fault.span.file) == ("file-read", "records/below")


def test_an_index_brought_up_to_date_answers_as_one_made_anew(folder: Path) -> None:
    draw = random.Random(7)
    make(folder)
    for step in range(8):
        file = folder / f"{draw.randrange(8)}.md"
        if file.exists() and draw.random() < 0.4:
            file.unlink()
        else:
            # Two files may now have one record.
            file.write_text(source(590 + draw.randrange(6), f"the wages of step {step} were paid"), encoding="utf-8")
        make(folder)
        make(folder, f"{step}.index")
        assert answers() == answers(f"{step}.index")


def test_a_word_that_is_taken_out_is_not_found_in_any_language(folder: Path) -> None:
    french = source(599, "les salaires sont payés").replace("original: en", "original: fr\nlanguage: fr")
    (folder / "9.md").write_text(french, encoding="utf-8")
    make(folder)
    assert search([Path("precis.index")], Query("salaire"), MANY)
    (folder / "9.md").write_text(french.replace("salaires", "loyers"), encoding="utf-8")
    make(folder)
    assert not search([Path("precis.index")], Query("salaire"), MANY)
    assert search([Path("precis.index")], Query("loyer"), MANY)


def test_a_file_that_is_no_record_is_told_once_it_has_changed(folder: Path) -> None:
    (folder / "bad.md").write_text("---\nsymbol: nothing\n---\n", encoding="utf-8")
    assert [fault.span.file for fault in make(folder).faults] == ["records/bad.md"]
    assert not make(folder).faults


def test_an_index_of_another_folder_or_form_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(folder)
    assert make(folder / "below").records == 3
    assert make(folder).read == 6
    monkeypatch.setattr(indexing, "FORMAT", "another")
    monkeypatch.setattr("precis.archive.schema.FORMAT", "another")
    assert make(folder).read == 6


def test_what_is_no_index_is_told(folder: Path) -> None:
    Path("text.index").write_text("nothing", encoding="utf-8")
    for name, code in (("none.index", "index-missing"), ("text.index", "index-form"), ("records", "index-missing")):
        with pytest.raises(PrecisError) as told:
            search([Path(name)], Query("wages"), MANY)
        assert told.value.faults[0].code == code


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of more records, and an index of it as it was before each of them changed."""
    base = tmp_path_factory.mktemp("killed")
    (base / "records").mkdir()
    for number in range(RECORDS):
        (base / "records" / f"{number}.md").write_text(source(600 + number, "the old wages"), encoding="utf-8")
    index(str(base / "records"), base / "old.index", shipped(), ADDRESS)
    for number in range(RECORDS):
        (base / "records" / f"{number}.md").write_text(source(600 + number, "the new wages due"), encoding="utf-8")
    yield base


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes as Unix does")
@pytest.mark.parametrize("old", [True, False], ids=["brought up to date", "made anew"])
def test_an_index_whose_run_is_killed_is_the_old_one_or_the_new(archive: Path, old: bool) -> None:
    path = archive / f"{old}.index"

    def begin() -> int:
        """Begin in a process of its own, which needs not start anew."""
        path.unlink(missing_ok=True)
        if old:
            shutil.copy(archive / "old.index", path)
        process = os.fork()
        if not process:
            index(str(archive / "records"), path, shipped(), ADDRESS)
            os._exit(0)
        return process

    def words() -> list[str]:
        return [hit.row.text.split()[5] for hit in search([path], Query("wages"), MANY)]

    start = time.monotonic()
    os.waitpid(begin(), 0)
    seconds = time.monotonic() - start
    for kill in range(KILLS):
        process = begin()
        # Half of the moments are in the last quarter, when the index is written.
        part = (kill + 1) / KILLS
        time.sleep(seconds * (0.75 * part if kill % 2 else 0.75 + 0.25 * part))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        if old or path.exists():
            assert words() in (["old"] * RECORDS, ["new"] * RECORDS)
    os.waitpid(begin(), 0)
    assert words() == ["new"] * RECORDS
    assert not list(archive.glob(f".{path.name}.*")), "what a killed run left is there"


@pytest.fixture
def samples(in_tmp: Path) -> Path:
    shutil.copytree(SAMPLES, "records/97")
    done = run("index", "records")
    assert done.exit_code == 0 and done.stdout == "precis.index\n"
    return in_tmp


def test_the_command_tells_place_day_speaker_words_and_link(samples: Path) -> None:
    done = run("search", '"wage guarantee fund"', "--speaker", "Castafiore")
    assert done.stdout == (
        "CMW/C/SR.1956, para. 4 · 28 November 2053 · Ms. Castafiore-Wagner (Syldavia)\n"
        "    …(Syldavia) said that her country had created a *wage guarantee fund* in 2049, to which all employers"
        " contributed. The fund paid workers within 30 days and pursued the employer itself. It had paid 14,600 workers"
        " so far, and its costs had been…\n"
        "    https://docs.un.org/en/CMW/C/SR.1956\n\n"
    )
    assert "1 paragraphs" in done.stderr


def test_what_a_state_answered_on_a_theme(samples: Path) -> None:
    done = run("search", "--state", "Ruritania", "--kind", "answer", "--since", "2050", "--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows and all(row["kind"] == "speech" and row["date"] > "2050" for row in rows)
    assert {row["state"] for row in rows} == {"Ruritania"}
    assert all(Path(row["file"]).is_file() for row in rows)
    assert run("search", "--theme", "Recruitment", "--json").stdout.count("\n") >= 1


def test_context_shows_the_paragraphs_around(samples: Path) -> None:
    done = run("search", '"wage guarantee fund"', "--speaker", "Castafiore", "--context", "1")
    assert "    Mr. Lindgren (International Organization" in done.stdout
    assert "    Mr. Mountjoy (Grand Fenwick)" in done.stdout
    told = run("search", '"wage guarantee fund"', "--speaker", "Castafiore", "--context", "1", "--json").stdout
    (row,) = map(json.loads, told.splitlines())
    assert list(row)[: len(PARAGRAPHS.names)] == list(PARAGRAPHS.names)
    assert [row["text"][start:end] for start, end in row["found"]] == ["wage guarantee fund"]
    assert ([each["paragraph"] for each in row["before"]], [each["paragraph"] for each in row["after"]]) == ([3], [5])


def test_precedents_are_counted_by_year(samples: Path) -> None:
    done = run("precedents", "said that the Committee")
    assert done.stdout.startswith("2053  ")
    count = int(done.stdout.split()[1])
    assert count == done.stdout.count("docs.un.org") > 1
    told = [json.loads(line) for line in run("precedents", "said that the Committee", "--json").stdout.splitlines()]
    assert told[0] == {"years": {"2053": count}} and len(told) == count + 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("search", "wages", "--state", "Ruritanya"), "unknown-state"),
        (("search", "wages", "--theme", "Educashun"), "unknown-theme"),
        (("search", "wages", "--body", "xyz"), "unknown-body"),
        (("search", "wages", "--language", "de"), "unknown-language"),
        (("search", "—"), "search-empty"),
        (("search", "wages", "--index", "none"), "index-missing"),
    ],
)
def test_what_cannot_be_looked_for_is_told(words: tuple[str, ...], code: str, samples: Path) -> None:
    done = run(*words)
    assert done.exit_code == 1 and f"[{code}]" in done.stderr


def test_a_search_takes_what_there_is() -> None:
    assert set(MOVES) == {*KINDS, *MoveKind}
