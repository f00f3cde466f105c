"""What a command told a user, without the codes at the ends of the lines, each of which is in the table."""

from __future__ import annotations

import re

from click.testing import Result

from precis.model import MESSAGES

_CODE = re.compile(r" \[([a-z-]+)\]$", re.MULTILINE)


def told(result: Result) -> str:
    """All of standard error; what is told of an input ends in its code."""
    assert all(code in MESSAGES for code in _CODE.findall(result.stderr))
    return _CODE.sub("", result.stderr)


def errors(result: Result) -> list[str]:
    """The lines that tell a fault."""
    lines = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert all(_CODE.search(line) for line in lines)
    return [line for line in told(result).splitlines() if line.startswith("error: ")]
