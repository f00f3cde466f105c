"""The proceedings of a text: tests/proceedings/cases/*.txt, as *title / text / expected*.

A case whose title ends in "(fr)" is in French. Only the kinds of line that the expectation has are compared.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.language import load_wording
from precis.language.states import load_states
from precis.model import Faults, Record
from precis.proceedings import proceedings_of
from precis.source.body import read_body
from tests.proceedings.describe import describe

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
CASE = re.compile(r"^([^\n]+)\n===\n(.*?)\n---\n(.*?)(?=^[^\n]+\n===\n|\Z)", re.MULTILINE | re.DOTALL)
CASES = [match.groups() for path in FILES for match in CASE.finditer(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[title for title, _, _ in CASES])
def test_proceedings_of_a_text(title: str, text: str, expected: str, assets: Assets) -> None:
    language = match[1] if (match := re.search(r"\((\w\w)\)$", title)) else "en"
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    record = Record(language=language, blocks=body.blocks, footnotes=body.footnotes)
    found = proceedings_of(record, load_wording(language, assets), load_states(assets, language))
    wanted = [line for line in expected.split("\n") if line.strip()]
    kinds = {line.split()[0] for line in wanted}
    told = [line for line in describe(found) if line.split()[0] in kinds]
    assert told == wanted
