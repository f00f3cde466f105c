"""What commands take beside another checkout: `PRECIS_BEFORE=DIR make benchmarks` prints the ratio of each.

Each command runs in a process of its own, in turn from the checkout in DIR and from this one; counted is the time of
the cores, with that of the processes it starts. The least of the rounds is what noise leaves of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import precis
from precis.assets import Assets
from precis.writers.style import HouseStyle
from tests.benchmarks.generated import generated_records, write_form
from tests.support.sessions import write_session

HERE = Path(__file__).parent.parent.parent
BEFORE = os.environ.get("PRECIS_BEFORE", "")
RECORDS, PARAGRAPHS, ROUNDS = 40, 75, 5
BYTECODE = {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "precis-bytecode")}
"""Where modules are kept compiled, as those of an installed package are: a checkout may not be written to."""
READ = "import sys, precis; [precis.read(file) for file in sys.argv[1:]]"
FEW, MANY = 1, 5
"""How often each file is read by one process, to know what a further one costs."""

pytestmark = pytest.mark.skipif(not BEFORE, reason="PRECIS_BEFORE names no checkout to compare with")


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """The lines of the table, printed when all commands have run."""
    lines: list[str] = []
    yield lines
    print("\n\ncommand                before s    here s   ratio", *lines, "", sep="\n")


def seconds(checkout: Path, arguments: Sequence[str], *, faults: bool = False, at: Path | None = None) -> float:
    """The time of the cores that a command of Python takes with the package of a checkout, in an empty folder or `at`.

    It may tell `faults` of its input.
    """
    environment = {**os.environ, "PYTHONPATH": str(checkout / "generator"), "PYTHONHASHSEED": "0", **BYTECODE}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        command, quiet = [sys.executable, *arguments], subprocess.DEVNULL if faults else None
        process = subprocess.Popen(command, env=environment, cwd=at or folder, stdout=subprocess.DEVNULL, stderr=quiet)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0 or faults, f"{arguments} failed in {checkout}"
    return used.ru_utime + used.ru_stime


def compare(name: str, arguments: Sequence[str], table: list[str]) -> None:
    taken = [[seconds(checkout, arguments) for checkout in (Path(BEFORE), HERE)] for _ in range(ROUNDS)]
    before, here = (min(each) for each in zip(*taken, strict=True))
    table.append(f"{name:20}  {before:9.2f} {here:9.2f} {here / before:7.2f}")


def compare_further(name: str, files: list[str], table: list[str]) -> None:
    turns = [(checkout, times) for checkout in (Path(BEFORE), HERE) for times in (FEW, MANY)]
    taken = [[seconds(checkout, ("-c", READ, *files * times)) for checkout, times in turns] for _ in range(ROUNDS)]
    few_before, many_before, few, many = (min(each) for each in zip(*taken, strict=True))
    before, here = (many_before - few_before) / (MANY - FEW), (many - few) / (MANY - FEW)
    table.append(f"{name:20}  {before:9.2f} {here:9.2f} {here / before:7.2f}")


@pytest.mark.benchmark(group="against another checkout")
@pytest.mark.parametrize("form", ["txt", "docx", "html", "pdf"])
def test_reading(benchmark, form: str, table: list[str], tmp_path: Path, style: HouseStyle, assets: Assets) -> None:
    paths = [tmp_path / f"{number}.{form}" for number in range(RECORDS)]
    for record, path in zip(generated_records(RECORDS), paths, strict=True):
        write_form(record, path, style, assets)
    benchmark.pedantic(compare, (f"read {RECORDS} {form}", ("-c", READ, *map(str, paths)), table), rounds=1)


@pytest.mark.benchmark(group="against another checkout")
def test_a_further_pdf(benchmark, table: list[str], tmp_path: Path, style: HouseStyle, assets: Assets) -> None:
    """What a PDF costs to read in a process that has read others, as in an archive: that of the start is taken off."""
    paths = [tmp_path / f"{number}.pdf" for number in range(RECORDS)]
    for record, path in zip(generated_records(RECORDS), paths, strict=True):
        write_form(record, path, style, assets)
    benchmark.pedantic(compare_further, (f"read {RECORDS} further pdf", list(map(str, paths)), table), rounds=1)


@pytest.mark.benchmark(group="against another checkout")
def test_digest(benchmark, table: list[str], tmp_path: Path) -> None:
    write_session(tmp_path, RECORDS, PARAGRAPHS)
    arguments = ("-m", "precis", "digest", str(tmp_path), "-o", "out")
    benchmark.pedantic(compare, (f"digest of {RECORDS}", arguments, table), rounds=1)


@pytest.mark.benchmark(group="against another checkout")
def test_start(benchmark, table: list[str]) -> None:
    benchmark.pedantic(compare, ("--help", ("-m", "precis", "--help"), table), rounds=1)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    for number, record in enumerate(generated_records(RECORDS)):
        precis.write(record, folder / f"{number}.md")
    return folder


@pytest.mark.benchmark(group="against another checkout")
@pytest.mark.parametrize("formats", ["pdf", "docx", "pdf,docx"])
def test_build(benchmark, formats: str, table: list[str], records: Path) -> None:
    arguments = ("-m", "precis", "build", *map(str, records.iterdir()), "--to", formats, "-o", "out")
    benchmark.pedantic(compare, (f"build {RECORDS} {formats}", arguments, table), rounds=1)


@pytest.mark.benchmark(group="against another checkout")
@pytest.mark.parametrize("formats", ["pdf", "docx", "pdf,docx"])
def test_first(benchmark, formats: str, table: list[str], records: Path) -> None:
    arguments = ("-m", "precis", "build", str(records / "0.md"), "--to", formats, "-o", "out")
    benchmark.pedantic(compare, (f"a first {formats}", arguments, table), rounds=1)
