"""What Word shows of a paragraph, a table, a note, a change: see cases.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import shipped
from precis.reading.forms.docx import read_docx
from tests.read_docx.letters import lost
from tests.read_docx.made import docx
from tests.read_docx.shown import shown

CASES = [*Path(__file__).parent.glob("*.txt")]


def cases() -> Iterator[tuple[str, str, str]]:
    """Title, XML and lines of each case, set apart by lines of one stop."""
    for path in sorted(CASES):
        for case in path.read_text(encoding="utf-8").split("\n\n==\n\n"):
            title, xml, expected = case.strip("\n").split("\n.\n")
            yield title, xml, expected


@pytest.mark.parametrize(("title", "xml", "expected"), list(cases()), ids=[case[0] for case in cases()])
def test_a_file_is_read_as_word_shows_it(title: str, xml: str, expected: str) -> None:
    body, *others = re.split(r"^# (\w+)$", xml, flags=re.MULTILINE)
    parts = dict(zip(others[::2], others[1::2], strict=True))
    data = docx(body, **parts)
    text = read_docx(data, "case.docx", shipped(), rejected="rejected" in title)
    found = [
        f"{shown(line)}".replace(" |", ", new page |", 1) if line.after_page else shown(line) for line in text.lines
    ]
    found += [f"- {each.span.line or ''}: {each.reason}: {each.old}".replace("- : ", "- ") for each in text.findings]
    assert [line.rstrip() for line in found] == expected.split("\n")
    assert lost(data, text) == []
