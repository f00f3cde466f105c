"""Questions and the passages that answer them: precision and recall, and that no passage is cut before a turn.

With PRECIS_WRITE=1 the curve is written to gold/pairs.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts import RecordFacts, facts_of
from precis.facts.dialogue.lines import lines_of
from precis.facts.dialogue.pairs import SURE, pairs_of
from precis.facts.exchange import state_dialogues
from precis.source.record import read_record
from tests.facts.gold.cases import HERE, files, read_case

CURVE = Path(__file__).parent / "gold" / "pairs.md"
STEPS = (0.0, 1.0, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 8.0)
FLOOR = (0.98, 0.78)
"""The least precision and recall at SURE."""


@dataclass(frozen=True)
class Case:
    """A dialogue of one record or several, and the paragraphs "record/paragraph" that answer each question."""

    name: str
    records: list[RecordFacts]
    answers: dict[str, set[str]] = field(default_factory=dict)


def cases(assets: Assets) -> Iterator[Case]:
    """The dialogues of gold/dev and of gold/pairs."""
    for path in files("dev"):
        found, rows = read_case(path, assets)
        pairs = {f"1/{row.place}": row.said["answers"].split(",") for row in rows if row.kind == "pair"}
        yield Case(path.stem, [found], {asked: {f"1/{each}" for each in told} for asked, told in pairs.items()})
    for path in sorted((HERE / "pairs").glob("*.txt")):
        sources, _, written = path.read_text(encoding="utf-8").split("\n===\n", 1)[1].partition("\n~~~\n")
        records = [
            facts_of(read_record(source.lstrip("\n"), path.name, assets), assets, path.name)
            for source in sources.split("\n%%%\n")
        ]
        pairs = dict(re.findall(r"^pair (\S+) -> (.+)$", written, re.MULTILINE))
        yield Case(path.stem, records, {_full(key): {*map(_full, told.split(", "))} for key, told in pairs.items()})


def _full(place: str) -> str:
    return place if "/" in place else f"1/{place}"


def weighed(case: Case) -> Iterator[tuple[float, bool]]:
    """The weight of each pair found, sure or not, and whether it is right."""
    numbers = {record.label: number for number, record in enumerate(case.records, 1)}
    words = case.records[0].words
    if words is None:
        return
    for dialogue in state_dialogues(case.records):
        for pair in pairs_of(lines_of(dialogue.moves, words), words, case.records[0].own):
            at = pair.question.at
            asked = f"{numbers[at.record]}/{at.paragraph}.{at.sentence}"
            said = {f"{numbers[line.at.record]}/{line.at.paragraph}" for line in pair.answer.lines}
            yield pair.weight, bool(said & case.answers.get(asked, set()))


def test_the_pairs_that_are_sure_are_right(assets: Assets, capsys: pytest.CaptureFixture[str]) -> None:
    every = [case for case in cases(assets) if case.answers]
    found = sorted((each for case in every for each in weighed(case)), reverse=True)
    written = sum(len(case.answers) for case in every)
    rows = [(step, *measured(found, written, step)) for step in STEPS]
    lines = [f"| {step:.1f} | {shown} | {precision:.2f} | {recall:.2f} |" for step, shown, precision, recall in rows]
    with capsys.disabled():
        print(f"\nweight, shown, precision, recall of {written} pairs", *lines, sep="\n")
    if os.environ.get("PRECIS_WRITE") == "1":
        head, rule, rest = CURVE.read_text(encoding="utf-8").partition("| ---: | ---: | ---: | ---: |\n")
        _, blank, below = rest.partition("\n\n")
        CURVE.write_text(head + rule + "\n".join(lines) + blank + below, encoding="utf-8")
    _, precision, recall = measured(found, written, SURE)
    assert precision >= FLOOR[0]
    assert recall >= FLOOR[1]


def measured(found: list[tuple[float, bool]], written: int, least: float) -> tuple[int, float, float]:
    """How many pairs have at least a weight, how many of them are right, and how many of those written they are."""
    shown = [right for weight, right in found if weight >= least]
    return len(shown), sum(shown) / max(1, len(shown)), sum(shown) / written


def test_an_answer_is_a_whole_passage_never_cut_before_a_turn(assets: Assets) -> None:
    for case in cases(assets):
        for dialogue in state_dialogues(case.records):
            order = list(dict.fromkeys(move.at for move in dialogue.moves))
            speakers = {move.at: move.speaker.label for move in dialogue.moves}
            for exchange in dialogue.exchanges:
                if exchange.answer is None:
                    continue
                last = exchange.answer.sentences[-1]
                after = order[order.index(last) + 1 :][:1]
                words = case.records[0].words
                assert words is not None
                for at in after:
                    if at.paragraph == last.paragraph and speakers[at] == speakers[last]:
                        assert not words.holds_within.match(at.words.lower()), at.words


def test_a_question_without_a_sure_reply_has_none_and_nothing_is_said_of_it(assets: Assets) -> None:
    for case in cases(assets):
        for dialogue in state_dialogues(case.records):
            for exchange in dialogue.exchanges:
                assert (exchange.answer is not None) == (exchange.confidence >= SURE)
