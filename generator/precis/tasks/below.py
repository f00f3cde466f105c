"""The files of a folder and those below it that may hold records, read by a crew."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from precis.archive.files import Stamp
from precis.assets import Assets
from precis.model import Fault
from precis.reading.files import ENDINGS, load_readers
from precis.reading.office import prepare
from precis.tasks.made import NOT_RECORDS, OF_PROGRAMS, SOURCES, file_broken
from precis.tasks.workers import PROCESSES, Crew, mapped

__all__ = ["files_below", "may_be_record", "read_each", "stamps_below"]

_FEW = 4

Outcome = TypeVar("Outcome")


def stamps_below(folder: str, own: Path | None = None) -> dict[str, Stamp]:
    """The files of a folder and of those below, as seen from it, each with its stamp.

    Left out are those of the folder `own`, and those that programs keep for themselves.
    """
    found: dict[str, Stamp] = {}
    waiting = [(folder, "")]
    while waiting:
        place, above = waiting.pop()
        if own is not None and own in (Path(place).resolve(), *Path(place).resolve().parents):
            continue
        with os.scandir(place) as entries:
            # For each of many thousands of files: nothing is asked twice, and no path is put together that is not kept.
            for entry in entries:
                name = entry.name
                if name.startswith(OF_PROGRAMS):
                    continue
                if entry.is_file():
                    status = entry.stat()
                    found[above + name] = f"{status.st_size} {status.st_mtime_ns}"
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{above}{name}/"))
    return found


def files_below(folder: str, own: Path | None = None) -> list[str]:
    """The files of a folder and of those below, as the user named it, by name; as `stamps_below` has them."""
    return sorted(f"{folder.rstrip('/')}/{file}" for file in stamps_below(folder, own))


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

    `read` can be sent to a process, and raises nothing. A few texts are read in this one: to begin others takes longer,
    and no text breaks the program. If the first file is a text it is read in this one too, so that the others share
    what that takes. A file that breaks the process that reads it gives what `broken` makes of the fault.
    """
    few = _FEW if all(file.lower().endswith(SOURCES) for file in files) else 0
    if crew.here and len(files) > few and files[0].lower().endswith(SOURCES):
        yield read(files[0])
        files = files[1:]
    prepare(files)
    if crew.here and len(files) > few:
        load_readers(assets, {Path(file).suffix.lower() for file in files})
    yield from mapped(read, files, lambda file: broken(file_broken(file)), crew, few)
