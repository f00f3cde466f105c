"""What single sentences of a dialogue do: sentences/LANGUAGE/SIDE.txt, by who says them.

A case is numbered sentences, and the kinds of those that are of any; the others are near misses, and do nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from precis.assets import Assets
from precis.facts.dialogue.delegation import delegation_kinds
from precis.facts.dialogue.member import member_kinds
from precis.facts.dialogue.words import load_dialogue_words
from tests.support.cases import Case, each_case

_NUMBERED = re.compile(r"(\d+)\. (.+)")
_YEAR = 2015
"""The year of the meetings at which they are said."""


@each_case((Path(__file__).parent / "sentences").glob("*/*.txt"))
def test_a_sentence_does_what_is_written(case: Case, assets: Assets) -> None:
    read, expected = case.texts
    language, side = case.file.parent.name, case.file.stem
    told = {}
    for number, sentence in _NUMBERED.findall(read):
        kinds = _kinds(sentence, language, side, assets)
        if kinds:
            told[number] = " ".join(kinds)
    assert told == dict(_NUMBERED.findall(expected))


def _kinds(sentence: str, language: str, side: str, assets: Assets) -> list[str]:
    words = load_dialogue_words(language, assets)
    assert words is not None
    if side in ("member", "chair"):
        return sorted(member_kinds(sentence, words, presides=side == "chair"))
    presenting = side == "introduction"
    return sorted(each.move for each in delegation_kinds(sentence, sentence, words, presenting=presenting, year=_YEAR))
