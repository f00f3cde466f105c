"""The speed of reading a thousand records in each form, and the memory it takes, which does not grow with them.

Fifty different records are written in each form, since to write a thousand PDF files takes minutes, and read twenty
times; nothing of a file is kept from one reading to the next. Each form is read in a process of its own, with those
that it starts. Counted is the time of the core that nine hundred readings take beyond the first hundred, so without the
start of Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import Record
from precis.writers.style import HouseStyle
from tests.benchmarks.generated import generated_records, write_form

WRITTEN, FEW, MANY = 50, 100, 1_000
FORMS = {"md": "source", "txt": "text", "html": "HTML", "docx": "DOCX", "pdf": "PDF"}
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(generated_records(WRITTEN))


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """The lines of the table, printed when all forms are read."""
    lines: list[str] = []
    yield lines
    print("\n\nform      records/s    MB/s   peak MB at 100   at 1,000", *lines, "", sep="\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading some files took: seconds of the core, most memory in megabytes; and their numbered paragraphs."""

    seconds: float
    peak: float
    paragraphs: int


def read_many(count: int, paths: list[Path]) -> Reading:
    """Read so many files in a process of its own (tests/benchmarks/read_many.py)."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), *filter(None, sys.path)))}
    command = [sys.executable, "-m", "tests.benchmarks.read_many", str(count), *map(str, paths)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    assert process.stdout is not None
    paragraphs, peak = process.stdout.read().split()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return Reading(used.ru_utime + used.ru_stime, int(peak) / 1024, int(paragraphs))


@pytest.mark.benchmark(group="reading 1,000 records")
@pytest.mark.parametrize("form", FORMS, ids=FORMS.values())
def test_reading(
    benchmark,
    form: str,
    records: list[Record],
    table: list[str],
    tmp_path: Path,
    style: HouseStyle,
    assets: Assets,
) -> None:
    paths = [tmp_path / f"{number}.{form}" for number in range(WRITTEN)]
    for record, path in zip(records, paths, strict=True):
        write_form(record, path, style, assets)
    few = read_many(FEW, paths)
    many = benchmark.pedantic(read_many, (MANY, paths), rounds=1)
    seconds = (many.seconds - few.seconds) / (MANY - FEW)
    size = sum(path.stat().st_size for path in paths) / WRITTEN / 1e6
    table.append(f"{FORMS[form]:8}  {1 / seconds:9.0f}  {size / seconds:6.2f}  {few.peak:15.0f}  {many.peak:9.0f}")
    numbered = sum(paragraph.number is not None for record in records for paragraph in record.paragraphs)
    assert many.paragraphs == MANY // WRITTEN * numbered
    assert many.peak < 1.1 * few.peak
