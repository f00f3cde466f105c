"""Keeps the precision and recall of each kind in scores.md, a column for each time.

`make scores what="what changed"` adds one.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from precis.assets import Assets, shipped
from tests.facts.gold.cases import FOLDERS, HERE, files, found_rows, read_case
from tests.facts.gold.scores import Score, scores

KEPT = HERE / "scores.md"
TITLES = {"dev": "The half that rules are made with", "aside": "The half that is set aside"}
_ROW = re.compile(r"^\| (?P<kind>[^|]+?) \|(?P<cells>.*)\|$", re.MULTILINE)
_TIME = re.compile(r"^(?P<number>\d+)\. (?P<what>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Kept:
    """What scores.md holds: what changed at each time, and the cells of each kind by folder, one a time or empty."""

    times: Sequence[str]
    cells: Mapping[str, Mapping[str, Sequence[str]]]


def measured(folder: str, assets: Assets) -> dict[str, Score]:
    """The scores of each kind over the records of a folder."""
    cases = []
    for path in files(folder):
        found, written = read_case(path, assets)
        cases.append((path.stem, written, list(found_rows(found))))
    return scores(cases)


def cell(score: Score) -> str:
    """Precision and recall: "0.98 / 0.95"."""
    return f"{score.precision:.2f} / {score.recall:.2f}"


def read_kept(text: str) -> Kept:
    """What the text of scores.md holds."""
    times = [match["what"] for match in _TIME.finditer(text)]
    cells = {}
    for folder, title in TITLES.items():
        table = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
        rows = {match["kind"]: [each.strip() for each in match["cells"].split("|")] for match in _ROW.finditer(table)}
        cells[folder] = {kind: row for kind, row in rows.items() if kind not in ("kind", "---")}
    return Kept(times, cells)


def with_time(kept: Kept, what: str, found: Mapping[str, Mapping[str, Score]]) -> Kept:
    """What is kept, with one more time."""
    number = len(kept.times)
    cells: dict[str, dict[str, list[str]]] = {}
    for folder in TITLES:
        before = kept.cells.get(folder, {})
        now = {kind: cell(score) for kind, score in found.get(folder, {}).items()}
        kinds = sorted({*before, *now})
        cells[folder] = {kind: [*before.get(kind, [""] * number), now.get(kind, "")] for kind in kinds}
    return Kept([*kept.times, what], cells)


def written(kept: Kept) -> str:
    """The text of scores.md."""
    numbers = range(1, len(kept.times) + 1)
    parts = [_HEAD, *(f"{number}. {what}\n" for number, what in zip(numbers, kept.times, strict=True))]
    for folder, title in TITLES.items():
        if kept.cells.get(folder):
            parts.append(f"\n## {title}\n\n")
            parts.append("".join(f"| {each} " for each in ("kind", *numbers)) + "|\n")
            parts.append("| --- " + "| ---: " * len(numbers) + "|\n")
            for kind, cells in kept.cells[folder].items():
                parts.append("".join(f"| {each} " for each in (kind, *cells)) + "|\n")
    return "".join(parts)


_HEAD = """# Precision and recall of facts, by kind

How much of what is found is written down by hand (precision), and how much of what is written down is found (recall),
in the records beside this page. `make scores what="what changed"` adds a column; a test tells if that is due.

"""


def main(what: str) -> None:
    """Measure all there is, and keep it under today's date."""
    assets = shipped()
    found = {folder: measured(folder, assets) for folder in FOLDERS}
    kept = read_kept(KEPT.read_text(encoding="utf-8") if KEPT.exists() else "")
    KEPT.write_text(written(with_time(kept, f"{dt.date.today().isoformat()}: {what}", found)), encoding="utf-8")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
