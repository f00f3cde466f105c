"""An index of a folder of records: made whole in one run, or brought up to date with what has changed.

A new index is made beside its place and moved there; a change is one transaction. Who is killed leaves the old index.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from precis.archive.files import Files, Folders
from precis.archive.schema import FORMAT, create, fill, opened, prepare
from precis.archive.store import Put, put
from precis.assets import Assets
from precis.model import Fault, FileSpan, Finding, PrecisError
from precis.tasks.below import digest_of, looked_at
from precis.tasks.gather import passed_over
from precis.tasks.made import without_records
from precis.tasks.progress import Progress, silent
from precis.tasks.shelf import Shelved, holds_record, order, shelved
from precis.tasks.workers import PROCESSES, Crew

__all__ = ["Indexed", "index", "make_index"]

_MEMORY = 64_000_000
"""Bytes of words that are gathered before they are written, for a new index."""
_CACHE = 128_000
"""Kilobytes of pages that are kept at hand meanwhile."""


@dataclass
class Indexed:
    """How many files were read and taken out, what was told of them, and how many records the index has now."""

    read: int = 0
    gone: int = 0
    records: int = 0
    told: list[Finding] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def note(self, each: Shelved) -> None:
        """Take in what is told of a file."""
        self.read += 1
        self.told.extend(each.told)
        self.faults.extend(each.faults)


def index(
    folder: str,
    path: Path,
    assets: Assets,
    address: str,
    progress: Progress[Shelved] = silent,
    crew: Crew = PROCESSES,
) -> Indexed:
    """Make the index `path` of the records in a folder and below, or read again what has changed since it was made.

    A file that cannot be read has its faults told, and is tried again when it has changed. Raises PrecisError for a
    folder without records, and if the index cannot be written.
    """
    prefix = f"{folder.rstrip('/')}/"
    folders = looked_at(folder) if Path(folder).is_dir() else Folders()
    if not any(map(holds_record, folders.files())):
        raise PrecisError([without_records(folder)])
    home = os.path.relpath(folder, path.parent)

    def read(files: Iterable[str]) -> Iterator[Shelved]:
        found = shelved([prefix + file for file in sorted(files, key=order)], assets, address, progress, crew)
        return (replace(each, file=each.file.removeprefix(prefix)) for each in found)

    try:
        if _is_of(path, home):
            done = _update(path, folders, lambda file: digest_of(prefix + file), read)
        else:
            done = make_index(path, home, folders, read(filter(holds_record, folders.files())))
    except (OSError, sqlite3.OperationalError) as error:
        message = f"cannot be written: {error}; name another file with -o"
        raise PrecisError.one("file-write", message, FileSpan(str(path))) from error
    return done


def _is_of(path: Path, home: str) -> bool:
    """Whether there is an index of this form and of this folder."""
    if not path.exists():
        return False
    try:
        with opened(path) as connection:
            told = connection.execute("SELECT value FROM about WHERE key = 'folder'").fetchone()
            return told is not None and told[0] == home
    except PrecisError:
        return False


def make_index(path: Path, home: str, folders: Folders, found: Iterable[Shelved]) -> Indexed:
    """Write a new index of what the files of a folder give, which is as `folders` says.

    `home` is the folder as seen from the index.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f".{path.name}.{os.getpid()}.new")
    _clear(path)
    connection, done = sqlite3.connect(waiting, isolation_level=None), Indexed()
    try:
        prepare(connection)
        # Nothing is there that could be lost: the file has its place only when it is whole.
        for pragma in (
            "journal_mode = OFF",
            "synchronous = OFF",
            f"cache_size = -{_CACHE}",
            "locking_mode = EXCLUSIVE",
        ):
            connection.execute(f"PRAGMA {pragma}")
        create(connection, _MEMORY)
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO about VALUES (?, ?)", (("format", FORMAT), ("folder", home)))
        _put(connection, found, done)
        Files(connection).keep(folders, Folders())
        fill(connection)
        done.records = _count(connection)
        connection.execute("COMMIT")
        connection.close()
        waiting.replace(path)
        return done
    finally:
        connection.close()
        waiting.unlink(missing_ok=True)


def _clear(path: Path) -> None:
    """Take away what runs left that were killed."""
    for left in path.parent.glob(f".{path.name}.*.new*"):
        process = left.name.removeprefix(f".{path.name}.").partition(".")[0]
        if process.isdigit() and not Path("/proc", process).exists():
            left.unlink(missing_ok=True)


def _put(connection: sqlite3.Connection, found: Iterable[Shelved], done: Indexed) -> list[int]:
    """Put in what files give; the numbers of the records.

    Of two files with one record that is read which comes first: a source before what was made of it.
    """
    files = Files(connection)
    numbers: list[int] = []
    waiting: list[str] = []

    def records() -> Iterator[Put]:
        for each in found:
            done.note(each)
            other = None if each.cover is None else files.of_record(each.cover.symbol, each.cover.language)
            if each.cover is None:
                files.note(each.file, None)
            elif other is not None and order(other) < order(each.file):
                files.note(each.file, None, other)
                done.told.append(passed_over(each.file, f"{other} is a record of the same symbol, and is read"))
            else:
                if other is not None:
                    files.pass_over(other, each.file)
                    done.told.append(passed_over(other, f"{each.file} is a record of the same symbol, and is read"))
                waiting.append(each.file)
                yield each.file, each.cover, each.rows, each.subjects

    for number in put(connection, records()):
        file = waiting.pop()
        files.note(file, number)
        numbers.append(number)
    return numbers


def _update(
    path: Path, folders: Folders, digest: Callable[[str], bytes], read: Callable[[Iterable[str]], Iterator[Shelved]]
) -> Indexed:
    done = Indexed()
    with opened(path) as connection:
        files = Files(connection)
        before = files.folders()
        changed, gone = (set(filter(holds_record, each)) for each in folders.since(before, digest))
        if changed or gone or folders.fresh != before.fresh:
            connection.execute("BEGIN IMMEDIATE")
            try:
                for file in sorted(gone | changed):
                    changed.update(set(files.remove(file)) - gone)
                done.gone = len(gone)
                fill(connection, _put(connection, read(changed), done))
                files.keep(folders, before)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        done.records = _count(connection)
    return done


def _count(connection: sqlite3.Connection) -> int:
    count: int = connection.execute("SELECT count(*) FROM record").fetchone()[0]
    return count
