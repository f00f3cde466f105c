"""Sentences of records told so that each can stand alone: a text, and how each of its sentences is told, or `-`."""

from __future__ import annotations

from pathlib import Path

from precis.documents.session.desk import desk_of
from precis.documents.session.saying import by_name
from precis.tasks.gather import gather
from tests.support.cases import Case, each_case
from tests.support.papers import ASSETS

_FRONT = """---
symbol: CMW/C/SR.{number}
session: 97
held: 2053-11-25 15:00
issued: 2053-11-28
language: {language}
original: {language}
---

{text}
"""


@each_case((Path(__file__).parent / "telling").glob("*.txt"))
def test_how_sentences_are_told(case: Case, tmp_path: Path) -> None:
    text, expected = case.texts
    language = case.file.stem[-2:]
    (tmp_path / "1.md").write_text(_FRONT.format(number=1952, language=language, text=text), encoding="utf-8")
    desk = desk_of(gather(str(tmp_path), ASSETS).facts, ASSETS, language)
    lines = []
    for line in desk.lines.record("CMW/C/SR.1952"):
        if line.at.paragraph:
            told = desk.teller.alone(line)
            lines.append(f"{line.at.paragraph}.{line.at.sentence} {by_name(told, desk) if told else '-'}")
    assert "\n".join(lines) == expected
