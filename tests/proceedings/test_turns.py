"""Who speaks: a bold name that no rule knows is a speaker of its own, never the one before."""

from __future__ import annotations

import pytest

from precis.assets import Assets
from precis.facts import facts_of
from precis.facts.fact import Move
from precis.model import Faults, Record
from precis.source.body import read_body

FOUR = """# Third periodic report of Mexico (CMW/C/MEX/3)

**Ms. Ramos** asked how many inspectors there were.

**Archbishop Tavares** (Mexico) said that the number of inspectors had grown.

**Ambassador Senn** asked whether they were trained.

**Baroness Holt** welcomed the new law.
"""

LABELS = (
    "The High Commissioner",
    "The President",
    "The Co-Chair",
    "The Rapporteur",
    "The Country Rapporteur",
    "The Secretary of the Committee",
    "H.E. Mr. Okonjo",
    "Another member of the Committee",
    "The CHAIRPERSON",
    "The CHAIRMAN",
    "Wing Commander Ashby",
)


def record_of(text: str) -> Record:
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    return Record(blocks=body.blocks, footnotes=body.footnotes)


def test_four_speakers_are_four(assets: Assets) -> None:
    found = facts_of(record_of(FOUR), assets)
    assert [(turn.first, turn.last, turn.speaker.label) for turn in found.turns] == [
        (1, 1, "Ms. Ramos"),
        (2, 2, "Archbishop Tavares"),
        (3, 3, "Ambassador Senn"),
        (4, 4, "Baroness Holt"),
    ]
    moves = {fact.at.paragraph: fact.speaker.label for fact in found.facts if isinstance(fact, Move)}
    assert moves == {1: "Ms. Ramos", 2: "Archbishop Tavares", 3: "Ambassador Senn", 4: "Baroness Holt"}


@pytest.mark.parametrize("label", LABELS)
def test_a_speaker_is_not_the_one_before(label: str, assets: Assets) -> None:
    text = f"# Third periodic report of Mexico\n\n**Mr. Diaz** (Mexico) said so.\n\n**{label}** would draft a bill.\n"
    found = facts_of(record_of(text), assets)
    assert [turn.speaker.label for turn in found.turns] == ["Mr. Diaz", label]
    assert [fact.speaker.label for fact in found.facts if isinstance(fact, Move)] == ["Mr. Diaz"]
