"""The facts found in records written for it against those listed by hand: precision and recall by kind.

With PRECIS_GOLD=aside the half that is set aside is held against the rules too.
"""

from __future__ import annotations

import os

import pytest

from precis.assets import Assets
from tests.facts.gold.cases import files, found_rows, read_case
from tests.facts.gold.scores import Score, scores

FOLDERS = ["dev", *(["aside"] if os.environ.get("PRECIS_GOLD") == "aside" else [])]
FLOORS: dict[str, tuple[float, float]] = {
    "question": (0.97, 0.84),
    "concern": (0.97, 0.80),
    "praise": (0.97, 0.80),
    "answer": (0.97, 0.85),
    "undertaking": (0.93, 0.85),
    "figure": (0.97, 0.85),
    "pair": (0.95, 0.75),
    "theme": (0.85, 0.85),
    "session": (1.0, 0.8),
    "follow-up": (1.0, 0.6),
}
"""The least precision and recall of a kind."""


def measured(folder: str, assets: Assets) -> dict[str, Score]:
    """The scores of each kind over the records of a folder."""
    cases = []
    for path in files(folder):
        found, written = read_case(path, assets)
        cases.append((path.stem, written, list(found_rows(found))))
    return scores(cases)


@pytest.mark.parametrize("folder", FOLDERS)
def test_precision_and_recall(folder: str, assets: Assets, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(folder, assets)
    with capsys.disabled():
        print(f"\n{folder}: kind, written, found, precision, recall")
        for kind, score in sorted(found.items()):
            print(f"  {kind:18} {score.written:3} {score.found:3}  {score.precision:.2f}  {score.recall:.2f}")
    for kind, (precision, recall) in FLOORS.items():
        assert found[kind].precision >= precision, found[kind].wrong
        assert found[kind].recall >= recall, found[kind].missed
