"""The files of a folder and those below it that may hold records, read on all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from precis.assets import Assets
from precis.model import Fault, FileSpan
from precis.reading.files import ENDINGS, load_readers
from precis.reading.office import prepare
from precis.tasks.made import NOT_RECORDS, OF_PROGRAMS
from precis.tasks.workers import workers

__all__ = ["files_below", "may_be_record", "read_each"]

Outcome = TypeVar("Outcome")


def files_below(folder: str, own: Path | None = None) -> list[str]:
    """The files of a folder and of those below, by name, but not those of the folder `own`, nor those that programs
    keep for themselves.
    """
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if own is not None and own in (Path(place).resolve(), *Path(place).resolve().parents):
            continue
        found.extend(os.fspath(Path(place, name)) for name in names if not name.startswith(OF_PROGRAMS))
    return sorted(found)


def may_be_record(file: str) -> bool:
    """Whether a file may hold a record, by its name."""
    return Path(file).suffix.lower() in ENDINGS and Path(file).name.lower() not in NOT_RECORDS


def read_each(
    files: Sequence[str], assets: Assets, read: Callable[[str], Outcome], broken: Callable[[Fault], Outcome]
) -> Iterator[Outcome]:
    """What `read` gives of each file, in their order, on all cores.

    `read` can be sent to a process, and raises nothing. A file that breaks the process that reads it gives what
    `broken` makes of the fault.
    """
    prepare(files)
    done = 0
    load_readers(assets, {Path(file).suffix.lower() for file in files})
    with workers(min(len(files), os.cpu_count() or 1)) as pool:
        try:
            for outcome in pool.map(read, files):
                yield outcome
                done += 1
        except BrokenProcessPool:
            pass
    for file in files[done:]:
        with workers(1) as pool:
            try:
                yield pool.submit(read, file).result()
            except BrokenProcessPool:
                message = "broke the program that reads it; it is damaged, or made to do harm"
                yield broken(Fault(FileSpan(file), "file-broken", message))
