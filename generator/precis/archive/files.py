"""The files that an index was made of: by what a change is seen, and which of two files with one record is read."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from precis.archive.schema import forget

__all__ = ["Files", "Folders", "Listing", "Stamp"]

Stamp = tuple[int, int]
"""The size of a file, in bytes, and when it was written, in nanoseconds: another stamp is another file."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of one folder in the order of the system, as an index keeps them: that is compared at one go.

    `names` are parted by slashes; `stamps` has the numbers of each stamp, in eight bytes with the lowest first.
    """

    names: bytes = b""
    stamps: bytes = b""

    @classmethod
    def of(cls, names: Sequence[str], sizes: Sequence[int], times: Sequence[int]) -> Listing:
        """The listing of files by their names, their sizes and when they were written."""
        return cls(os.fsencode("/".join(names)), struct.pack(f"<{2 * len(names)}q", *sizes, *times))

    def files(self) -> dict[str, Stamp]:
        """The stamp of each file by its name."""
        numbers = struct.unpack(f"<{len(self.stamps) // 8}q", self.stamps)
        count = len(numbers) // 2
        names = os.fsdecode(self.names).split("/")
        return dict(zip(names, zip(numbers[:count], numbers[count:], strict=True), strict=False))


@dataclass(frozen=True, slots=True)
class Folders:
    """A folder and those below, as they were looked at: the listing of each by its path from the first, with a slash.

    `fresh` has the digest of each file that was written so shortly before that another text may get the same time.
    """

    listings: Mapping[str, Listing] = field(default_factory=dict)
    fresh: Mapping[str, bytes] = field(default_factory=dict)

    def files(self) -> Iterator[str]:
        """All files, by their paths."""
        for place, listing in self.listings.items():
            yield from (place + name for name in listing.files())

    def since(self, before: Folders, digest: Callable[[str], bytes]) -> tuple[set[str], set[str]]:
        """The files that are new or other than they were `before`, and those that are gone.

        `digest` gives that of a file that was fresh then.
        """
        changed, gone = set(), set()
        for place in self.listings.keys() | before.listings.keys():
            now, was = self.listings.get(place, Listing()), before.listings.get(place, Listing())
            if now != was:
                files, known = now.files(), was.files()
                changed |= {place + name for name, stamp in files.items() if known.get(name) != stamp}
                gone |= {place + name for name in known.keys() - files.keys()}
        changed |= {file for file, known in before.fresh.items() if file not in gone and digest(file) != known}
        return changed, gone


class Files:
    """The files of an index that is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def folders(self) -> Folders:
        """The folders as they were when their files were read."""
        listed = self._connection.execute("SELECT path, names, stamps FROM folder")
        fresh = self._connection.execute("SELECT path, digest FROM fresh")
        return Folders({path: Listing(names, stamps) for path, names, stamps in listed}, dict(fresh.fetchall()))

    def keep(self, folders: Folders, before: Folders) -> None:
        """Note how the folders are, whose files have been read; it is known how they were `before`."""
        gone = [(path,) for path in before.listings.keys() - folders.listings.keys()]
        self._connection.executemany("DELETE FROM folder WHERE path = ?", gone)
        other = [
            (path, each.names, each.stamps)
            for path, each in folders.listings.items()
            if before.listings.get(path) != each
        ]
        self._connection.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", other)
        self._connection.execute("DELETE FROM fresh")
        self._connection.executemany("INSERT INTO fresh VALUES (?, ?)", folders.fresh.items())

    def note(self, file: str, record: int | None, twin: str = "") -> None:
        """Note that a file was read: it gave a `record`, or nothing; or the file `twin` has the same record."""
        self._connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (file, record, twin))

    def remove(self, file: str) -> list[str]:
        """Take out a file and its record; the files that were passed over for it, which are to be read again."""
        twins = [
            path for (path,) in self._connection.execute("SELECT path FROM file WHERE twin = ? AND twin <> ''", (file,))
        ]
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
