"""Papers made again: only records that changed are read, only pages that changed are set, and all is as made anew."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from precis.facts import exchange
from precis.facts.dialogue import pairs
from precis.facts.dialogue.lines import Line
from precis.facts.dialogue.pairs import Pair
from precis.facts.fact import MoveKind
from precis.tasks import packed, papers, taken
from precis.tasks.known import KNOWN
from precis.tasks.packed import pack, unpack
from tests.support.commands import run
from tests.support.processes import run_python
from tests.support.sessions import SAMPLE_SESSION


@pytest.fixture
def given(in_tmp: Path) -> Path:
    folder = in_tmp / "given"
    shutil.copytree(SAMPLE_SESSION, folder)
    return folder


def make(*words: str, out: str = "out") -> str:
    done = run(*words, "--to", "html,docx", "-o", out)
    assert done.exit_code == 0, done.output
    return done.output


def files(folder: str = "out") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.name[0] != "."}


def change(given: Path, old: str = " asked ", new: str = " wondered ") -> None:
    record = given / "1952.md"
    text = record.read_text("utf-8")
    assert old in text
    record.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[int, int]]:
    """How many records were read and pages set since it was asked last."""
    counted = {"read": 0, "set": 0}

    def counting(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def called(*given: object, **named: object) -> object:
            counted[name] += 1
            return function(*given, **named)

        return called

    monkeypatch.setattr(taken, "read_file", counting("read", taken.read_file))
    monkeypatch.setattr(papers, "files_of", counting("set", papers.files_of))

    def asked() -> tuple[int, int]:
        found = counted["read"], counted["set"]
        counted.update(read=0, set=0)
        return found

    return asked


def test_nothing_changed(given: Path, count: Callable[[], tuple[int, int]]) -> None:
    said, before = make("digest", "given"), files()
    assert count() == (7, 1)
    assert make("digest", "given") == said and files() == before
    assert count() == (0, 0)


def test_nothing_is_loaded_that_reads_or_sets(given: Path) -> None:
    make("digest", "given")
    code = "import sys; from precis.cli import main; main(sys.argv[1:], standalone_mode=False); print(*sys.modules)"
    said = run_python(code, "digest", "given", "--to", "html,docx", "-o", "out").decode()
    assert not {"docx", "jinja2", "yaml", "sqlite3", "precis.tasks.gather"} & set(said.split())


def test_one_record_changed(given: Path, count: Callable[[], tuple[int, int]]) -> None:
    make("digest", "given")
    change(given)
    count()
    said = make("digest", "given")
    assert count() == (1, 0)  # the digest does not quote what changed
    assert make("digest", "given", out="clean").replace("clean/", "out/") == said
    assert files() == files("clean")


def test_of_many_papers_only_those_that_changed_are_set(given: Path, count: Callable[[], tuple[int, int]]) -> None:
    make("brief", "given", "--all")
    assert count() == (7, 10)
    change(given, "rose: 17:55", "rose: 17:50")
    make("brief", "given", "--all")
    read, pages = count()
    assert read == 1 and 0 < pages < 5
    make("brief", "given", "--all", out="clean")
    assert files() == files("clean")


def test_questions_are_paired_again_where_a_record_of_their_dialogue_changed(
    given: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paired: list[set[str]] = []

    def pairs_of(lines: Sequence[Line], *given: Any) -> list[Pair]:
        paired.append({line.at.record for line in lines})
        return pairs.pairs_of(lines, *given)

    monkeypatch.setattr(exchange, "pairs_of", pairs_of)
    make("digest", "given")
    held = [records for records in paired if "CMW/C/SR.1952" in records]
    assert len(paired) > len(held) == 1
    paired.clear()
    change(given)
    make("digest", "given")
    assert paired == held
    make("digest", "given", out="clean")
    assert files() == files("clean")


def test_other_words_are_another_result(given: Path, count: Callable[[], tuple[int, int]]) -> None:
    make("brief", "given", "--state", "Ruritania")
    count()
    make("brief", "given", "--state", "Borduria")
    assert count() == (0, 1)
    make("brief", "given", "--state", "Ruritania")
    assert count() == (0, 0)


def test_a_record_that_stands_beside_now_is_led_to(given: Path) -> None:
    make("digest", "given")
    assert run("build", "given/1952.md", "--to", "html", "-o", "out").exit_code == 0
    make("digest", "given")
    assert b'href="CMW_C_SR.1952-en.html#' in files()["CMW_97_digest-en.html"]


def test_force_reads_and_sets_all(given: Path, count: Callable[[], tuple[int, int]]) -> None:
    make("digest", "given")
    count()
    make("digest", "given", "--force")
    assert count() == (7, 1)


def test_a_dry_run_writes_nothing(given: Path) -> None:
    make("digest", "given", "--dry-run")
    assert not Path("out").exists()


class _Wrong:
    """What the bytes of a value would be filled into is no frozen class of ours."""

    def __reduce__(self) -> tuple[object, ...]:
        return packed._filled, (MoveKind, "question")


class _Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("harm",)


def spoilt() -> list[bytes]:
    harmful = [zlib.compress(pickle.dumps(each)) for each in (_Harm(), _Wrong())]
    return [b"", b"no bytes of zlib", pack(3)[:-2], pack(3) + b"more", *harmful]


@pytest.mark.parametrize("data", spoilt(), ids=["empty", "other", "cut", "longer", "harm", "kind"])
def test_bytes_that_are_none_of_ours_are_refused(in_tmp: Path, data: bytes) -> None:
    with pytest.raises(ValueError, match="cannot be unpacked"):
        unpack(data)
    assert not Path("harm").exists()


def test_a_store_that_is_damaged_or_of_others_is_as_none(given: Path) -> None:
    make("digest", "given")
    whole, store = files(), Path("out") / KNOWN
    data = store.read_bytes()
    for number, wrong in enumerate((b"", b"no database", data[:5000], data[:4096] + bytes(len(data) - 4096))):
        store.write_bytes(wrong)
        (given / "session.md").write_text((given / "session.md").read_text("utf-8") + "\n" * number, encoding="utf-8")
        make("digest", "given", "--language", "en")
        assert files() == whole
    for wrong in spoilt():
        with sqlite3.connect(store) as connection:
            connection.execute("UPDATE known SET data = ?", (wrong,))
        change(given, " the ", "  the ")
        make("digest", "given")
        assert files() == whole
    assert not Path("harm").exists()


def test_a_folder_in_its_place_is_as_none(given: Path) -> None:
    (Path("out") / KNOWN).mkdir(parents=True)
    make("digest", "given")
    assert set(files()) == {"CMW_97_digest-en.html", "CMW_97_digest-en.docx"}
