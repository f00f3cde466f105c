"""Texts of records as converters leave them: each case has the source that is expected, with its findings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from precis.assets import Assets
from precis.model import Reading
from precis.reading.published import read_published
from precis.source.body import Body
from precis.source.printed import print_body
from tests.support.cases import Case, each_case
from tests.support.lost import lost


def shown(reading: Reading) -> str:
    """The text of the record as a source, and how often it was repaired or inferred, and why."""
    reasons = Counter(
        f"({finding.kind}: {finding.reason})"
        for finding in reading.findings
        if finding.field in ("text", "page", "footnote")
    )
    body = print_body(Body(reading.record.blocks, reading.record.footnotes))
    return "\n".join([body, *(f"{count} {reason}" for reason, count in reasons.items())])


@each_case(Path(__file__).parent.glob("*.txt"))
def test_text(case: Case, assets: Assets) -> None:
    text, expected = case.texts
    reading = read_published(text, "text", assets)
    assert shown(reading).strip() == expected
    assert lost(text, reading, assets) == ""
