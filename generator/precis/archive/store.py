"""Records put into an index, and taken out of it."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from precis.archive.place import SLOT, first_number, free_slots, number_of_day, slots_for
from precis.archive.rows import Cover, Row
from precis.archive.subjects import Subjects
from precis.language.states import State

__all__ = ["Put", "mark", "put", "state_mark"]

Put = tuple[str, Cover, Sequence[Row], Sequence[Subjects]]
"""A record to put in: its file, its cover, its rows, and what each is about."""

_RECORD = f"INSERT INTO record VALUES ({', '.join('?' * 13)})"
_PARAGRAPH = f"INSERT INTO paragraph VALUES ({', '.join('?' * 15)})"
_SAID = "INSERT INTO said VALUES (?, ?, ?)"
_THEME = "INSERT OR IGNORE INTO theme VALUES (?, ?)"
_NOT_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def mark(name: str) -> str:
    """A name as one word of the index. It ends in a figure, so that no stemmer takes anything from it."""
    return f"{_NOT_WORDS.sub('', name.casefold())}0"


def state_mark(state: State) -> str:
    """A State as one word: by its code, or by its name where no list knows it."""
    return mark(state.code or state.name)


class Slots:
    """Finds rooms for records beside those that are there."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def place(self, day: dt.date | None, rows: int) -> tuple[int, int]:
        """The number of the first row of a record of a day, and how many rooms it takes."""
        start, wanted = number_of_day(day), slots_for(rows)
        end = number_of_day(day + dt.timedelta(1)) if day is not None else number_of_day(dt.date.min)
        found = self._connection.execute("SELECT id, slots FROM record WHERE id >= ? AND id < ?", (start, end))
        taken = [((number - start) // SLOT, count) for number, count in found]
        return first_number(day, free_slots(taken, wanted)), wanted


class _Headings:
    """Keeps the headings that paragraphs stand under, each once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}

    def of(self, row: Row) -> int:
        """The number of the headings of a row."""
        key = (row.item, row.subitem)
        if key not in self._known:
            self._connection.execute("INSERT OR IGNORE INTO heading (item, subitem) VALUES (?, ?)", key)
            told = self._connection.execute("SELECT id FROM heading WHERE item = ? AND subitem = ?", key).fetchone()
            self._known[key] = told[0]
        return self._known[key]


def put(connection: sqlite3.Connection, records: Iterable[Put]) -> Iterator[int]:
    """Put records into the tables that hold them, and give their numbers; `schema.fill` makes them found."""
    slots, headings = Slots(connection), _Headings(connection)
    for file, cover, rows, subjects in records:
        day = dt.date.fromisoformat(cover.date) if cover.date else None
        number, wanted = slots.place(day, len(rows))
        connection.execute(_RECORD, (number, wanted, file, *_of(cover)))
        paragraphs = [
            (number + place, number, *_cells(row, headings.of(row)), *_marks(row, about))
            for place, (row, about) in enumerate(zip(rows, subjects, strict=True))
        ]
        connection.executemany(_PARAGRAPH, paragraphs)
        if cover.language != "en":
            said = [(number + place, about.words, about.speaker) for place, about in enumerate(subjects)]
            connection.executemany(_SAID, said)
        themes = {theme for about in subjects for theme in about.themes}
        connection.executemany(_THEME, [(mark(theme), theme) for theme in sorted(themes)])
        yield number


def _of(cover: Cover) -> tuple[str | int | None, ...]:
    return (
        cover.record_uri,
        cover.symbol,
        cover.body,
        cover.session,
        cover.meeting,
        cover.date,
        cover.language,
        cover.original,
        cover.part,
        cover.url,
    )


def _cells(row: Row, heading: int) -> tuple[str | int | None, ...]:
    return (
        row.paragraph,
        heading,
        row.kind,
        row.speaker,
        row.role,
        row.state,
        row.organization,
        row.speaker_inferred,
        row.text,
        row.cited_symbols,
    )


def _marks(row: Row, about: Subjects) -> tuple[str, str, str]:
    """The words of a row by which it is found: of its States, of what is done in it, of its themes."""
    return (
        " ".join([mark(state.code or state.name) for state in about.states]),
        " ".join([mark(row.kind), *map(mark, about.moves)]),
        " ".join(map(mark, about.themes)),
    )
