"""Work that is kept: files that a person wrote or edited are not written over."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from precis.model import Fault, FileSpan, PrecisError
from precis.model.zipped import UNREADABLE
from precis.tasks.storing import write_files

__all__ = ["store", "store_text"]

_WORD, _SOURCE = ".docx", ".md"
_THERE = "is there and is not written over; move it, name another file, or add --force"
_LARGEST = 50_000_000
"""Bytes of the parts of a Word file that precis writes, at most: a larger one is not ours."""


def store(
    files: Iterable[tuple[str, bytes]], folder: Path, *, force: bool = False, dry: bool = False
) -> tuple[Path, ...]:
    """Write documents, all or none, and give their paths; with `dry`, give the paths alone.

    Raises PrecisError, unless it is `force`, for each Word file there that precis did not write or that was changed
    since, and for each other source: somebody works in it.
    """
    files = list(files)
    if not force:
        faults = list(_edited(files, folder))
        if faults:
            raise PrecisError(faults)
    if dry:
        return tuple(folder / name for name, _ in files)
    return write_files(files, folder)


def _edited(files: Iterable[tuple[str, bytes]], folder: Path) -> Iterator[Fault]:
    for name, data in files:
        path = folder / name
        if path.suffix.lower() == _SOURCE and path.is_file() and path.read_bytes() != data:
            yield Fault(FileSpan(os.fspath(path)), "file-there", _THERE)
        if path.suffix.lower() == _WORD and path.is_file() and path.read_bytes() != data and not _is_ours(path):
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
