"""Paragraphs found in an index, or in several that are read as one: newest first, or by rank."""

from __future__ import annotations

import datetime as dt
import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import reduce
from itertools import groupby, islice
from operator import add
from pathlib import Path
from typing import Any

from precis.archive.place import day_of, number_of_day
from precis.archive.query import Query, Wanted
from precis.archive.ranks import Rank, counts_in, rank_expression, ranks_in
from precis.archive.rows import OF_COVER, OF_ROW, Cover, Row
from precis.archive.schema import opened

__all__ = ["Hit", "around", "by_year", "search"]

_COLUMNS = ", ".join(
    (
        *("p.number", "p.record", "r.file"),
        *(f"r.{name}" for name in OF_COVER),
        *(f"{'h' if name in ('item', 'subitem') else 'p'}.{name}" for name in OF_ROW),
    )
)
_FROM = "paragraph p JOIN record r ON r.id = p.record JOIN heading h ON h.id = p.heading"
_AT_ONCE = 500
"""So many rows are asked for in one question."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph that was found: its row, under the cover of its record, which stands in a `file`.

    `index` is the index it stands in, and `number` and `record` are its numbers there; the best has the least `rank`.
    """

    cover: Cover
    row: Row
    file: str
    index: Path
    number: int
    record: int
    rank: float = 0.0

    @property
    def _of_day(self) -> tuple[Any, ...]:
        """Its place among those of its day, whatever index it stands in."""
        cover = self.cover
        return (cover.symbol, cover.language, cover.record_uri, self.number - self.record)

    @property
    def best(self) -> tuple[Any, ...]:
        """By which the best come first, of one rank the newest, and those of a record in its order."""
        return (self.rank, -_days(self.number), *self._of_day)


def search(indexes: Sequence[Path], query: Query, most: int, *, ranked: bool = False) -> list[Hit]:
    """The first hits in one index or several: the newest, or with `ranked` the best, of which the newest come first.

    The hits of several indexes are those of one of all records, in the same order. Raises PrecisError for a file that
    is no index.
    """
    with ExitStack() as stack:
        each = [(path, stack.enter_context(opened(path))) for path in indexes]
        order = _best if ranked else _newest
        streams = [
            _hits(connection, path, ranks)
            for wanted in query.wanted
            for (path, connection), ranks in zip(each, order([one for _, one in each], wanted, query), strict=True)
        ]
        return list(islice(heapq.merge(*streams, key=lambda hit: hit.best), most))


def _newest(connections: Sequence[sqlite3.Connection], wanted: Wanted, query: Query) -> Iterator[Iterable[Rank]]:
    """The rows of each index, the last first: all of one rank."""
    rows = f"SELECT 0.0, rowid {_found(wanted)} ORDER BY rowid DESC"
    for connection in connections:
        yield connection.execute(rows, (wanted.all, number_of_day(query.since)))


def _best(connections: Sequence[sqlite3.Connection], wanted: Wanted, query: Query) -> Iterator[Iterable[Rank]]:
    """The rows of each index with their ranks, the best first, and of those of one rank the last."""
    since = number_of_day(query.since)
    if len(connections) == 1:
        rows = f"SELECT {rank_expression(wanted.table)} AS best, rowid {_found(wanted)} ORDER BY best, rowid DESC"
        yield connections[0].execute(rows, (wanted.all, since))
        return
    counts = [counts_in(connection, wanted) for connection in connections]
    every = reduce(add, counts)
    for connection, own in zip(connections, counts, strict=True):
        ranks = ranks_in(connection, wanted, since, own, every)
        yield sorted(ranks, key=lambda each: (each[0], -each[1]))


def _found(wanted: Wanted) -> str:
    return f"FROM {wanted.table} WHERE {wanted.table} MATCH ? AND rowid >= ?"


def _hits(connection: sqlite3.Connection, path: Path, ranks: Iterable[Rank]) -> Iterator[Hit]:
    """The hits of rows, which are in the order of their ranks and from the last day; those of a day in their order."""
    for (rank, _), rows in groupby(ranks, lambda each: (each[0], _days(each[1]))):
        numbers = [number for _, number in rows]
        hits: list[Hit] = []
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            places = ", ".join("?" * len(some))
            told = connection.execute(f"SELECT {_COLUMNS} FROM {_FROM} WHERE p.number IN ({places})", some)
            hits.extend(_hit(row, path, rank) for row in told)
        yield from sorted(hits, key=lambda hit: hit.best)


def _hit(told: Sequence[Any], path: Path, rank: float = 0.0) -> Hit:
    number, record, file, *columns = told
    row = dict(zip(OF_ROW, columns[len(OF_COVER) :], strict=True))
    row["speaker_inferred"] = bool(row["speaker_inferred"])
    return Hit(Cover(*columns[: len(OF_COVER)]), Row(**row), file, path, number, record, rank)


def around(hit: Hit, count: int) -> tuple[list[Hit], list[Hit]]:
    """So many paragraphs of its record before a hit, and behind it."""
    with opened(hit.index) as connection:
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM {_FROM} WHERE p.number BETWEEN ? AND ? AND p.record = ? ORDER BY p.number",
            (hit.number - count, hit.number + count, hit.record),
        )
        found = [_hit(row, hit.index) for row in rows]
    return [each for each in found if each.number < hit.number], [each for each in found if each.number > hit.number]


def by_year(indexes: Iterable[Path], query: Query) -> dict[int | None, int]:
    """How many paragraphs are found in each year, in its order; None is for records whose day is not known."""
    counts: dict[int | None, int] = {}
    for path in indexes:
        with opened(path) as connection:
            for wanted in query.wanted:
                rows = connection.execute(f"SELECT rowid {_found(wanted)}", (wanted.all, number_of_day(query.since)))
                for _, together in groupby((number for (number,) in rows), _days):
                    numbers = list(together)
                    day = day_of(numbers[0])
                    year = None if day is None else day.year
                    counts[year] = counts.get(year, 0) + len(numbers)
    return dict(sorted(counts.items(), key=lambda item: item[0] or dt.MINYEAR))


def _days(number: int) -> int:
    """The day of a row, as a number that grows."""
    day = day_of(number)
    return 0 if day is None else day.toordinal()
