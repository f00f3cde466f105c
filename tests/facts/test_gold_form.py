"""Facts written by hand have the form that README.md says, and are held against what is found by its rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from precis.assets import Assets
from tests.facts.gold.cases import HERE, Row, rows_of
from tests.facts.gold.form import faults
from tests.facts.gold.scores import fits

CASES = [path for folder in ("dev", "aside") for path in sorted((HERE / folder).glob("*.txt"))]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_facts_by_hand_have_their_form(path: Path, assets: Assets) -> None:
    assert list(faults(path, assets)) == []


def test_a_fault_of_form_is_told(tmp_path: Path, assets: Assets) -> None:
    path = tmp_path / "case.txt"
    path.write_text(
        "Two faults\n===\n---\nsymbol: CAT/C/SR.1\n---\n\n**The Chair** declared the session open.\n---\n"
        "session 1.2: act=opened\nsession 1.1: act=begun; room=XX\n",
        encoding="utf-8",
    )
    assert list(faults(path, assets)) == [
        "case.txt: session 1.2: act=opened: there is no such place",
        "case.txt: session 1.1: act=begun; room=XX: act is one of opened, closed",
        "case.txt: session 1.1: act=begun; room=XX: room is no key of it, or says nothing",
    ]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("adopted 1.1: text=Agenda.; stage=adopted", "adopted 1.1: text=the agenda; stage=adopted"),
        ("adopted 1.1: text=annual report; stage=adopted", "adopted 1.1: text=report on the session; stage=adopted"),
        (
            "meeting 1.1: whom=Council; manner=met; date=13 June",
            "meeting 1.1: whom=Council; manner=met; date=13 June 2016",
        ),
        ("plan 1.1: what=event; session?=48", "plan 1.1: what=event"),
        ("plan 1.1: what=event; session?=48", "plan 1.1: what=event; session=48"),
        ("inquiry 1.1: stage=concluded|continuing", "inquiry 1.1: stage=continuing"),
        ("state plan 1.1: what=law; date=March 2020", "state plan 1.1: what=law; date=2020"),
        ("plan 1.1: what=session; date=1er au 19 juin 2015", "plan 1.1: what=session; date=du 1 au 19 juin 2015"),
        ("vote 1.1: what=draft decision on venues; for=6", "vote 1.1: what=the draft decision; for=6"),
    ],
)
def test_what_means_nothing_is_no_difference(written: str, found: str) -> None:
    assert fits(_row(written), _row(found))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("considered 1.1: state=NER", "considered 1.1: state=NGA"),
        ("considered 1.1: state=NER", "considered 1.2: state=NER"),
        ("adopted 1.1: text=agenda; stage=adopted", "adopted 1.1: text=agenda; stage=adopted as amended"),
        ("adopted 1.1: text=agenda; symbol=A/1", "adopted 1.1: text=agenda; symbol=A/10"),
        ("adopted 1.1: text=agenda", "adopted 1.1: text=agenda; symbol=A/10"),
        ("adopted 1.1: title=general comment No. 4 on torture", "adopted 1.1: title=general comment No. 5 on torture"),
        ("plan 1.1: what=session; session=3; date=5 to 23 May", "plan 1.1: what=session; session=3; date=5 May"),
        ("plan 1.1: what=session; session=3; date=5 May 2020", "plan 1.1: what=session; session=3; date=5 May 2021"),
        ("plan 1.1: what=session; session=3; date=5 May", "plan 1.1: what=session; session=3"),
        ("plan 1.1: what=event; session?=48", "plan 1.1: what=event; session=49"),
        ("state plan 1.1: what=law; date=March 2020", "state plan 1.1: what=law; date=June 2020"),
        ("communication 1.1: outcome=violation; count=7", "communication 1.1: outcome=violation"),
        ("inquiry 1.1: stage=concluded|continuing", "inquiry 1.1: stage=initiated"),
        ("States parties 1.1: count=94; treaty=Optional Protocol", "States parties 1.1: count=94"),
    ],
)
def test_what_is_not_true_is_a_difference(written: str, found: str) -> None:
    assert not fits(_row(written), _row(found))


def _row(line: str) -> Row:
    (row,) = rows_of(line)
    return row
