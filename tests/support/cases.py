"""Readable cases: a title, what is read, and what is expected, in the text files beside the tests.

    A title that says what the case shows
    ===
    what is read
    ---
    what is expected

A blank line stands between two cases. Some tests read two texts, or expect two: each stands after a line of `---`. A
text may begin with front matter, whose own lines of `---` part nothing; so one that is empty has a blank line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

__all__ = ["Case", "cases_of", "each_case"]

_UNDER_TITLE, _BETWEEN = "===", "---"


@dataclass(frozen=True, slots=True)
class Case:
    """A case, with its texts in their order, and the file and the line of its title."""

    title: str
    texts: tuple[str, ...]
    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file.parent.name}/{self.file.name}:{self.line}: {self.title}"


def cases_of(files: Iterable[Path], texts: int = 2) -> list[Case]:
    """All cases of some files, each of so many texts. AssertionError, with file and line, for one of fewer or more."""
    return [case for file in sorted(files) for case in _cases(file, texts)]


def each_case(files: Iterable[Path], texts: int = 2) -> Callable[[Any], Any]:
    """The mark of a test that is run with each `case` of some files; its name has the file and the line."""
    found = cases_of(files, texts)
    assert found, "there are no cases"
    return pytest.mark.parametrize("case", found, ids=map(str, found))


def _cases(file: Path, texts: int) -> Iterator[Case]:
    lines = file.read_text(encoding="utf-8").split("\n")
    titles = [at - 1 for at, line in enumerate(lines) if line == _UNDER_TITLE]
    before = "\n".join(lines[: titles[0] if titles else None])
    assert not before.strip(), f"{file}:1: no case, since no line of {_UNDER_TITLE} is below its title"
    for title, end in zip(titles, [*titles[1:], len(lines)], strict=True):
        where = f"{file}:{title + 1}"
        found = list(_texts(lines[title + 2 : end], where))
        assert lines[title].strip(), f"{where}: a title is missing above {_UNDER_TITLE}"
        assert len(found) == texts, f"{where}: {len(found)} texts; {texts} are wanted, parted by lines of {_BETWEEN}"
        yield Case(lines[title], (*found[:-1], found[-1].rstrip("\n")), file, title + 1)


def _texts(lines: list[str], where: str) -> Iterator[str]:
    """The texts between the lines that part them."""
    start = 0
    while start <= len(lines):
        at = start
        if lines[start : start + 1] == [_BETWEEN]:
            closed = _BETWEEN in lines[start + 1 :]
            assert closed, f"{where}: front matter without an end; an empty text has a blank line"
            at = lines.index(_BETWEEN, start + 1) + 1
        end = lines.index(_BETWEEN, at) if _BETWEEN in lines[at:] else len(lines)
        yield "\n".join(lines[start:end])
        start = end + 1
