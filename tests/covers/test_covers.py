"""Covers as the bodies printed them between 1995 and 2025, damage included: title, input, expected.

Each file of this folder holds cases. A case is "[case] title", the text, "[expected]", and then the front matter that a
source of the record has, and the fields of its findings by kind: nothing else may be read, inferred or left over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.model import Reading
from precis.reading.published import read_published
from precis.source.fields import values_of
from precis.source.front import print_front
from tests.support.lost import lost

KINDS = ("inferred", "repaired", "missing", "unread", "warning")


def cases() -> Iterator[tuple[str, str, str]]:
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        for part in re.split(r"^\[case\] ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = part.partition("\n")
            text, _, expected = rest.partition("\n[expected]\n")
            yield f"{path.stem}: {title}", text, expected.strip()


def shown(reading: Reading) -> str:
    """The front matter of the record without its rules, and a line of fields for each kind of finding."""
    front = print_front(values_of(reading.record)).removeprefix("---\n").removesuffix("---\n")
    fields: dict[str, set[str]] = defaultdict(set)
    for finding in reading.findings:
        fields[finding.kind].add(finding.field)
    return front + "\n".join(f"({kind}: {', '.join(sorted(fields[kind]))})" for kind in KINDS if fields[kind])


CASES = list(cases())


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_cover(text: str, expected: str, assets: Assets) -> None:
    reading = read_published(text, "cover", assets)
    assert shown(reading).strip() == expected
    assert lost(text, reading, assets) == ""


def test_there_are_enough_covers() -> None:
    assert len(CASES) >= 60
