"""The desk as it is begun and ended: what it tells, what a mistake is told as, and nothing that a user need not see."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from precis.cli import main
from precis.cli.group import Exit
from tests.desk.server import environment, session_in
from tests.support.told import told


@pytest.mark.parametrize("seconds", [0.0, 0.3, 1.0])
def test_ctrl_c_ends_it_without_a_word_while_pages_listen_and_wait(tmp_path: Path, seconds: float) -> None:
    """A terminal sends Ctrl-C to all processes of the desk."""
    command = [sys.executable, "-m", "precis", "desk", str(session_in(tmp_path)), "--no-browser"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(), start_new_session=True
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    client = httpx.Client(base_url=address.partition("/?")[0], timeout=30)
    client.get(address)
    with client.stream("GET", "/events") as news:
        assert news.status_code == 200
        waiting = threading.Thread(target=lambda: client.post("/api/digest", json={}, headers={"X-Precis": "desk"}))
        waiting.start()
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=10)
        waiting.join()
    assert process.returncode == Exit.DONE
    assert out == ""
    assert err == "closed\n"


def test_a_folder_that_is_not_there_is_told(in_tmp: Path) -> None:
    result = CliRunner().invoke(main, ["desk", "nowhere"])
    assert result.exit_code == Exit.FAULT
    assert told(result) == "nowhere: error: is not there; name the folder of a session\n"


def test_a_file_is_no_folder(in_tmp: Path) -> None:
    (in_tmp / "620.md").write_text("text", encoding="utf-8")
    result = CliRunner().invoke(main, ["desk", "620.md"])
    assert result.exit_code == Exit.FAULT
    assert told(result) == "620.md: error: is a file; name the folder it is in\n"


def test_a_port_that_is_taken_is_told(in_tmp: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = CliRunner().invoke(main, ["desk", str(in_tmp), "--port", str(port)])
    assert result.exit_code == Exit.FAULT
    assert told(result).startswith(f"error: port {port} cannot be had: ")
    assert "--port" in told(result)


@pytest.mark.parametrize("package", ["starlette", "uvicorn", "watchfiles"])
def test_what_is_not_installed_is_named_with_how(in_tmp: Path, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    result = CliRunner().invoke(main, ["desk", str(in_tmp)])
    assert result.exit_code == Exit.FAULT
    assert told(result) == f'error: precis desk needs {package}; run: pip install "precis[desk]"\n'


def test_the_settings_of_the_folder_are_taken(in_tmp: Path) -> None:
    (in_tmp / "precis.toml").write_text('templates = "nowhere"\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["desk", str(in_tmp)])
    assert result.exit_code == Exit.FAULT
    assert "nowhere" in told(result)


def test_help_of_the_desk_loads_no_server() -> None:
    code = "import sys; sys.argv = ['precis', 'desk', '--help']\nfrom precis.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "print(sorted(set(sys.modules) & {'starlette', 'uvicorn', 'watchfiles', 'jinja2', 'lxml'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment())
    assert done.stdout.splitlines()[-1] == "[]"
