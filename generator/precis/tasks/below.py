"""The files of a folder and those below it that may hold records, read by a crew."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from precis.archive.files import Folders, Listing
from precis.assets import Assets
from precis.model import Fault, FileSpan, PrecisError
from precis.reading.files import ENDINGS, load_readers
from precis.reading.office import prepare
from precis.tasks.made import NOT_RECORDS, OF_PROGRAMS, SOURCES, file_broken
from precis.tasks.named import check_names
from precis.tasks.workers import PROCESSES, Crew, mapped

__all__ = ["digest_of", "files_below", "looked_at", "may_be_record", "read_each"]

_FEW = 48
_LIGHT = (*SOURCES, ".docx", ".html", ".htm")
"""How the names of files end that Python alone reads, in some 10 ms: a few of them are read in this process."""
_FRESH = 2_000_000_000
"""Nanoseconds: file systems tell times to two seconds at worst (FAT). What is written within them may have one time."""

Outcome = TypeVar("Outcome")


def looked_at(folder: str) -> Folders:
    """A folder and those below, as they are now. Raises PrecisError for names of records that are no text."""
    late = time.time_ns() - _FRESH
    listings: dict[str, Listing] = {}
    fresh: dict[str, bytes] = {}
    for above, files in _folders(folder):
        # For each of many thousands of files: nothing is asked twice, and no path is put together.
        try:
            states = list(map(os.DirEntry.stat, files))
        except FileNotFoundError:
            files = list(filter(_is_there, files))
            states = list(map(os.DirEntry.stat, files))
        names, times = [each.name for each in files], [each.st_mtime_ns for each in states]
        listings[above] = Listing.of(names, [each.st_size for each in states], times)
        if times and max(times) > late:
            new = (above + name for name, written in zip(names, times, strict=True) if written > late)
            fresh |= {file: digest_of(f"{folder}/{file}") for file in filter(may_be_record, new)}
    if not all(each.names.isascii() for each in listings.values()):
        found = Folders(listings).files()
        check_names(f"{folder}/{file}" for file in found if may_be_record(file))
    return Folders(listings, fresh)


def _is_there(file: os.DirEntry[str]) -> bool:
    """Whether a file was not taken away since its folder was read; if not, the entry keeps its state."""
    try:
        file.stat()
    except FileNotFoundError:
        return False
    return True


def digest_of(file: str) -> bytes:
    """The digest of what a file holds; empty if it cannot be read."""
    try:
        return hashlib.sha256(Path(file).read_bytes()).digest()
    except OSError:
        return b""


def files_below(folder: str, own: Path | None = None) -> list[str]:
    """The files of a folder and of those below, as the user named it, by name.

    Left out are those of the folder `own`, and those that programs keep for themselves.
    """
    prefix = f"{folder.rstrip('/')}/"
    found = sorted(prefix + above + each.name for above, files in _folders(folder, own) for each in files)
    check_names(filter(may_be_record, found))
    return found


def _folders(folder: str, own: Path | None = None) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """The path of each folder from the first, with a slash, and its files, which are good until the next is asked for.

    Raises PrecisError for a folder that cannot be read.
    """
    waiting = [""]
    while waiting:
        above = waiting.pop()
        place = f"{folder}/{above}"
        if own is not None and own in (Path(place).resolve(), *Path(place).resolve().parents):
            continue
        files: list[os.DirEntry[str]] = []
        try:
            with _entries(place) as entries:
                for entry in entries:
                    if entry.name.startswith(OF_PROGRAMS):
                        continue
                    if entry.is_file():
                        files.append(entry)
                    elif entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{above}{entry.name}/")
                yield above, files
        except OSError as error:
            message = f"cannot be read: {error.strerror}; look at its permissions, or move it out of {folder}"
            raise PrecisError.one("file-read", message, FileSpan(place.rstrip("/"))) from error


@contextmanager
def _entries(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """The entries of a folder, asked of the folder itself where the system can: no path is walked for each."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(number) as entries:
            yield entries
    finally:
        os.close(number)


def may_be_record(file: str) -> bool:
    """Whether a file may hold a record, by its name."""
    return file.lower().endswith(ENDINGS) and os.path.basename(file).lower() not in NOT_RECORDS  # noqa: PTH119


def read_each(
    files: Sequence[str],
    assets: Assets,
    read: Callable[[str], Outcome],
    broken: Callable[[Fault], Outcome],
    crew: Crew = PROCESSES,
) -> Iterator[Outcome]:
    """What `read` gives of each file, in their order, by a crew.

    `read` can be sent to a process, and raises nothing. A few light files are read in this one: to begin others takes
    as long, and none of them breaks the program. If the first file is light it is read in this one too, so that the
    others share what that takes. A file that breaks the process that reads it gives what `broken` makes of the fault.
    """
    few = _FEW if all(file.lower().endswith(_LIGHT) for file in files) else 0
    if crew.here and len(files) > few and files[0].lower().endswith(_LIGHT):
        yield read(files[0])
        files = files[1:]
    prepare(files)
    if crew.here and len(files) > few:
        load_readers(assets, {Path(file).suffix.lower() for file in files})
    yield from mapped(read, files, lambda file: broken(file_broken(file)), crew, few)
