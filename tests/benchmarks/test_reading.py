"""The speed of reading a thousand records in each form, and the memory it takes, which does not grow with them.

Fifty different records are written in each form, since to write a thousand PDF files takes minutes, and read twenty
times; nothing of a file is kept from one reading to the next. Each form is read in a process of its own, on one core;
the time is that of the core.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
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


def read_many(count: int, paths: list[Path]) -> dict[str, float]:
    """What reading so many files takes, as tests/benchmarks/read_many.py has it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), *filter(None, sys.path)))}
    command = [sys.executable, "-m", "tests.benchmarks.read_many", str(count), *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, env=environment, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


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
    speed, megabytes = MANY / many["seconds"], many["bytes"] / many["seconds"] / 1e6
    table.append(f"{FORMS[form]:8}  {speed:9.0f}  {megabytes:6.2f}  {few['peak']:15.0f}  {many['peak']:9.0f}")
    numbered = sum(paragraph.number is not None for record in records for paragraph in record.paragraphs)
    assert many["paragraphs"] == MANY // WRITTEN * numbered
    assert many["peak"] < 1.1 * few["peak"]
