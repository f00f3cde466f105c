"""The proceedings of a text: tests/proceedings/cases/*.txt.

A case whose title ends in "(fr)" is in French. Only the kinds of line that the expectation has are compared.
"""

from __future__ import annotations

import re
from pathlib import Path

from precis.assets import Assets
from precis.language import load_wording
from precis.language.states import load_states
from precis.model import Faults, Record
from precis.proceedings import proceedings_of
from precis.source.body import read_body
from tests.proceedings.describe import describe
from tests.support.cases import Case, each_case


@each_case((Path(__file__).parent / "cases").glob("*.txt"))
def test_proceedings_of_a_text(case: Case, assets: Assets) -> None:
    text, expected = case.texts
    language = match[1] if (match := re.search(r"\((\w\w)\)$", case.title)) else "en"
    faults = Faults()
    body = read_body(text, faults)
    faults.check()
    record = Record(language=language, blocks=body.blocks, footnotes=body.footnotes)
    found = proceedings_of(record, load_wording(language, assets), load_states(assets, language))
    wanted = [line for line in expected.split("\n") if line.strip()]
    kinds = {line.split()[0] for line in wanted}
    told = [line for line in describe(found) if line.split()[0] in kinds]
    assert told == wanted
