"""On which line of a TOML text a key stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from precis.assets import shipped
from precis.assets.lines import KeyPath, line_of

TEXT = '''\
a = 1   # one
[b."x.y"]
c.d = """x
y = 1
"""
e = [
  1, "]",
  # 2
  { f = 2, g = [3] },
]
'h' = 1979-05-27 07:32:00
[[i]]
j = '#'
[[i]]
j = 2
[i.k]
l = 3
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 1), (("b",), 2), (("b", "x.y"), 2), (("b", "x.y", "c", "d"), 3), (("b", "x.y", "e"), 6),
        (("b", "x.y", "e", 1), 7), (("b", "x.y", "e", 2, "g", 0), 9), (("b", "x.y", "h"), 11), (("i", 0, "j"), 13),
        (("i", 1), 14), (("i", 1, "j"), 15), (("i", 1, "k", "l"), 17),
        (("b", "nothing"), 2), (("nothing",), None),
    ],
)  # fmt: skip
def test_lines(path: KeyPath, line: int | None) -> None:
    assert line_of(TEXT, path) == line


def paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*path, key)
        yield from paths(each, (*path, key))


@pytest.mark.parametrize(
    "file", sorted(shipped().folders[0].rglob("*.toml")), ids=lambda path: path.parent.name + "/" + path.name
)
def test_every_key_of_our_files_has_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    keys = [path for path in paths(tomllib.loads(text)) if isinstance(path[-1], str)]
    told = [(path, line_of(text, path)) for path in keys[:: max(1, len(keys) // 40)]]
    assert [path for path, line in told if line is None or str(path[-1]).split("\n")[0] not in lines[line - 1]] == []
