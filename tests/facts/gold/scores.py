"""Rows found held against rows written by hand: precision and recall by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from precis.facts.themes import GENERAL
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
EXACT = ("date", "as_at", "symbol")
"""What must be the same as a date or a symbol; a value on one side alone is wrong."""
REQUIRED = ("person", "whom", "treaty", "states")
"""What must be there where it is written, in as many of its words as OVERLAP asks."""
OVERLAP = 0.5
MAY, OR = "?", "|"
"""After a key, what may be left out but must be right: `session?=48`; between two values, that either is right."""

_SAME = {
    "general recommendation": "general comment",
    "report on the session": "annual report",
    "report": "annual report",
    "declaration": "statement",
    "by acclamation": "acclamation",
    "report of the working group of the whole": "report of the working group",
}
_PROTOCOLS = {"armed conflict": "OPAC", "sale of children": "OPSC", "communications procedure": "OPIC"}
"""Words of the titles of Optional Protocols, and the codes that facts have for them."""
_SMALL = frozenset(
    "the a an of on in to for and its her his their with by at as le la les des du de l d un une et en au à".split()
)
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    """Themes are held against each other where the rows are the same but for that; one not stated is missed."""
    if "theme" not in written.said:
        return
    score = out.setdefault("theme", Score())
    right = theme_fits(written.said["theme"], found.said.get("theme", ""))
    told = f"{name}: {found} for {written.said['theme']}"
    if right is not None:
        score.found += 1
        score.right += right
        score.wrong.extend(() if right else (told,))
    if right or GENERAL not in written.said["theme"].split(OR):
        score.written += 1
        score.missed.extend(() if right else (told,))


def theme_fits(written: str, stated: str) -> bool | None:
    """Whether a theme that is stated is one of those written; None where none is stated."""
    return None if stated in ("", GENERAL) else stated in written.split(OR)


def fits(written: Row, found: Row) -> bool:
    """Whether what was found is what was written."""
    if (written.kind, written.place) != (found.kind, found.place):
        return False
    if written.kind == "pair":
        return bool(set(written.said["answers"].split(",")) & set(found.said["answers"].split(",")))
    wanted = {key.rstrip(MAY): value for key, value in written.said.items()}
    free = {"theme", *(key.rstrip(MAY) for key in written.said if key.endswith(MAY) and key[:-1] not in found.said)}
    return all(_agrees(key, written.kind, wanted, found.said) for key in {*wanted, *found.said} - free)


def _agrees(key: str, kind: str, written: Mapping[str, str], found: Mapping[str, str]) -> bool:
    given = found.get(key, "")
    return any(_same(key, kind, wanted, given) for wanted in written.get(key, "").split(OR))


def _same(key: str, kind: str, wanted: str, given: str) -> bool:
    if key == "what" and kind in ("plan", "state plan"):  # one of a few words
        return wanted == given
    if key == "protocol":
        return _code(wanted) == _code(given)
    if key in STRICT:
        if key in ("count", "report") and not wanted:  # what is not written was not looked for
            return True
        wanted, given = (re.sub(r"(?<=\d),(?=\d)", "", text) for text in (wanted, given))
        return _plain(wanted) == _plain(given)
    if key in EXACT:
        return wanted == given if key == "symbol" else _same_date(wanted, given, kind)
    if key == "states":
        return sorted(map(str.strip, wanted.split(","))) == sorted(map(str.strip, given.split(",")))
    if key in REQUIRED and bool(wanted) != bool(given):
        return False
    return not wanted or not given or (_counts_agree(wanted, given) and overlap(wanted, given) >= OVERLAP)


def _code(protocol: str) -> str:
    return next((code for title, code in _PROTOCOLS.items() if title in protocol), protocol)


def _counts_agree(wanted: str, given: str) -> bool:
    """Whether the numbers of the one are among those of the other: No. 4 is not No. 5."""
    first, second = (set(re.findall(r"\d+", text)) for text in (wanted, given))
    return first <= second or second <= first


def _plain(text: str) -> str:
    """A value without what means nothing: its case, an article before it, a full stop behind it."""
    plain = re.sub(r"^(?:the|an?|les?|la|l[’'])\s*(?=\b)", "", text.strip().rstrip(".").lower())
    return _SAME.get(plain, plain)


def _same_date(wanted: str, given: str, kind: str) -> bool:
    """Whether two dates are one: the same days and months; the same years, unless one leaves the year to the record.

    Of what a State plans the year counts, and what else both say.
    """
    first, second = (set(re.findall(r"\w+", date.lower().replace("1er", "1"))) - _SMALL for date in (wanted, given))
    years = [{word for word in words if _YEAR.fullmatch(word)} for words in (first, second)]
    if kind == "state plan":
        return years[0] == years[1] and (first <= second or second <= first)
    if not years[0] or not years[1]:
        first, second = first - years[0], second - years[1]
    return first == second


def overlap(wanted: str, given: str) -> float:
    """The part of the fewer words that both have."""
    first, second = _words(wanted), _words(given)
    return len(first & second) / max(1, min(len(first), len(second)))


def _words(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"\w+", text.lower()) if word not in _SMALL}
