"""A folder checked again: only files that changed are looked through, and all is told as the first time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from precis.tasks import looking
from precis.tasks.known import KNOWN
from tests.support.commands import run
from tests.support.sessions import SAMPLE_SESSION


@pytest.fixture
def given(in_tmp: Path) -> Path:
    shutil.copytree(SAMPLE_SESSION, in_tmp / "given")
    record = in_tmp / "given/1952.md"
    record.write_text(record.read_text("utf-8").replace(" the ", " the  ", 3), encoding="utf-8")
    return in_tmp / "given"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many sources were looked through since it was asked last."""
    count, read = [0], looking.read_faulty

    def counting(*given: object, **named: object) -> object:
        count[0] += 1
        return read(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(looking, "read_faulty", counting)

    def asked() -> int:
        found, count[0] = count[0], 0
        return found

    return asked


def test_nothing_changed(given: Path, looked: Callable[[], int]) -> None:
    first = run("check", "given")
    assert looked() == 7
    again = run("check", "given")
    assert looked() == 0 and (again.output, again.exit_code) == (first.output, first.exit_code)
    assert "1952.md" in first.output


def test_one_changed(given: Path, looked: Callable[[], int]) -> None:
    run("check", "given")
    record = given / "1954.md"
    record.write_text(record.read_text("utf-8").replace(" of ", " of  ", 1), encoding="utf-8")
    looked()
    again = run("check", "given")
    assert looked() == 1 and "1954.md" in again.output
    assert run("check", "given", "--force").output == again.output and looked() == 7


def test_what_records_say_of_one_another_is_told_again(given: Path) -> None:
    record = given / "1954.md"
    record.write_text(record.read_text("utf-8").replace("session: 97", "session: 96", 1), encoding="utf-8")
    first = run("check", "given").output
    assert run("check", "given").output == first


def test_other_rules_and_words_are_looked_for_anew(given: Path, looked: Callable[[], int]) -> None:
    run("check", "given")
    looked()
    run("check", "given", "--words", "Borduria")
    assert looked() == 7


def test_what_is_mended_and_one_file_are_not_kept(given: Path) -> None:
    run("check", "given/1952.md")
    run("check", "given", "--fix")
    assert not Path(KNOWN).exists()
