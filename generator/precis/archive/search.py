"""Paragraphs found in an index, or in several that are read as one: newest first, or by rank."""

from __future__ import annotations

import datetime as dt
import heapq
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from precis.archive.place import day_of, number_of_day
from precis.archive.query import Query
from precis.archive.rows import OF_COVER, OF_ROW, Cover, Row
from precis.archive.schema import ENGLISH, OTHERS, opened

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
    def newest(self) -> tuple[Any, ...]:
        """By which the newest come first, and those of a record in its order."""
        return (-_days(self.number), *self._of_day)

    @property
    def best(self) -> tuple[Any, ...]:
        """By which the best come first."""
        return (self.rank, *self.newest)


def search(indexes: Sequence[Path], query: Query, most: int, *, ranked: bool = False) -> list[Hit]:
    """The first hits in one index or several: the newest, or with `ranked` the best.

    Newest first, the hits of several indexes are those of one of all records, in the same order. Ranks are those that
    each index gives. Raises PrecisError for a file that is no index.
    """
    with ExitStack() as stack:
        each = [(path, stack.enter_context(opened(path))) for path in indexes]
        if ranked:
            found = [hit for path, connection in each for hit in _best(connection, path, query, most)]
            return sorted(found, key=lambda hit: hit.best)[:most]
        streams = [
            _newest(connection, path, table, wanted, query)
            for path, connection in each
            for table, wanted in _expressions(query)
        ]
        return list(islice(heapq.merge(*streams, key=lambda hit: hit.newest), most))


def _expressions(query: Query) -> list[tuple[str, str]]:
    return [(table, said) for table, said in ((ENGLISH, query.in_english), (OTHERS, query.in_others)) if said]


def _newest(connection: sqlite3.Connection, path: Path, table: str, wanted: str, query: Query) -> Iterator[Hit]:
    """The hits in a table, day by day from the last; those of a day in their order."""
    rows = connection.execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ? ORDER BY rowid DESC",
        (wanted, number_of_day(query.since)),
    )
    for _, numbers in groupby((number for (number,) in rows), _days):
        yield from sorted(_hits(connection, path, list(numbers)), key=lambda hit: hit.newest)


def _best(connection: sqlite3.Connection, path: Path, query: Query, most: int) -> Iterator[Hit]:
    for table, wanted in _expressions(query):
        # Only the words of the text count.
        weights = "1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0"
        rows = connection.execute(
            f"SELECT rowid, bm25({table}, {weights}) AS best FROM {table} WHERE {table} MATCH ? AND rowid >= ?"
            " ORDER BY best LIMIT ?",
            (wanted, number_of_day(query.since), most),
        )
        ranks = dict(rows.fetchall())
        yield from _hits(connection, path, list(ranks), ranks)


def _hits(
    connection: sqlite3.Connection, path: Path, numbers: Sequence[int], ranks: dict[int, float] | None = None
) -> Iterator[Hit]:
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        places = ", ".join("?" * len(some))
        rows = f"SELECT {_COLUMNS} FROM {_FROM} WHERE p.number IN ({places})"
        for row in connection.execute(rows, some):
            yield _hit(row, path, (ranks or {}).get(row[0], 0.0))


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
            for table, wanted in _expressions(query):
                rows = connection.execute(
                    f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ?",
                    (wanted, number_of_day(query.since)),
                )
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
