"""Sentences of records told so that each can stand alone: a text, and how each of its sentences is told, or `-`."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.documents.session.desk import Desk, desk_of
from precis.documents.session.saying import by_delegation, by_name, said
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


def _desk(text: str, language: str, folder: Path) -> Desk:
    """A desk on a folder with the record of one text."""
    (folder / "1.md").write_text(_FRONT.format(number=1952, language=language, text=text), encoding="utf-8")
    return desk_of(gather(str(folder), ASSETS).facts, ASSETS, language)


@each_case((Path(__file__).parent / "telling").glob("*.txt"))
def test_how_sentences_are_told(case: Case, tmp_path: Path) -> None:
    text, expected = case.texts
    language = case.file.stem[-2:]
    desk = _desk(text, language, tmp_path)
    lines = []
    for line in desk.lines.record("CMW/C/SR.1952"):
        if line.at.paragraph:
            told = desk.teller.alone(line)
            lines.append(f"{line.at.paragraph}.{line.at.sentence} {by_name(told, desk) if told else '-'}")
    assert "\n".join(lines) == expected


def test_a_question_is_told_as_it_was_put(tmp_path: Path) -> None:
    desk = _desk("**Ms. Castellane** said that it was late. Might more be said of whistle-blowers?", "en", tmp_path)
    *_, question = desk.lines.record("CMW/C/SR.1952")
    told = said(question, "Ms. Castellane", question.text, desk)
    assert told == "Ms. Castellane asked: Might more be said of whistle-blowers?"


@pytest.mark.parametrize(
    ("text", "told", "begun"),
    [
        (
            "81 reports had been received.",
            "The delegation said that 81 reports had been received.",
            "The delegation replied that 81 reports had been received.",
        ),
        (
            "the draft was open.",
            "The draft was open.",
            "The delegation replied that the draft was open.",
        ),
    ],
)
def test_no_reply_begins_with_a_figure(text: str, told: str, begun: str, tmp_path: Path) -> None:
    desk = _desk(f"**Mr. Oksman** (Zembla) said that {text}", "en", tmp_path)
    (line,) = (each for each in desk.lines.record("CMW/C/SR.1952") if each.at.paragraph)
    clause = desk.teller.speech(line).clause
    assert by_delegation(line, clause, desk) == told
    assert by_delegation(line, clause, desk, begins=True) == begun
