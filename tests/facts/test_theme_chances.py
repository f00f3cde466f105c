"""The chance that a theme is right: precision and recall by the least chance, each record by what the others taught.

With PRECIS_WRITE=1 the curve is written to gold/themes.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts.dialogue.settled import LIKELY, weighed
from precis.facts.learnt import Learnt
from precis.facts.themes import GENERAL
from tests.facts.gold.learn import TEMPLATES, Taught, learnt_of, taught, written
from tests.facts.gold.scores import OR, theme_fits

CURVE = Path(__file__).parent / "gold" / "themes.md"
STEPS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
FLOOR = (0.95, 0.68)
"""The least precision and recall at LIKELY."""


@lru_cache(maxsize=1)
def records(assets: Assets) -> tuple[Taught, ...]:
    """The records with themes by hand."""
    return tuple(taught("dev", assets))


Chance = tuple[float, str, str]
"""The chance of a move's best theme, that theme, and the themes by hand."""


def chances(every: Iterable[Taught]) -> Iterator[Chance]:
    """Of each move with a theme by hand, by what the other records taught."""
    every = tuple(every)
    for record in every:
        others = (other for other in every if other is not record and other.language == record.language)
        learnt = Learnt(learnt_of(others))
        for move, theme, chance in weighed(record.told, record.words, record.themes, record.own, learnt):
            hand = record.rows.get((str(move.move), f"{move.at.paragraph}.{move.at.sentence}"))
            if hand is not None:
                yield chance, theme, hand


def test_the_themes_that_are_likely_are_right(assets: Assets, capsys: pytest.CaptureFixture[str]) -> None:
    found = list(chances(records(assets)))
    rows = [(step, *_measured(found, step)) for step in STEPS]
    lines = [f"| {step:.2f} | {shown} | {precision:.2f} | {recall:.2f} |" for step, shown, precision, recall in rows]
    with capsys.disabled():
        print(f"\nchance, shown, precision, recall of {len(found)} themes", *lines, sep="\n")
    if os.environ.get("PRECIS_WRITE") == "1":
        head, rule, rest = CURVE.read_text(encoding="utf-8").partition("| ---: | ---: | ---: | ---: |\n")
        _, blank, below = rest.partition("\n\n")
        CURVE.write_text(head + rule + "\n".join(lines) + blank + below, encoding="utf-8")
    _, precision, recall = _measured(found, LIKELY)
    assert precision >= FLOOR[0]
    assert recall >= FLOOR[1]


def _measured(found: list[Chance], least: float) -> tuple[int, float, float]:
    """How many themes have at least a chance, how many of them are right, and how many of those written they are."""
    fits = [theme_fits(hand, theme if chance >= least else "") for chance, theme, hand in found]
    shown = [right for right in fits if right is not None]
    written = sum(right or GENERAL not in hand.split(OR) for right, (_, _, hand) in zip(fits, found, strict=True))
    return len(shown), sum(shown) / max(1, len(shown)), sum(shown) / written


def test_what_was_learnt_is_of_the_records_as_they_are(assets: Assets) -> None:
    """`make learnt` writes the tables anew."""
    every = records(assets)
    for language in sorted({record.language for record in every}):
        stems = learnt_of(record for record in every if record.language == language)
        kept = (TEMPLATES / language / "learnt.toml").read_text(encoding="utf-8")
        assert kept == written(stems, language)


def test_stems_tell_the_same_in_any_order() -> None:
    learnt = Learnt({"school": "Education 2.3, Work 0.5", "labour": "Work 2.1"})
    assert learnt.of(["school", "labour", "dam"]) == learnt.of({"labour", "school"}) == {"Work": 2.6, "Education": 2.3}
    assert learnt.of([]) == {}
