"""A folder built again, beside a clean build of it: with nothing changed, and with one record changed.

Counted is the time of the cores of the command and of the processes it starts; the least of the rounds is printed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import precis
from tests.benchmarks.generated import generated_records
from tests.benchmarks.test_against import HERE, seconds

RECORDS, ROUNDS = 40, 3


def _build(folder: Path) -> float:
    return seconds(HERE, ("-m", "precis", "build", str(folder), "-o", str(folder.parent / "out")))


def _change(record: Path, turn: int) -> None:
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("The case had", f"In turn {turn}, the case had", 1), encoding="utf-8")


def _compare(folder: Path) -> None:
    for number, record in enumerate(generated_records(RECORDS)):
        precis.write(record, folder / f"{number}.md")
    clean = _build(folder)
    same = min(_build(folder) for _ in range(ROUNDS))
    one = []
    for turn in range(ROUNDS):
        _change(folder / f"{turn}.md", turn)
        one.append(_build(folder))
    print(f"\n\nbuild of {RECORDS} again   clean {clean:.2f} s   nothing changed {same / clean:.3f}", end="")
    print(f"   one changed {min(one) / clean:.3f}\n")


@pytest.mark.benchmark(group="a folder built again")
def test_again(benchmark, tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    benchmark.pedantic(_compare, (folder,), rounds=1)
