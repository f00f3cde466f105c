"""Files written all or none, each beside its place first."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from precis.model import FileSpan, PrecisError

__all__ = ["write_files"]

_OWN = Path("/proc/self/fd")
"""Where Linux keeps the open files of a process, those without a name among them."""


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """Write all files into `folder` and folders of it, or none: each beside its place first, then moved there.

    Who is killed meanwhile leaves whole files only.
    """
    waiting: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            waiting.append((folder / f".precis-{secrets.token_hex(8)}", folder / name))
            _write(waiting[-1][0], data)
        for temporary, path in waiting:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.replace(path)
    except OSError as error:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)
        message = f"cannot be written: {error.strerror or error}; choose another folder with -o"
        raise PrecisError.one("file-write", message, FileSpan(os.fspath(folder))) from error
    return tuple(path for _, path in waiting)


def _write(path: Path, data: bytes) -> None:
    """Write a new file, which has its name only when it is whole, on the systems and disks that know such files."""
    handle = _unnamed(path.parent)
    if handle is None:
        path.write_bytes(data)
        return
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        # With a folder's number, which a whole path leaves unused, the link is to the file and not to its sign.
        os.link(_OWN / str(handle), path, src_dir_fd=handle, follow_symlinks=True)


def _unnamed(folder: Path) -> int | None:
    """A new file in a folder that has no name and is gone when it is closed; None where there are no such files."""
    kind = getattr(os, "O_TMPFILE", None)
    if kind is None or not _OWN.is_dir():
        return None
    try:
        return os.open(folder, kind | os.O_WRONLY, 0o666)
    except OSError:
        return None
