"""A desk that runs as a user begins it: a process of its own, its address, and a client that has been let in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "records" / "cmw" / "97"
_SECONDS = 30


@dataclass
class Server:
    """A desk of `folder`: `origin` is "http://127.0.0.1:8123", `address` that with the token."""

    folder: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        return self.address.partition("/?")[0]

    def client(self) -> httpx.Client:
        """A browser that brings the token, and with it all that the desk wants; only one of a server gets in."""
        client = httpx.Client(base_url=self.origin, headers={"X-Precis": "desk"}, timeout=_SECONDS)
        assert client.get(self.address).status_code == 303
        return client

    def kill(self) -> None:
        """Kill -9, with nothing of it tidied up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def post(client: httpx.Client, name: str, status: int = 200, /, **said: Any) -> Any:
    """What the API answers, which has that status."""
    answer = client.post(f"/api/{name}", json=said)
    assert answer.status_code == status, answer.text
    return answer.json()


def environment() -> dict[str, str]:
    """The environment in which another process finds this checkout."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@contextmanager
def served(folder: Path, *options: str) -> Iterator[Server]:
    """A desk of a folder until the end of the block; documents are built beside the folder, into output/."""
    command = [sys.executable, "-m", "precis", "desk", str(folder), "--no-browser", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=environment(), cwd=folder.parent, start_new_session=True
    )
    try:
        assert process.stdout is not None
        yield Server(folder, process.stdout.readline().strip(), process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(_SECONDS)
        if process.stdout is not None:
            process.stdout.close()


def session_in(place: Path) -> Path:
    """A copy of the sample session, to be written in."""
    return Path(shutil.copytree(SAMPLES, place / "97"))


def wait_until(holds: Any, seconds: float = _SECONDS) -> None:
    """Wait until something holds; an error if it does not in time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come to hold in time"
        time.sleep(0.02)
