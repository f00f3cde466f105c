"""Rows found held against rows written by hand: precision and recall by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.facts.gold.cases import Row

STRICT = (
    "state",
    "stage",
    "report",
    "count",
    "session",
    "act",
    "outcome",
    "for",
    "against",
    "abstaining",
    "text",
    "name",
)
"""What must be the same; a value on one side alone is wrong."""
REQUIRED = ("person", "whom", "treaty", "states", "protocol")
"""What must be there where it is written, in as many of its words as OVERLAP asks."""
OVERLAP = 0.5

_SAME = {
    "general recommendation": "general comment",
    "report on the session": "annual report",
    "report": "annual report",
    "declaration": "statement",
    "by acclamation": "acclamation",
    "report of the working group of the whole": "report of the working group",
}
_SMALL = frozenset(
    "the a an of on in to for and its her his their with by at as le la les des du de l d un une et en".split()
)


@dataclass
class Score:
    """Of a kind: how many are written, found, and found as written."""

    written: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.written if self.written else 1.0


def scores(cases: Iterable[tuple[str, Sequence[Row], Sequence[Row]]]) -> dict[str, Score]:
    """The scores of each kind over cases of (name, written, found), and of themes and pairs beside them."""
    out: dict[str, Score] = {}
    for name, written, found in cases:
        left = list(written)
        for row in found:
            score = out.setdefault(row.kind, Score())
            score.found += 1
            same = next((each for each in left if fits(each, row)), None)
            if same is None:
                score.wrong.append(f"{name}: {row}")
                continue
            left.remove(same)
            score.right += 1
            _score_theme(same, row, out, name)
        for row in written:
            out.setdefault(row.kind, Score()).written += 1
        for row in left:
            out[row.kind].missed.append(f"{name}: {row}")
    return out


def _score_theme(written: Row, found: Row, out: dict[str, Score], name: str) -> None:
    """Themes are held against each other where both rows are the same but for that."""
    if "theme" not in written.said:
        return
    score = out.setdefault("theme", Score())
    score.written += 1
    score.found += 1
    if written.said["theme"] == found.said.get("theme"):
        score.right += 1
    else:
        score.wrong.append(f"{name}: {found} for {written.said['theme']}")


def fits(written: Row, found: Row) -> bool:
    """Whether what was found is what was written."""
    if (written.kind, written.place) != (found.kind, found.place):
        return False
    if written.kind == "pair":
        return bool(set(written.said["answers"].split(",")) & set(found.said["answers"].split(",")))
    return all(_agrees(key, written.said, found.said) for key in {*written.said, *found.said} - {"theme"})


def _agrees(key: str, written: Mapping[str, str], found: Mapping[str, str]) -> bool:
    wanted, given = written.get(key, ""), found.get(key, "")
    if key == "what" and "what" in written and "date" in written:  # of a plan, one of a few words
        return wanted == given
    if key in STRICT:
        if key in ("count", "report") and not wanted:  # what is not written was not looked for
            return True
        return _SAME.get(wanted.lower(), wanted) == _SAME.get(given.lower(), given)
    if key == "states":
        return sorted(wanted.split(",")) == sorted(given.split(","))
    if key in REQUIRED and bool(wanted) != bool(given):
        return False
    return not wanted or not given or overlap(wanted, given) >= OVERLAP


def overlap(wanted: str, given: str) -> float:
    """The part of the fewer words that both have."""
    first, second = _words(wanted), _words(given)
    return len(first & second) / max(1, min(len(first), len(second)))


def _words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w+", text.lower()) if word not in _SMALL}
