"""A cluster of Dask on this machine: a scheduler with workers, which begin anew when they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT

__all__ = ["dask"]


@contextmanager
def dask(folder: Path, workers: int) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with so many workers, and their process numbers. They keep files in `folder`."""
    told = folder / "scheduler.json"
    here = ("--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", str(told))
    begun = [_begin("dask_scheduler", "--port", "0", *here, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1")]
    until = time.monotonic() + 60
    while not told.exists() and time.monotonic() < until:
        time.sleep(0.1)
    one = ("dask_worker", *here, "--nthreads", "1", "--local-directory", str(folder))
    begun.extend(_begin(*one) for _ in range(workers))
    try:
        yield json.loads(told.read_text())["address"], [process.pid for process in begun[1:]]
    finally:
        for process in begun:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _begin(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "generator"), str(ROOT))), **environment}
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
        env=paths,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
