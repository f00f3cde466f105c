"""Texts of records as converters leave them: title, input, and the source that is expected, with its findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import Reading
from precis.reading.published import read_published
from precis.source.body import Body, print_body
from tests.support.lost import lost


def cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        for part in re.split(r"^\[case\] ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n[expected]\n")
            yield title, text, expected.strip()


def shown(reading: Reading) -> str:
    """The text of the record as a source, and how often it was repaired or inferred, and why."""
    reasons = Counter(
        f"({finding.kind}: {finding.reason})"
        for finding in reading.findings
        if finding.field in ("text", "page", "footnote")
    )
    body = print_body(Body(reading.record.blocks, reading.record.footnotes))
    return "\n".join([body, *(f"{count} {reason}" for reason, count in reasons.items())])


CASES = list(cases())


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_text(text: str, expected: str, assets: Assets) -> None:
    reading = read_published(text, "text", assets)
    assert shown(reading).strip() == expected
    assert lost(text, reading, assets) == ""
