"""The rules of facts, each with its cases: a text, and the facts in it."""

from __future__ import annotations

from pathlib import Path

from precis.assets import Assets
from precis.facts import facts_of
from precis.model import Faults, Record
from precis.source.body import read_body
from tests.facts.describe import describe, describe_speakers
from tests.support.cases import Case, each_case


@each_case((Path(__file__).parent / "cases").glob("*.txt"))
def test_facts_of_a_text(case: Case, assets: Assets) -> None:
    text, expected = case.texts
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    found = facts_of(Record(blocks=body.blocks, footnotes=body.footnotes), assets)
    lines = expected.split("\n")
    wanted = [line for line in lines if line.strip()]
    kinds = {line.split()[0] for line in wanted}
    told = [describe(fact) for fact in found.facts if fact.kind != "move" or "move" in kinds]
    told.extend(describe_speakers(found) if "speaker" in kinds else ())
    assert sorted(told) == sorted(wanted)
