"""Files written all or none, each beside its place first."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from precis.model import FileSpan, PrecisError

__all__ = ["write_files"]


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """Write all files into `folder` and folders of it, or none: each beside its place first, then moved there."""
    waiting: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            handle, temporary = tempfile.mkstemp(prefix=".precis-", dir=folder)
            waiting.append((temporary, folder / name))
            with os.fdopen(handle, "wb") as file:
                file.write(data)
        for temporary, path in waiting:
            path.parent.mkdir(parents=True, exist_ok=True)
            _give_usual_mode(temporary)
            Path(temporary).replace(path)
    except OSError as error:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)
        message = f"cannot be written: {error.strerror or error}; choose another folder with -o"
        raise PrecisError.one("file-write", message, FileSpan(os.fspath(folder))) from error
    return tuple(path for _, path in waiting)


def _give_usual_mode(path: str) -> None:
    """A temporary file is the user's alone; give it the mode that other new files have."""
    mask = os.umask(0)
    os.umask(mask)
    Path(path).chmod(0o666 & ~mask)
