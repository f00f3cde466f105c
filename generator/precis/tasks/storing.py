"""Files written all or none: each beside its place first, as it comes, and moved there when all are."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from precis.model import FileSpan, PrecisError

__all__ = ["Waiting", "plainly", "take_away_left", "write_files"]

_OWN = Path("/proc/self/fd")
"""Where Linux keeps the open files of a process, those without a name among them."""

_MACHINE = os.uname().nodename if hasattr(os, "uname") else ""
_LEFT = ".precis-"
"""How the names of the folders begin in which files wait; that of the machine and of the process follows."""


_WHY = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "its disk can only be read",
    errno.ENOSPC: "its disk is full",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOENT: "no folder can be made there",
}
"""What keeps a folder from being made or written into, in plain words."""


def plainly(error: OSError) -> str:
    """What the system refused, in plain words where they are known."""
    return _WHY.get(error.errno or 0) or error.strerror or str(error)


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> tuple[Path, ...]:
    """Write all files into `folder` and folders of it, or none. Who is killed meanwhile leaves whole files only."""
    with Waiting(folder) as waiting:
        for name, data in files:
            waiting.add(name, data)
        return waiting.move()


class Waiting:
    """Files for a folder that wait in one of its own, until they are moved to their places or thrown away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: list[tuple[Path, str]] = []
        self._made: list[Path] = []
        self._room = folder / f"{_LEFT}{_MACHINE}-{os.getpid()}-{os.urandom(8).hex()}"

    def __enter__(self) -> Waiting:
        return self

    def add(self, name: str, data: bytes) -> None:
        """Write a file of that name; PrecisError if it cannot be."""
        try:
            if not self._files:
                self._begin()
            self._files.append((self._room / str(len(self._files)), name))
            _write(self._files[-1][0], data)
        except OSError as error:
            raise self._fault(error) from error

    def move(self) -> tuple[Path, ...]:
        """Move all files to their places, and give these; PrecisError if that cannot be done."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for waiting, name in self._files:
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                waiting.replace(path)
        except OSError as error:
            raise self._fault(error) from error
        self._made.clear()
        return tuple(self.folder / name for _, name in self._files)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take away what waits still, and the folders that were made for it."""
        shutil.rmtree(self._room, ignore_errors=True)
        for folder in self._made:
            with suppress(OSError):
                folder.rmdir()

    def _begin(self) -> None:
        self._made = [each for each in (self.folder, *self.folder.parents) if not each.exists()]
        self.folder.mkdir(parents=True, exist_ok=True)
        self._room.mkdir()

    def _fault(self, error: OSError) -> PrecisError:
        message = f"cannot be written: {plainly(error)}; choose another folder with -o"
        file = next((each for each in (self.folder, *self.folder.parents) if each.is_file()), None)
        if file is not None:
            what = "is a file" if file == self.folder else f"cannot be made, for {file} is a file"
            message = f"{what}, and a folder is wanted; choose another with -o"
        return PrecisError.one("file-write", message, FileSpan(os.fspath(self.folder)))


def take_away_left(folder: Path) -> None:
    """Take away what runs on this machine left in a folder that were killed."""
    for left in folder.glob(f"{_LEFT}{_MACHINE}-*-*"):
        process = left.name.split("-")[-2]
        if left.is_dir() and process.isdigit() and not Path("/proc", process).exists():
            shutil.rmtree(left, ignore_errors=True)


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
