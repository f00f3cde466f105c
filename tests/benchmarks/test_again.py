"""A folder built again, beside a clean build of it: with nothing changed, and with one record changed.

Counted is the time of the cores of the command and of the processes it starts; the least of the rounds is printed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import precis
from tests.benchmarks.generated import generated_records
from tests.benchmarks.test_against import HERE, seconds
from tests.support.sessions import write_session

RECORDS, PARAGRAPHS, ROUNDS = 40, 75, 3


def _run(folder: Path, *words: str) -> float:
    return seconds(HERE, ("-m", "precis", *words), faults=True, at=folder.parent)


def _change(record: Path, old: str, new: str) -> None:
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new, 1), encoding="utf-8")


def _compare(name: str, folder: Path, words: tuple[str, ...], old: str) -> None:
    """Print what a command takes again, of what it takes the first time."""
    _run(folder, *words, "--force")  # it is loaded, and compiled, once before
    clean = _run(folder, *words, "--force")
    same = min(_run(folder, *words) for _ in range(ROUNDS))
    one = []
    for turn, record in enumerate(sorted(folder.glob("*.md"))[:ROUNDS]):
        _change(record, old, f"{old} {'very ' * turn}soon")
        one.append(_run(folder, *words))
    print(f"\n{name:24} clean {clean:6.2f} s   nothing changed {same / clean:.3f}", end="")
    print(f"   one changed {min(one) / clean:.3f}")


@pytest.mark.benchmark(group="a folder again")
def test_build(benchmark, tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    for number, record in enumerate(generated_records(RECORDS)):
        precis.write(record, folder / f"{number}.md")
    words = ("build", str(folder), "-o", str(tmp_path / "out"))
    benchmark.pedantic(_compare, (f"build of {RECORDS}", folder, words, "The case had"), rounds=1)


@pytest.mark.benchmark(group="a folder again")
@pytest.mark.parametrize("command", ["digest", "check"])
def test_session(benchmark, tmp_path: Path, command: str) -> None:
    folder = write_session(tmp_path / "records", RECORDS, PARAGRAPHS)
    words = ("digest", str(folder), "-o", str(tmp_path / "out")) if command == "digest" else ("check", str(folder))
    benchmark.pedantic(_compare, (f"{command} of {RECORDS}", folder, words, "The Government"), rounds=1)
