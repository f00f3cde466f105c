"""What a command told a user, without the codes at the ends of the lines, each of which is in the table.

The columns are left out too; `tests/source/test_spans.py` holds them.
"""

from __future__ import annotations

import re

from click.testing import Result

from precis.model import MESSAGES

_CODE = re.compile(r" \[([a-z-]+)\]$", re.MULTILINE)


_FORM = re.compile(
    r"(?:(?P<place>\S.*?(?::\d+(?::\d+)?|, (?:page|paragraph) \d+)?): )?"
    r"(?:error|warning|inferred|repaired|missing|unread): \S.*"
)
_COLUMN = re.compile(r"^(\S.*?:\d+):\d+(?=: [a-z]+: )", re.MULTILINE)
_ERROR = re.compile(r"(?:\S.*?: )?error: ")


def told(result: Result) -> str:
    """All of standard error; what is told of an input ends in its code, and is FILE:LINE:COLUMN: LEVEL: and words."""
    lines = [line for line in result.stderr.splitlines() if _CODE.search(line)]
    assert all(code in MESSAGES for code in _CODE.findall(result.stderr))
    assert [line for line in lines if not _FORM.fullmatch(line)] == []
    return _COLUMN.sub(r"\1", _CODE.sub("", result.stderr))


def errors(result: Result) -> list[str]:
    """The lines that tell a fault."""
    lines = [line for line in result.stderr.splitlines() if _ERROR.match(line)]
    assert all(_CODE.search(line) for line in lines)
    return [line for line in told(result).splitlines() if _ERROR.match(line)]
