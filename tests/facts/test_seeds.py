"""The facts of two published records against lists made by hand; precision and recall by kind of fact."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from precis.assets import Assets
from precis.facts import RecordFacts, facts_of
from precis.reading.files import read_file
from tests.facts.describe import describe, place, spoken, values

HERE = Path(__file__).parent
FIXTURES = {"000": "closing_2024", "002": "closing_2025"}

Row = tuple[str, dict[str, str]]


def gold_rows(data: dict[str, Any]) -> Iterator[Row]:
    """The rows of a list; one with several States stands for as many."""
    for kind, entries in data.items():
        if not isinstance(entries, list):
            continue
        for entry in entries:
            states = entry.get("state", [None])
            for state in states:
                said = {key: str(value) for key, value in entry.items() if key != "state"}
                yield kind, said | ({"state": state} if state else {})


def given_rows(found: RecordFacts) -> Iterator[tuple[str, dict[str, str], str]]:
    """What was given, in the form of the list, and its line."""
    for fact in found.facts:
        yield fact.kind, {"at": place(fact), **values(fact)}, describe(fact)
    for said in spoken(found):
        yield "speaker", said, str(said)


def fits(kind: str, said: dict[str, str], row: Row) -> bool:
    wanted = row[1]
    return (
        kind == row[0]
        and said["at"] == wanted["at"]
        and all(text in said.get(key, "") for key, text in wanted.items() if key != "at")
        and (not said.get("state") or said["state"] == wanted.get("state"))
    )


@pytest.mark.parametrize("path", sorted(HERE.glob("gold_*.toml")), ids=lambda path: path.stem)
def test_the_facts_of_a_published_record_are_complete_and_right(
    path: Path, assets: Assets, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    seed = request.getfixturevalue(FIXTURES[data["record"]])
    found = facts_of(read_file(seed, assets).record, assets, str(seed))
    rows = list(gold_rows(data))
    table, wrong, missed = scores(found, rows)
    with capsys.disabled():
        print(f"\n{path.stem}: kind, gold, found, precision, recall")
        for kind, (gold, given, right_given, right_gold) in sorted(table.items()):
            precision = f"{right_given / given:.2f}" if given else "  - "
            recall = f"{right_gold / gold:.2f}" if gold else "  - "
            print(f"  {kind:18} {gold:3} {given:3}  {precision}  {recall}")
    assert not wrong, f"given and not in the list: {wrong}"
    assert not missed, f"in the list and not given: {missed}"


def scores(found: RecordFacts, rows: list[Row]) -> tuple[dict[str, list[int]], list[str], list[Row]]:
    """By kind: in the list, given, given and right, in the list and given; then what is wrong and what is missed."""
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    wrong = []
    given = list(given_rows(found))
    for kind, said, line in given:
        right = any(fits(kind, said, row) for row in rows)
        table[kind][1] += 1
        table[kind][2] += right
        if not right:
            wrong.append(line)
    missed = [row for row in rows if not any(fits(kind, said, row) for kind, said, _ in given)]
    for kind, wanted in rows:
        table[kind][0] += 1
        table[kind][3] += (kind, wanted) not in missed
    return table, wrong, missed


def test_the_words_of_every_fact_stand_in_their_paragraph(
    closing_2024: Path, closing_2025: Path, assets: Assets
) -> None:
    from precis.model import Paragraph, plain

    for seed in (closing_2024, closing_2025):
        record = read_file(seed, assets).record
        texts = {block.number: plain(block.inlines) for block in record.blocks if isinstance(block, Paragraph)}
        facts = facts_of(record, assets, str(seed)).facts
        assert facts
        assert [fact for fact in facts if fact.at.words not in texts[fact.at.paragraph]] == []


def test_what_looks_like_a_fact_and_gave_none_is_listed(closing_2025: Path, assets: Assets) -> None:
    unplaced = facts_of(read_file(closing_2025, assets).record, assets).unplaced
    assert [(at.paragraph, at.sentence) for at in unplaced] == [(2, 3), (6, 2)]
