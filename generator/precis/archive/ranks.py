"""The ranks of what is found in several indexes: those that one index of all their records gives.

FTS5 ranks by what its table holds (Okapi BM25): a phrase counts more the fewer rows have it, and the shorter the row
is beside the others. A table of a part of the records knows of no other. So what all of them hold is counted first, and
each rank is made anew. How often a phrase stands in a row FTS5 does not say: it follows from the rank that it gives.
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from precis.archive.query import Wanted

__all__ = ["Counts", "Rank", "counts_in", "rank_expression", "ranks_in"]

Rank = tuple[float, int]
"""The rank of a row, the least of the best, and its number."""

_K1, _B, _RAREST = 1.2, 0.75, 1e-6
"""The constants of FTS5 (fts5_aux.c), the last for the weight of a phrase that half of all rows have, or more."""
_AVERAGES = 1
"""The number of the block in which a table keeps how many rows it has, and how many words in each column."""


def rank_expression(table: str) -> str:
    """The expression of the rank of a row by its own table: only the words of its text count, the first column."""
    return f"bm25({table}, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)"


@dataclass(frozen=True, slots=True)
class Counts:
    """What the ranks of a query hang on: the rows of a table, the words in them, and how many rows have each phrase."""

    rows: int
    words: int
    having: tuple[int, ...]

    def __add__(self, other: Counts) -> Counts:
        having = tuple(one + two for one, two in zip(self.having, other.having, strict=True))
        return Counts(self.rows + other.rows, self.words + other.words, having)

    def weights(self) -> tuple[float, ...]:
        """How much each phrase counts."""
        logs = (math.log((self.rows - each + 0.5) / (each + 0.5)) for each in self.having)
        return tuple(log if log > 0.0 else _RAREST for log in logs)

    def length(self, words: int) -> float:
        """How long a row of so many words is beside the others."""
        return _K1 * (1 - _B + _B * words / (self.words / self.rows))


def counts_in(connection: sqlite3.Connection, wanted: Wanted) -> Counts:
    """What an index has of what is wanted."""
    table = wanted.table
    (block,) = connection.execute(f"SELECT block FROM {table}_data WHERE id = ?", (_AVERAGES,)).fetchone()
    rows, *words = _numbers(block) or [0]
    count = f"SELECT count(*) FROM {table} WHERE {table} MATCH ?"
    having = tuple(connection.execute(count, (phrase,)).fetchone()[0] for phrase in wanted.phrases)
    return Counts(rows, sum(words), having)


def ranks_in(connection: sqlite3.Connection, wanted: Wanted, since: int, own: Counts, every: Counts) -> list[Rank]:
    """The ranks of the rows of an index from a number on: it has its `own` counts, and all indexes `every`."""
    table = wanted.table
    found = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND rowid >= ?"
    connection.execute("DELETE FROM found")
    connection.execute(f"INSERT INTO found {found}", (wanted.all, since))
    sizes = connection.execute(f"SELECT id, sz FROM {table}_docsize WHERE id IN (SELECT number FROM found)")
    lengths = {number: _sum(size) for number, size in sizes}
    ranks = dict.fromkeys(lengths, 0.0)
    # The sign keeps FTS5 from looking up each row by itself.
    ranked = (
        f"SELECT rowid, {rank_expression(table)} FROM {table}"
        f" WHERE {table} MATCH ? AND +rowid IN (SELECT number FROM found)"
    )
    for phrase, known, weight in zip(wanted.phrases, own.weights(), every.weights(), strict=True):

        @cache
        def part(rank: float, words: int, known: float = known, weight: float = weight) -> float:
            """What the phrase adds; many rows are of one rank and length."""
            share = -rank / known / (_K1 + 1.0)
            times = round(share * own.length(words) / (1.0 - share))
            return weight * (times * (_K1 + 1.0) / (times + every.length(words)))

        for number, rank in connection.execute(ranked, (phrase,)):
            ranks[number] += part(rank, lengths[number])
    return [(-rank, number) for number, rank in ranks.items()]


def _sum(block: bytes) -> int:
    """The sum of the numbers of a block; most are of one byte each."""
    return sum(block) if block.isascii() else sum(_numbers(block))


def _numbers(block: Iterable[int]) -> list[int]:
    """The numbers of a block of FTS5: seven binary digits a byte, the highest first; the last byte has no eighth."""
    found, number = [], 0
    for byte in block:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            found.append(number)
            number = 0
    return found
