"""Work that is kept: files that a person wrote or edited are not written over."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from precis.model import Fault, FileSpan, PrecisError
from precis.model.zipped import UNREADABLE
from precis.tasks.storing import write_files

__all__ = ["edited", "store", "store_text"]

_WORD, _SOURCE = ".docx", ".md"
_THERE = "is there and is not written over; move it, name another file, or add --force"
_LARGEST = 50_000_000
"""Bytes of the parts of a Word file that precis writes, at most: a larger one is not ours."""


def store(
    files: Iterable[tuple[str, bytes]], folder: Path, *, force: bool = False, dry: bool = False
) -> tuple[Path, ...]:
    """Write documents, all or none, and give their paths; with `dry`, give the paths alone.

    Raises PrecisError, unless it is `force`, for each file there that somebody works in.
    """
    files = list(files)
    if not force:
        faults = [fault for name, data in files for fault in edited(name, data, folder)]
        if faults:
            raise PrecisError(faults)
    if dry:
        return tuple(folder / name for name, _ in files)
    return write_files(files, folder)


def edited(name: str, data: bytes, folder: Path) -> Iterator[Fault]:
    """The fault of a file that `data` would take the place of, if somebody works in it.

    That is a Word file that precis did not write or that was changed since, and each other source.
    """
    path = folder / name
    if path.suffix.lower() not in (_SOURCE, _WORD) or not path.is_file() or path.read_bytes() == data:
        return
    if path.suffix.lower() == _SOURCE:
        yield Fault(FileSpan(os.fspath(path)), "file-there", _THERE)
    elif not _is_ours(path):
        message = "is not as precis wrote it and is not written over; move it, or add --force"
        yield Fault(FileSpan(os.fspath(path)), "file-edited", message)


def _is_ours(path: Path) -> bool:
    """Whether a Word file is one that precis wrote, with nothing changed since: by the mark in its properties."""
    from precis.writers.docx.mark import is_marked

    try:
        with zipfile.ZipFile(path) as package:
            if sum(entry.file_size for entry in package.infolist()) > _LARGEST:
                return False
            return is_marked({name: package.read(name) for name in package.namelist()})
    except UNREADABLE:
        return False


def store_text(path: Path, text: str, *, force: bool = False, dry: bool = False) -> None:
    """Write a text file. PrecisError if another text is there and it is not `force`; with `dry` nothing is written."""
    data = text.encode()
    if not force and path.exists() and not (path.is_file() and path.read_bytes() == data):
        raise PrecisError.one("file-there", _THERE, FileSpan(os.fspath(path)))
    if not dry:
        write_files([(path.name, data)], path.parent)
