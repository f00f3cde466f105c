"""The figures that a delegation gave: what each counts, in the words of its sentence, and the amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from precis.documents.session.desk import Desk, once
from precis.documents.session.lines import Line
from precis.documents.session.speech import capitalized
from precis.documents.session.words import FIGURE
from precis.facts.exchange import StateDialogue
from precis.facts.fact import Figure, Move, MoveKind

__all__ = ["Row", "figure_rows"]

_LEAST = 2
"""Figures that an amount has at least; a smaller one counts little."""
_NUMBER_GOES_ON = re.compile(r"\d[.,\u066c]?\Z")
_NUMBER_GOES_ON_AFTER = re.compile(r"[.,\u066c]?\d")
_LONGEST = 10
"""Words of a label, at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: its label, the amount as printed, and its sentence. `under` says that it is a part of the last."""

    label: str
    amount: str
    line: Line
    under: bool = False


@once
def figure_rows(dialogue: StateDialogue, desk: Desk) -> list[Row]:
    """The figures of a dialogue that can be labelled in the words of their sentences, in the order of the records."""
    out: list[Row] = []
    seen: set[tuple[str, str]] = set()
    for move, line in desk.moves(dialogue, MoveKind.FIGURE):
        for row in _rows(move, line, desk):
            if (row.amount, row.label) not in seen:
                seen.add((row.amount, row.label))
                out.append(row)
    return _with_parents(out)


def _rows(move: Move, line: Line, desk: Desk) -> Iterator[Row]:
    clause = desk.speech(line)
    for figure in move.figures:
        if sum(character.isdigit() for character in figure.amount) < _LEAST:
            continue
        share = desk.words.share(figure.amount)
        label = _label(figure, clause, line, desk, "%" if share else "")
        if label is None or len(label.split()) > _LONGEST or desk.prose(line).points(label):
            continue
        amount = share or figure.amount
        under = label.startswith("–")
        shown = f"≈ {amount}" if figure.approximate else amount
        yield Row(label if under else capitalized(label), shown, line, under)


def _label(figure: Figure, clause: str, line: Line, desk: Desk, unit: str) -> str | None:
    """What a figure counts, by the first pattern that its sentence fits; None if none does."""
    marked = _marked(_held(clause), _held(figure.amount))
    parts = [part for part in _parts(marked) if FIGURE in part]
    for pattern in desk.words.tongue(line.language).figures:
        for part in parts:
            match = pattern.say.search(part)
            if match is None:
                continue
            values = {
                name: desk.teller.small((value or "").replace(FIGURE, figure.amount).replace(_COMMA, ","))
                for name, value in match.groupdict().items()
            }
            label = pattern.label.format(**values, unit=unit)
            if unit and unit not in label:
                label = f"{label}, {unit}"
            year = values.get("year")
            return " ".join((f"{label}, {year}" if year else label).split()).replace(" ,", ",").rstrip(" ,")
    return None


_COMMA = "\u066c"
"""Stands for the comma of "10,000" while a label is looked for, which ends at a comma."""


def _held(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", _COMMA, text)


def _marked(clause: str, amount: str) -> str:
    """The sentence with `FIGURE` for an amount, where that is not a part of a longer number."""
    pieces = clause.split(amount)
    out = [pieces[0]]
    for before, after in pairwise(pieces):
        within = _NUMBER_GOES_ON.search(before) or _NUMBER_GOES_ON_AFTER.match(after)
        out.extend((amount if within else FIGURE, after))
    return "".join(out)


def _parts(clause: str) -> Iterable[str]:
    """A sentence, and its parts between semicolons, which say a thing by themselves."""
    yield clause
    parts = clause.split("; ")
    if len(parts) > 1:
        yield from parts


def _with_parents(rows: Sequence[Row]) -> list[Row]:
    """The rows without the parts of what is not among them."""
    out: list[Row] = []
    for row in rows:
        if not row.under or (out and out[-1].line.at == row.line.at):
            out.append(row)
    return out
