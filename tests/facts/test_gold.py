"""The facts found in records written for it against those listed by hand: precision and recall by kind.

With PRECIS_GOLD=aside the half that is set aside is held against the rules too.
"""

from __future__ import annotations

import pytest

from precis.assets import Assets
from tests.facts.gold.cases import FOLDERS, files
from tests.facts.gold.keep import KEPT, Kept, cell, measured, read_kept, with_time, written
from tests.facts.gold.scores import Score

LEAST = (0.97, 0.90)
"""The least precision and recall of a kind …"""
FLOORS = {
    "adopted": (1.0, 0.90),
    "dialogue": (1.0, 0.90),
    "considered": (1.0, 0.90),
    "pair": (0.98, 0.78),
    "theme": (0.96, 0.75),
}
"""… but for these."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_precision_and_recall(folder: str, assets: Assets, capsys: pytest.CaptureFixture[str]) -> None:
    if not files(folder):
        pytest.skip(f"no record stands in {folder}/: those of before have been read, and joined the others")
    found = measured(folder, assets)
    with capsys.disabled():
        print(f"\n{folder}: kind, written, found, precision, recall")
        for kind, score in sorted(found.items()):
            print(f"  {kind:18} {score.written:3} {score.found:3}  {score.precision:.2f}  {score.recall:.2f}")
    for kind, score in found.items():
        precision, recall = FLOORS.get(kind, LEAST)
        assert score.precision >= precision, score.wrong
        assert score.recall >= recall, score.missed
    kept = {kind: cells[-1] for kind, cells in read_kept(KEPT.read_text(encoding="utf-8")).cells[folder].items()}
    now = {kind: cell(score) for kind, score in found.items()}
    assert {kind: told for kind, told in kept.items() if told} == now, "scores.md is not of now: make scores what=…"


def test_scores_are_kept_a_column_for_each_time() -> None:
    first = with_time(Kept([], {}), "2026-01-02: first", {"dev": {"vote": Score(4, 2, 2), "plan": Score(2, 2, 1)}})
    both = {"dev": {"vote": Score(4, 4, 4), "session": Score(1, 1, 1)}, "aside": {"vote": Score(2, 2, 1)}}
    kept = with_time(read_kept(written(first)), "2026-01-03: votes in figures", both)
    assert kept.times == ["2026-01-02: first", "2026-01-03: votes in figures"]
    assert kept.cells == {
        "dev": {
            "plan": ["0.50 / 0.50", ""],
            "session": ["", "1.00 / 1.00"],
            "vote": ["1.00 / 0.50", "1.00 / 1.00"],
        },
        "aside": {"vote": ["", "0.50 / 0.50"]},
    }
    assert read_kept(written(kept)) == kept
