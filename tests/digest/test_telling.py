"""Sentences of records told so that each can stand alone: a text, and how each of its sentences is told, or `-`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from precis.documents.session.desk import Desk, desk_of
from precis.documents.session.dues import dues_of
from precis.documents.session.meeting_keys import meeting_keys
from precis.documents.session.saying import by_delegation, by_name, said
from precis.documents.session.turns import items_of
from precis.documents.session.used import Used
from precis.facts.fact import Fact
from precis.model import plain
from precis.tasks.gather import gather
from tests.facts.gold.cases import files, texts_of
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


VOTES = """# Rules of procedure

**Mr. Oksman** proposed that the words "or had resided there" should be added.

*The proposal of Mr. Oksman was rejected by 6 votes to 3, with 1 abstention.*

**Ms. Castellane** moved the deletion of the second paragraph.

*The second paragraph was deleted by 5 votes to 4, with 1 abstention.*

*The draft amendment, as amended, was adopted by 7 votes to 2, with 1 abstention.*

**The Chair** said that no one seemed to object to the proposal of Mr. Oksman. She took it that the Committee wished \
to apply it at once.

*It was so decided.*

# Communications

**Ms. Castellane** said that 44 communications had been discontinued.
"""


def test_the_key_points_of_a_meeting_tell_every_vote_and_outcome(tmp_path: Path) -> None:
    desk = _desk(VOTES, "en", tmp_path)
    (record,) = desk.facts.records
    keys = meeting_keys(record, items_of(record.label, desk), [], desk, Used(), 6)
    assert {label: re.sub(r"\d\d:[\d–]+", "", plain(words)) for label, words in keys} == {
        "Rules of procedure": (
            'Mr. Oksman proposed that the words "or had resided there" should be added. '
            "The proposal of Mr. Oksman was rejected by 6 votes to 3, with 1 abstention. "
            "Ms. Castellane moved the deletion of the second paragraph. "
            "The second paragraph was deleted by 5 votes to 4, with 1 abstention. "
            "The draft amendment, as amended, was adopted by 7 votes to 2, with 1 abstention. "
            "No one seemed to object to the proposal of Mr. Oksman. "
            "The Chair took it that the Committee wished to apply it at once. It was so decided."
        ),
        "Communications": "Ms. Castellane said that 44 communications had been discontinued.",
    }


def test_the_date_of_a_document_is_no_date_to_come(tmp_path: Path) -> None:
    text = "**Ms. Castellane** said that chapter IV should mention the letter of 20 January."
    desk = _desk(f"{text} A shelter would be opened on 3 March.", "en", tmp_path)
    assert [due.text for due in dues_of(desk)] == ["A shelter would be opened"]


_PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs)\.|\b(?:Lord|Sir|(?:Vice-)?Chair(?:man|person)?|(?:Co-)?Rapporteur|Commissioner|Secretary|Minister|President"
    r"|Defender|Representative|director|coordinator|predecessor|judge|lawyer|delegate|expert|member|person|woman|man|child|worker|prisoner|detainee"
    r"|victim|author|activist|journalist|widow|mother|father|husband|wife|student"
    r"|nurse|officer|official|foreigner|one|who|Prosecutor General)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?<! or )\b(?:he|she|him|her|his|himself|herself)\b(?! or | Government)", re.IGNORECASE)


SHOWN = ("ccpr-2009-moldova",)
"""Records that showed a fault once; they are always read."""
ENGLISH = [path for path in files("dev") if "-fr" not in path.stem]
ENGLISH = [path for number, path in enumerate(ENGLISH) if number % 9 == 0 or path.stem in SHOWN]


@pytest.mark.parametrize("path", ENGLISH, ids=lambda path: path.stem)
def test_a_pronoun_of_a_person_has_its_person_before_it(path: Path, tmp_path: Path) -> None:
    """In every fact that is told by itself, so that nobody has to look in the record for who "she" is."""
    (tmp_path / "1.md").write_text(texts_of(path)[0], encoding="utf-8")
    desk = desk_of(gather(str(tmp_path), ASSETS).facts, ASSETS, "en")
    lines = filter(None, (desk.said(fact.at) for fact in desk.facts.of(Fact)))
    told = {by_name(each, desk) for each in map(desk.teller.alone, lines) if each}
    assert len(told) > 10
    found = ((text, _PRONOUN.search(text)) for text in told)
    assert [text for text, pronoun in found if pronoun and not _PERSON.search(text[: pronoun.start()])] == []
