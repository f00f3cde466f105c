"""A session whose records are in two languages: each sentence is told by the words of its own."""

from __future__ import annotations

import pytest

from precis.documents.session.source import print_paper
from precis.tasks.digest import digest_paper
from tests.support.made_sessions import made_session
from tests.support.papers import ASSETS, STYLE


@pytest.fixture(scope="module")
def told() -> str:
    return print_paper(digest_paper(made_session("cedaw-99"), STYLE, ASSETS, ".", "fr")).partition("\n[^")[0]


def test_a_dialogue_of_two_records_in_two_languages_is_one(told: str) -> None:
    assert "Quatrième rapport périodique (CEDAW/C/LIL/4) · 2505e et 2506e séances, 25 juin 2054" in told


def test_each_sentence_is_joined_in_its_own_language(told: str) -> None:
    assert "Introducing the report, Ms. Munodi said that Lilliput had adopted a Gender Equality Act" in told
    assert "Présentation du rapport par Mme Sztohó : la loi sur l’égalité salariale" in told
    assert "The delegation replied that " in told
    assert "said that la " not in told
    assert "said that le " not in told


def test_what_a_speaker_says_of_themselves_is_told_of_them_by_name(told: str) -> None:
    assert "Mr. Thorsen welcomed the Gender Equality Act." in told
    assert "Ms. Quiñones-Faye was disturbed by reports" in told
