"""Killed in its middle, a command leaves whole files and no process; the next run ends what it began."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.trials.made import COVER, printed_page

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")

FILES = 24
KILLS = 10
GONE = 1.0
"""Seconds after which nobody is left."""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of records in text, and a PDF file that is read in a process of its own."""
    folder = tmp_path_factory.mktemp("given")
    for number in range(FILES):
        cover = "\n".join(COVER).replace("1953", str(1954 + number))
        said = "\n\n".join(f"{at}. Ms. Duquesne spoke of {at} reports and of their quotas." for at in range(1, 60))
        text = f"{cover}\nThe meeting was called to order at 3.05 p.m.\n\nOrganizational matters\n\n{said}\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "99.pdf").write_bytes(printed_page("<p>1. Ms. Duquesne spoke.</p>"))
    return folder


@pytest.fixture(scope="module")
def sources(given: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder, read without a stop."""
    target = tmp_path_factory.mktemp("sources")
    _begun("parse", given, target).wait()
    return target


def _begun(command: str, folder: Path, target: Path, *more: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "precis", command, str(folder), "-o", str(target), *more]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=paths, start_new_session=True
    )


def _killed(process: subprocess.Popen[bytes], seconds: float) -> set[int]:
    """Kill a process after a time, and give those of its session that are there a second later."""
    time.sleep(seconds)
    process.kill()
    process.wait()
    until = time.monotonic() + GONE
    while (left := _of_session(process.pid)) and time.monotonic() < until:
        time.sleep(0.02)
    for each in left:
        os.kill(each, signal.SIGKILL)
    return left


def _of_session(session: int) -> set[int]:
    found = set()
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = (each / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                found.add(int(each.name))
    return found


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _taken(command: str, folder: Path, target: Path, *more: str) -> float:
    start = time.monotonic()
    assert _begun(command, folder, target, *more).wait() in (0, 3)
    return time.monotonic() - start


def test_reading_a_folder_killed(given: Path, sources: Path, tmp_path: Path) -> None:
    whole = _files(sources)
    assert len(whole) == FILES + 2
    seconds = _taken("parse", given, tmp_path / "again")
    for kill in range(KILLS):
        target = tmp_path / str(kill)
        assert not _killed(_begun("parse", given, target), seconds * (kill + 1) / (KILLS + 1))
        left = _files(target)
        assert set(left.values()) <= set(whole.values())
    _begun("parse", given, target).wait()
    assert _files(target) == whole


def test_building_a_folder_killed(sources: Path, tmp_path: Path) -> None:
    (folder,) = (path for path in sources.glob("*/*") if path.is_dir())
    seconds = _taken("build", folder, tmp_path / "whole", "--to", "html")
    whole = _files(tmp_path / "whole")
    assert len(whole) == FILES + 1 + 1  # and the ledger
    for kill in range(KILLS):
        target = tmp_path / str(kill)
        assert not _killed(_begun("build", folder, target, "--to", "html"), seconds * (kill + 1) / (KILLS + 1))
        assert set(_files(target).values()) <= set(whole.values())
    _begun("build", folder, target, "--to", "html").wait()
    assert _files(target).items() >= whole.items()
