"""The files that an index was made of: by what a change is seen, and which of two files with one record is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from precis.archive.schema import forget

__all__ = ["Files", "Stamp"]

Stamp = str
"""The size of a file, in bytes, and when it was written, in nanoseconds: another stamp is another file."""


class Files:
    """The files of an index that is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def stamps(self) -> Mapping[str, Stamp]:
        """The stamps of all files when they were read."""
        return dict(self._connection.execute("SELECT path, stamp FROM file"))

    def note(self, file: str, stamp: Stamp, record: int | None, twin: str = "") -> None:
        """Note that a file was read: it gave a `record`, or nothing; or the file `twin` has the same record."""
        self._connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", (file, stamp, record, twin))

    def remove(self, file: str) -> list[str]:
        """Take out a file and its record; the files that were passed over for it, which are to be read again."""
        twins = [path for (path,) in self._connection.execute("SELECT path FROM file WHERE twin = ?", (file,))]
        self._forget(file)
        self._connection.executemany("DELETE FROM file WHERE path = ?", [(each,) for each in (file, *twins)])
        return twins

    def of_record(self, symbol: str, language: str) -> str | None:
        """The file that gave the record of a symbol in a language, if one did."""
        told = self._connection.execute(
            "SELECT file FROM record WHERE symbol = ? AND language = ? AND symbol <> ''", (symbol, language)
        ).fetchone()
        return None if told is None else str(told[0])

    def pass_over(self, file: str, twin: str) -> None:
        """Take out the record of a file, since the file `twin` has the same."""
        self._forget(file)
        self._connection.execute("UPDATE file SET record = NULL, twin = ? WHERE path = ?", (twin, file))

    def _forget(self, file: str) -> None:
        told = self._connection.execute("SELECT record FROM file WHERE path = ?", (file,)).fetchone()
        if told is not None and told[0] is not None:
            forget(self._connection, told[0])
