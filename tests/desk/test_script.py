"""The script of the desk: what is committed is what its sources make, with the licences of all that is in it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.desk.packages import CLIENT, fetched

MADE = ("desk.js", "desk.css", "theme.js", "LICENSES.txt")


@pytest.fixture
def folder() -> Path:
    """The folder of the client, with its packages."""
    return fetched()


def test_the_bundle_is_what_the_sources_make(folder: Path, tmp_path: Path) -> None:
    subprocess.run(["node", "build.mjs", str(tmp_path)], cwd=folder, check=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(MADE)
    for name in MADE:
        assert (tmp_path / name).read_bytes() == (folder / "dist" / name).read_bytes(), f"{name}: run make desk"


def test_the_types_of_the_script_hold(folder: Path) -> None:
    done = subprocess.run(["npm", "run", "--silent", "check"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_bundle_carries_the_licences_of_its_packages() -> None:
    said = (CLIENT / "dist" / "LICENSES.txt").read_text(encoding="utf-8")
    wanted = json.loads((CLIENT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    for name, version in wanted.items():
        assert f"{name} {version} (MIT)\n" in said
    assert said.count("Permission is hereby granted, free of charge") == said.count(" (MIT)\n") > len(wanted)


def test_the_lock_names_no_address_and_each_package_by_its_hash() -> None:
    locked = json.loads((CLIENT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert len(locked) > 10
    for name, package in locked.items():
        assert "resolved" not in package
        assert not name or package["integrity"].startswith("sha512-")
