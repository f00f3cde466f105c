"""Many records: the memory of all processes of a build, and what two workers of a cluster do beside one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import precis
from tests.benchmarks.generated import generated_records
from tests.benchmarks.test_against import BYTECODE, HERE
from tests.support.clusters import dask

FEW, MANY, TOGETHER = 100, 1000, 200
PROC = Path("/proc")

pytestmark = [
    pytest.mark.benchmark(group="many records"),
    pytest.mark.skipif(not (PROC / "self/smaps_rollup").exists(), reason="the system does not tell of memory"),
]


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    for number, record in enumerate(generated_records(MANY)):
        precis.write(record, folder / f"{number:04}.md")
    return folder


def _build(records: Path, count: int, out: Path, *more: str) -> subprocess.Popen[bytes]:
    """The command that builds so many of the records."""
    sources = [str(path) for path in sorted(records.iterdir())[:count]]
    environment = {**os.environ, "PYTHONPATH": str(HERE / "generator"), **BYTECODE}
    command = [sys.executable, "-m", "precis", "build", *sources, "-o", str(out), "--force", *more]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _below(number: int) -> list[int]:
    """A process and those that it began, with theirs."""
    try:
        found = [
            child for each in (PROC / f"{number}/task").iterdir() for child in (each / "children").read_text().split()
        ]
    except OSError:
        return []
    return [number, *(each for child in found for each in _below(int(child)))]


def _held(number: int) -> int:
    """The memory of a process in kilobytes; of what it shares with others, its part."""
    try:
        lines = (PROC / f"{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _peak(records: Path, count: int, out: Path) -> int:
    process, peak = _build(records, count, out, "--to", "pdf"), 0
    while process.poll() is None:
        peak = max(peak, sum(map(_held, _below(process.pid))))
        time.sleep(0.1)
    assert process.returncode == 0
    return peak


def _used(number: int) -> float:
    """The time of the cores that a process and those it began have taken, in seconds."""
    ticks = 0
    for each in _below(number):
        said = (PROC / f"{each}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, said[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def test_memory(benchmark, records: Path, tmp_path: Path) -> None:
    def compare() -> None:
        few, many = (_peak(records, count, tmp_path / str(count)) for count in (FEW, MANY))
        print(f"\n\nmemory: {FEW} records {few / 1024:.0f} MB, {MANY} records {many / 1024:.0f} MB, {many / few:.2f}")
        assert many <= 1.2 * few

    benchmark.pedantic(compare, rounds=1)


def _by_workers(records: Path, workers: int, folder: Path) -> tuple[float, float]:
    """The seconds of a build by so many workers by the clock, and the most that one of their cores took."""
    folder.mkdir()
    with dask(folder, workers) as (address, numbers):
        assert _build(records, workers, folder / "first", "--cluster", address).wait() == 0  # all of them are there
        before = [_used(number) for number in numbers]
        begun = time.monotonic()
        assert _build(records, TOGETHER, folder / "out", "--cluster", address).wait() == 0
        clock = time.monotonic() - begun
        return clock, max(_used(number) - was for number, was in zip(numbers, before, strict=True))


def test_workers(benchmark, records: Path, tmp_path: Path) -> None:
    """Where others use the cores of this machine too, the clock tells of them, and the cores of the workers."""
    pytest.importorskip("distributed", reason="Dask distributed is not installed: precis[cluster]")

    def compare() -> None:
        one, two = (_by_workers(records, workers, tmp_path / f"{workers}") for workers in (1, 2))
        for what, alone, together in zip(("by the clock", "busiest core"), one, two, strict=True):
            print(f"\n{what}: one worker {alone:.1f} s, two {together:.1f} s, {alone / together:.2f} times as fast")

    benchmark.pedantic(compare, rounds=1)
