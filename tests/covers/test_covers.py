"""Covers as the bodies printed them between 1995 and 2025, damage included: cases in the files of this folder.

What is expected is the front matter that a source of the record has, without its rules, and the fields of its findings
by kind: nothing else may be read, inferred or left over.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from precis.assets import Assets
from precis.model import Reading
from precis.reading.published import read_published
from precis.source.fields import values_of
from precis.source.front import print_front
from tests.support.cases import Case, cases_of, each_case
from tests.support.lost import lost

FILES = list(Path(__file__).parent.glob("*.txt"))
KINDS = ("inferred", "repaired", "missing", "unread", "warning")


def shown(reading: Reading) -> str:
    """The front matter of the record without its rules, and a line of fields for each kind of finding."""
    front = print_front(values_of(reading.record)).removeprefix("---\n").removesuffix("---\n")
    fields: dict[str, set[str]] = defaultdict(set)
    for finding in reading.findings:
        fields[finding.kind].add(finding.field)
    return front + "\n".join(f"({kind}: {', '.join(sorted(fields[kind]))})" for kind in KINDS if fields[kind])


@each_case(FILES)
def test_cover(case: Case, assets: Assets) -> None:
    text, expected = case.texts
    reading = read_published(text, "cover", assets)
    assert shown(reading).strip() == expected
    assert lost(text, reading, assets) == ""


def test_there_are_enough_covers() -> None:
    assert len(cases_of(FILES)) >= 60
