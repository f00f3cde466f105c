"""Every word of digest.toml is asked for by the code that sets digests and briefings: none stands there for nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from precis.language.shapes import ours
from tests.conftest import ROOT

PACKAGE = ROOT / "generator" / "precis"
LEAST = 4
"""So many letters a name has beside its slots, or it would match any other."""


def asked() -> Iterator[str]:
    """Patterns of the names in the code: as they stand, and with slots, f"kind_{paper.kind}".

    Some are what facts say of themselves: an officer is `elected` or `appointed`.
    """
    for file in [*PACKAGE.glob("documents/**/*.py"), *PACKAGE.glob("facts/**/*.py"), *PACKAGE.glob("tasks/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                fixed = [str(part.value) if isinstance(part, ast.Constant) else "" for part in node.values]
                if sum(map(len, fixed)) >= LEAST:
                    yield "".join(re.escape(words) or r"[\w-]*" for words in fixed)


NAMES = re.compile("|".join(sorted(set(asked()))))


@pytest.mark.parametrize("table", ["formulae", "titles", "columns", "prose"])
def test_every_word_is_asked_for(table: str) -> None:
    assert [name for name in ours("digest.toml")[table] if not NAMES.fullmatch(name)] == []


def test_a_word_that_nobody_asks_for_is_seen() -> None:
    assert NAMES.fullmatch("and") and NAMES.fullmatch("kind_digest")
    assert not NAMES.fullmatch("as_at") and not NAMES.fullmatch("nobody_asks")
