"""The files of a folder as the desk reads and saves them: each with its version, whole or not at all.

The version of a file is what it holds (SHA-256 of its bytes). A text is saved only over the version that was read, so
that nobody's work is written over; what is typed and not saved yet is kept in `.precis-desk/` of the folder.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from precis.model import FileSpan, PrecisError
from precis.reading.encodings import decoded
from precis.reading.files import ENDINGS
from precis.tasks.named import NOT_RECORDS, OF_PROGRAMS
from precis.tasks.storing import take_away_left, write_files

__all__ = ["ABSENT", "SOURCE", "ConflictError", "Folder", "Kept", "OutsideError", "Text"]

SOURCE = ".md"
"""How the names end of what is written at the desk."""
ABSENT = ""
"""The version of a file that is not there."""
_KEPT = ".precis-desk"


class OutsideError(Exception):
    """A path leads out of the folder, or to nothing that the desk shows."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a file holds, with line ends as "\\n", and its version."""

    text: str
    version: str


class ConflictError(Exception):
    """The file is no longer the one that was read; `now` is what stands there, None where it is gone."""

    def __init__(self, now: Text | None) -> None:
        super().__init__(now)
        self.now = now


@dataclass(frozen=True, slots=True)
class Kept:
    """A text that was typed and not saved: over which version of its file, and when (2026-01-31T15:04:05Z)."""

    text: str
    version: str
    at: str


@dataclass
class Folder:
    """The folder `root`. Paths in it are written with "/", as seen from it."""

    root: Path
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.root = self.root.resolve()

    def path(self, name: str, *endings: str) -> Path:
        """The file of that name, which may not be there yet, with one of the `endings`; OutsideError if it may not be.

        What begins with a dot, here or on the way, is no business of the desk.
        """
        parts = name.split("/")
        if (
            any(each in ("", ".", "..") or each.startswith(OF_PROGRAMS) for each in parts)
            or "\\" in name
            or "\0" in name
        ):
            raise OutsideError(name)
        try:
            found = self.root.joinpath(*parts).resolve()
            if not found.is_relative_to(self.root) or found.is_dir() or not found.parent.is_dir():
                raise OutsideError(name)
        except (OSError, ValueError, RuntimeError) as error:
            raise OutsideError(name) from error
        if found.suffix.lower() not in (endings or (SOURCE,)):
            raise OutsideError(name)
        return found

    def read(self, name: str) -> Text:
        """A source; OutsideError if there is none, PrecisError if it is no text."""
        path = self.path(name)
        try:
            return _text_of(path.read_bytes(), name)
        except FileNotFoundError as error:
            raise OutsideError(name) from error
        except OSError as error:
            message = f"cannot be read: {error.strerror or error}"
            raise PrecisError.one("file-read", message, FileSpan(name)) from error

    def save(self, name: str, text: str, version: str) -> str:
        """Save a source over that version of it, ABSENT for a new one, and give the new version.

        Raises ConflictError, and writes nothing, where another stands there; PrecisError if it cannot be written.
        """
        path = self.path(name)
        with self._lock:
            before = path.read_bytes() if path.is_file() else None
            if (ABSENT if before is None else _version(before)) != version:
                raise ConflictError(None if before is None else _text_of(before, name))
            data = _bytes_of(text, before)
            if data != before:
                write_files([(path.name, data)], path.parent)
            self.forget(name)
        return _version(data)

    def keep(self, name: str, text: str, version: str) -> None:
        """Keep a text that is typed and not saved; or nothing, where it is that of the file."""
        self.path(name)
        try:
            now = self.read(name)
        except OutsideError:
            now = Text("", ABSENT)
        if now.text == text:
            self.forget(name)
            return
        said = {"path": name, "text": text, "version": version, "at": f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"}
        write_files([(_kept_name(name), json.dumps(said, ensure_ascii=False).encode())], self.own)

    def kept(self, name: str) -> Kept | None:
        """What was typed and not saved of a source; None where nothing is, or what is kept cannot be read."""
        try:
            said = json.loads((self.own / _kept_name(name)).read_text(encoding="utf-8"))
            return Kept(str(said["text"]), str(said["version"]), str(said["at"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self, name: str) -> None:
        """Keep nothing more of a source."""
        (self.own / _kept_name(name)).unlink(missing_ok=True)

    def sources(self) -> Iterator[str]:
        """The sources in the folder itself, sorted."""
        for each in sorted(self.root.iterdir()):
            own = each.suffix.lower() == SOURCE and not each.name.startswith(OF_PROGRAMS)
            if own and each.name.lower() not in NOT_RECORDS and each.is_file():
                yield each.name

    @property
    def own(self) -> Path:
        """The folder in which the desk keeps what is its own; made where it is wanted."""
        return self.root / _KEPT

    def shown(self, path: str) -> str:
        """The name in the folder of a file that a command names from elsewhere; that itself if it is not in it."""
        found = Path(path).resolve()
        return found.relative_to(self.root).as_posix() if found.is_relative_to(self.root) else path

    def name_of(self, path: Path) -> str | None:
        """The name in the folder of a file that changed; None for one that the desk does not show."""
        if not path.is_relative_to(self.root):
            return None
        name = path.relative_to(self.root).as_posix()
        try:
            self.path(name, *ENDINGS)
        except OutsideError:
            return None
        return name

    def version(self, name: str) -> str:
        """The version of a file as it is now."""
        try:
            return _version(self.path(name, *ENDINGS).read_bytes())
        except (OSError, OutsideError):
            return ABSENT

    def tidy(self) -> None:
        """Take away what desks left here that were killed while they wrote."""
        for folder in (self.root, self.own):
            take_away_left(folder)


def _version(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _text_of(data: bytes, name: str) -> Text:
    return Text(decoded(data, name).text, _version(data))


def _bytes_of(text: str, before: bytes | None) -> bytes:
    """A text as its file has it: with the line ends and the mark at its beginning that the file had before."""
    data = text.encode()
    if before is not None and b"\r\n" in before and before.count(b"\r\n") == before.count(b"\n"):
        data = data.replace(b"\n", b"\r\n")
    return b"\xef\xbb\xbf" + data if before is not None and before.startswith(b"\xef\xbb\xbf") else data


def _kept_name(name: str) -> str:
    return f"{quote(name, safe='')}.json"
