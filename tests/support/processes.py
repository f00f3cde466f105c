"""Running Python in a process of its own, with the modules that the tests have."""

from __future__ import annotations

import os
import subprocess
import sys

__all__ = ["run_python"]


def run_python(code: str, *arguments: str, **environment: str) -> bytes:
    """What `code` writes; its arguments are `sys.argv[1:]`, its environment is ours and `environment`."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
    ).stdout
