"""The rules of facts, each with its cases: tests/facts/cases/*.txt, as *title / text / expected*."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts import facts_of
from precis.model import Faults, Record
from precis.source.body import read_body
from tests.facts.describe import describe, describe_speakers

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
CASE = re.compile(r"^([^\n]+)\n===\n(.*?)\n---\n(.*?)(?=^[^\n]+\n===\n|\Z)", re.MULTILINE | re.DOTALL)
CASES = [match.groups() for path in FILES for match in CASE.finditer(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[title for title, _, _ in CASES])
def test_facts_of_a_text(title: str, text: str, expected: str, assets: Assets) -> None:
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    found = facts_of(Record(blocks=body.blocks, footnotes=body.footnotes), assets)
    lines = expected.split("\n")
    wanted = [line for line in lines if line.strip()]
    kinds = {line.split()[0] for line in wanted}
    told = [describe(fact) for fact in found.facts if fact.kind != "move" or "move" in kinds]
    told.extend(describe_speakers(found) if "speaker" in kinds else ())
    assert sorted(told) == sorted(wanted), title
