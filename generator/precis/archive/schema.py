"""The tables of an index in SQLite, and the two that are searched: English by SQLite's words, the rest by ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from precis import __version__
from precis.archive.place import SLOT
from precis.archive.words import words_for
from precis.model import FileSpan, PrecisError

__all__ = ["ENGLISH", "FORMAT", "OTHERS", "SEARCHED", "create", "fill", "forget", "opened", "prepare"]

FORMAT = f"5/{__version__}"
"""The form of an index; one of another form is made anew."""

ENGLISH, OTHERS = "english", "others"
SEARCHED = ("text", "speaker", "state", "body", "language", "kind", "theme")
"""The columns that are searched, in both tables."""

_TABLES = f"""
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE folder (path TEXT PRIMARY KEY, names BLOB, stamps BLOB) WITHOUT ROWID;
CREATE TABLE fresh (path TEXT PRIMARY KEY, digest BLOB) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, record INTEGER, twin TEXT) WITHOUT ROWID;
CREATE INDEX file_of_twin ON file (twin) WHERE twin <> '';
CREATE TABLE record (
    id INTEGER PRIMARY KEY, slots INTEGER, file TEXT, record_uri TEXT, symbol TEXT, body TEXT, session INTEGER,
    meeting INTEGER, date TEXT, language TEXT, original TEXT, part TEXT, url TEXT
);
CREATE INDEX record_of_symbol ON record (symbol, language);
CREATE TABLE paragraph (
    number INTEGER PRIMARY KEY, record INTEGER, paragraph INTEGER, heading INTEGER, kind TEXT, speaker TEXT, role TEXT,
    state TEXT, organization TEXT, speaker_inferred INTEGER, text TEXT, cited_symbols TEXT,
    states TEXT, kinds TEXT, themes TEXT
);
CREATE TABLE heading (id INTEGER PRIMARY KEY, item TEXT, subitem TEXT, UNIQUE (item, subitem));
CREATE TABLE theme (word TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE VIRTUAL TABLE {ENGLISH} USING fts5(
    {", ".join(SEARCHED)}, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE {OTHERS} USING fts5(
    {", ".join(SEARCHED)}, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
"""

_REST = "p.states, r.body || '0', r.language || '0', p.kinds, p.themes"
_IN_ENGLISH = f"p.text, p.speaker || ' ' || p.organization, {_REST}"
_IN_OTHERS = f"words(p.text, r.language), words(p.speaker || ' ' || p.organization, ''), {_REST}"
_AS_READ = f"w.text, w.speaker, {_REST}"
_COLUMNS = ", ".join(SEARCHED)
_ROWS = f"FROM paragraph p JOIN record r ON r.id = p.record AND p.number < r.id + r.slots * {SLOT}"
_PASSING = """
CREATE TEMP TABLE said (number INTEGER PRIMARY KEY, text TEXT, speaker TEXT);
CREATE TEMP TABLE found (number INTEGER PRIMARY KEY);
"""


def create(connection: sqlite3.Connection, memory: int) -> None:
    """Make the tables of a new index; words are gathered in so many bytes before they are written."""
    connection.executescript(_TABLES)
    for table in (ENGLISH, OTHERS):
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (memory,))


def fill(connection: sqlite3.Connection, records: Sequence[int] | None = None) -> None:
    """Make the paragraphs of some records found, or of all, in the order of their days.

    The words of other languages than English are those that were put into the table `said`.
    """
    english = f"INSERT INTO {ENGLISH} (rowid, {_COLUMNS}) SELECT p.number, {_IN_ENGLISH} {_ROWS}"
    if records is None:
        connection.execute(f"{english} WHERE r.language = 'en' ORDER BY p.number")
    else:
        for record in records:
            connection.execute(f"{english} WHERE r.language = 'en' AND r.id = ? AND p.number >= r.id", (record,))
    others = "FROM said w JOIN paragraph p ON p.number = w.number JOIN record r ON r.id = p.record"
    connection.execute(
        f"INSERT INTO {OTHERS} (rowid, {_COLUMNS}) SELECT p.number, {_AS_READ} {others} ORDER BY w.number"
    )
    connection.execute("DELETE FROM said")


def forget(connection: sqlite3.Connection, record: int) -> None:
    """Take a record out of all tables. The words of a row are taken out by naming them: SQLite keeps none."""
    for table, values, which in ((ENGLISH, _IN_ENGLISH, "= 'en'"), (OTHERS, _IN_OTHERS, "<> 'en'")):
        taken = (
            f"SELECT 'delete', p.number, {values} {_ROWS} WHERE r.language {which} AND r.id = ? AND p.number >= r.id"
        )
        connection.execute(f"INSERT INTO {table} ({table}, rowid, {_COLUMNS}) {taken}", (record,))
    own = f"SELECT p.number {_ROWS} WHERE r.id = ? AND p.number >= r.id"
    connection.execute(f"DELETE FROM paragraph WHERE number IN ({own})", (record,))
    connection.execute("DELETE FROM record WHERE id = ?", (record,))


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """An index, open; PrecisError if the file is not there, or is none."""
    if not path.is_file():
        message = "is not there; make it with precis index FOLDER, or name another with --index"
        raise PrecisError.one("index-missing", message, FileSpan(str(path)))
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        prepare(connection)
        made = connection.execute("SELECT value FROM about WHERE key = 'format'").fetchone()
        if made is None or made[0] != FORMAT:
            raise PrecisError.one("index-form", "is of another version; run precis index again", FileSpan(str(path)))
        yield connection
    except sqlite3.DatabaseError as error:
        message = f"is no index of precis, or is damaged ({error}); run precis index again"
        raise PrecisError.one("index-form", message, FileSpan(str(path))) from error
    finally:
        connection.close()


def prepare(connection: sqlite3.Connection) -> None:
    """Let SQLite ask for the words of a text in a language; give it a place for those that were read, and for rows."""
    connection.executescript(_PASSING)
    connection.create_function("words", 2, lambda text, language: words_for(language).line(text), deterministic=True)
