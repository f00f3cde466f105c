"""How much a paper holds: of several sheets, each with less in it, the one that fills its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from precis.documents.session.paper import Paper, Place, Section, Sheet
from precis.model import PrecisError, Table, plain

__all__ = ["Fill", "Measure", "fitted", "fullest", "packed", "pages_of"]

Measure = Callable[[Paper, Sheet, bool], float]
"""The part of its page that a sheet of a paper fills, set as wide as it can be; true for the first of it."""
Fill = Callable[[Sheet, bool], float]
"""The same of sheets of one paper."""

E = TypeVar("E")
T = TypeVar("T")

_FULL = 0.93
"""A page that is filled to this part is looked for no further."""


def fitted(extents: Iterable[E], make: Callable[[E], Sheet], fill: Fill, *, first: bool = False) -> Sheet:
    """The first of the sheets that its page holds; the last if none is."""
    sheet = None
    for extent in extents:
        sheet = make(extent)
        if fill(sheet, first) <= 1.0:
            return sheet
    assert sheet is not None, "there is a least extent"
    return sheet


def fullest(
    groups: Iterable[Sequence[E]], make: Callable[[E], tuple[Sheet, T]], fill: Fill, *, first: bool = False
) -> tuple[Sheet, T]:
    """The fullest of the sheets that its page holds, with what was made beside it; the last if none is.

    In each group the extents hold less and less; where the page does not hold the least, it holds none of the group.
    """
    best: tuple[float, tuple[Sheet, T]] | None = None
    last = None
    for group in groups:
        last = make(group[-1])
        if fill(last[0], first) > 1.0:
            continue
        for extent in group:
            made = make(extent)
            part = fill(made[0], first)
            if part <= 1.0 and (best is None or part > best[0]):
                best = part, made
            if part <= 1.0:
                break
        if best is not None and best[0] >= _FULL:
            break
    assert last is not None, "there is a least extent"
    return best[1] if best is not None else last


def packed(sections: Iterable[Section], fill: Fill) -> list[Sheet]:
    """Sections on as many sheets as they need, in order; a table goes on with its next row, under its heading again."""
    done: list[Sheet] = []
    open_: list[Section] = []
    for group in _groups(sections):
        for parts in _parts(group[0]) if len(group) == 1 else [group]:
            joined = _joined(open_, parts)
            if open_ and fill(Sheet(tuple(joined)), not done) > 1.0:
                done.append(Sheet(tuple(open_)))
                joined = _begun(open_[-1], parts)
            open_ = joined
    return [*done, Sheet(tuple(open_))]


def _begun(last: Section, parts: Sequence[Section]) -> list[Section]:
    """What a sheet begins with after one that ends with `last`: a row that goes on under a label has it again."""
    above, below = last.blocks[-1:], parts[0].blocks
    if (last.title, last.look) != (parts[0].title, parts[0].look) or len(below) != 1:
        return list(parts)
    if not above or not isinstance(above[0], Table) or not isinstance(table := below[0], Table):
        return list(parts)
    labels = [row[0] for row in above[0].rows if plain(row[0]).strip()]
    if not labels or plain(table.rows[0][0]).strip():
        return list(parts)
    rows = ((labels[-1], *table.rows[0][1:]), *table.rows[1:])
    return [replace(parts[0], blocks=(replace(table, rows=rows),)), *parts[1:]]


def _groups(sections: Iterable[Section]) -> Iterator[list[Section]]:
    """Sections, those that stand side by side together."""
    for full, group in groupby(sections, key=lambda section: section.place is Place.FULL):
        if full:
            yield from ([section] for section in group)
        else:
            yield list(group)


def _parts(section: Section) -> Iterator[list[Section]]:
    """A section row by row, if it is one table; else whole."""
    if len(section.blocks) != 1 or not isinstance(table := section.blocks[0], Table):
        yield [section]
        return
    for row in table.rows:
        yield [replace(section, blocks=(Table(table.head, (row,)),))]


def _joined(sections: Sequence[Section], parts: Sequence[Section]) -> list[Section]:
    """The sections with others, or with one row more of the last."""
    last, part = sections[-1] if sections else None, parts[0]
    if last is None or (last.title, last.look) != (part.title, part.look) or len(parts) != 1 or len(part.blocks) != 1:
        return [*sections, *parts]
    above, below = last.blocks[-1], part.blocks[0]
    if not isinstance(above, Table) or not isinstance(below, Table):
        return [*sections, *parts]
    return [*sections[:-1], replace(last, blocks=(Table(above.head, (*above.rows, *below.rows)),))]


def pages_of(kind: str, wanted: int | None, most: int) -> int:
    """How many pages a briefing may have; PrecisError if it cannot have as many as are wanted."""
    if wanted is None:
        return most
    if 1 <= wanted <= most:
        return wanted
    told = "1 page" if most == 1 else f"1 to {most} pages"
    raise PrecisError.one("brief-pages", f"--pages {wanted}: a {kind} has {told}")
