"""Numbers of lines beside the text of a draft, which Word and LibreOffice print in the margin."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from precis.reading.forms.pdf.rows import Piece, Row, row_of

__all__ = ["without_line_numbers"]

_FEWEST = 6
"""So many numbers at least one page has."""
_STEPS = (1, 2, 5, 10)
_SAME_PLACE = 3
_MANY = 0.8
"""Counted one by one, such a part of the rows of a page has a number: those of paragraphs are fewer."""
_LEAST_ROWS = 0.6
"""Between two numbers stand as many rows as they count; a program may count empty lines, too."""


def without_line_numbers(pages: Sequence[Sequence[Row]]) -> list[tuple[Sequence[Row], list[str]]]:
    """The rows of each page without the numbers of its lines, and these.

    They stand in a column of their own before all text, and count its rows. A page with few lines has them where others
    do.
    """
    found = [_figures(rows) for rows in pages]
    ends = {
        round(end)
        for page, (rows, figures) in enumerate(zip(pages, found, strict=True))
        if len(figures) >= _FEWEST and _count(figures, len(rows), cover=page == 0)
        for end in _place(rows, figures)
    }
    if not ends:
        return [(rows, []) for rows in pages]
    return [_without(rows, figures, ends) for rows, figures in zip(pages, found, strict=True)]


def _figures(rows: Sequence[Row]) -> Mapping[int, int]:
    """The figures that rows begin with, by the row, if they stand before all else on the page."""
    found = {at: int(row.pieces[0].text) for at, row in enumerate(rows) if _is_figure(row.pieces[0])}
    others = [piece.left for at, row in enumerate(rows) for piece in row.pieces[at in found :]]
    return found if max((rows[at].pieces[0].right for at in found), default=0) < min(others, default=0) else {}


def _is_figure(piece: Piece) -> bool:
    words = piece.text.strip()
    return words.isascii() and words.isdecimal() and len(words) < 5 and not piece.raised


def _place(rows: Sequence[Row], figures: Collection[int]) -> Sequence[float]:
    """Where figures begin, and where they end, if all of them do so at one place."""
    sides = ([getattr(rows[at].pieces[0], side) for at in figures] for side in ("left", "right"))
    return [side[0] for side in sides if max(side) - min(side) <= _SAME_PLACE]


def _count(figures: Mapping[int, int], rows: int, *, cover: bool) -> bool:
    """Whether figures, by their rows, count the rows of a page in steps. Counted one by one, they count its cover."""
    steps = {after - before for before, after in pairwise(figures.values())}
    step = steps.pop()
    if steps or step not in _STEPS:
        return False
    counted = [after - before for before, after in pairwise(figures)]
    if step == 1:
        return cover and set(counted) == {1} and len(figures) >= _MANY * rows
    return all(_LEAST_ROWS * step <= each <= step for each in counted)


def _without(rows: Sequence[Row], figures: Mapping[int, int], ends: Collection[int]) -> tuple[list[Row], list[str]]:
    """The rows of a page without the figures that stand where line numbers do, and these."""
    there = {
        at for at in figures if any(abs(place - end) <= _SAME_PLACE for place in _place(rows, (at,)) for end in ends)
    }
    kept = ((at, row) for at, row in enumerate(rows) if at not in there or len(row.pieces) > 1)
    left = [row_of(row.page, row.pieces[1:]) if at in there else row for at, row in kept]
    return left, [str(figures[at]) for at in figures if at in there]
