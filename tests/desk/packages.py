"""The script of the desk, and the packages that it is made and tested with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.office import needed

CLIENT = Path(__file__).parents[2] / "generator" / "precis" / "desk" / "client"


def fetched() -> Path:
    """The folder of the client with its packages; skips the test where they are missing, fails it with CI=true."""
    needed("npm", "npm")
    if not (CLIENT / "node_modules").is_dir():
        reason = "the packages of the desk's script are missing; run make desk"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    return CLIENT
