"""Files of other office programs (.doc, .odt, .rtf) made into Word files by LibreOffice, where it is installed."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from precis.model import FileSpan, PrecisError

__all__ = ["as_docx", "know", "office_form", "prepare", "word_file_of"]

_CONTAINER, _RICH = b"\xd0\xcf\x11\xe0", b"{\\rtf"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD = 120
"""The type of an OpenDocument file is its first member, unpacked (OpenDocument 1.3, part 2, clause 3.3)."""

_FIRST_SECONDS, _SECONDS_A_FILE = 60, 10
_MEMORY = 4 * 1024**3
"""Bytes of memory that LibreOffice may ask for."""

_made: dict[bytes, bytes] = {}
"""Word files that were made already, by the digest of what they were made of."""


def office_form(data: bytes) -> str | None:
    """The ending of a file of another office program, by its bytes: "doc", "odt", "rtf"; None for any other file."""
    if data.startswith(_RICH):
        return "rtf"
    if data.startswith(_CONTAINER):
        return "doc" if _WORD_STREAM in data and _LOCKED_STREAM not in data else None
    return "odt" if data.startswith(b"PK") and _OPEN_TEXT in data[:_HEAD] else None


def as_docx(data: bytes, name: str) -> bytes | None:
    """The Word file that LibreOffice makes of such a file; None where it is not installed.

    Raises PrecisError if it makes none, or needs more time or memory than any record does.
    """
    key = hashlib.sha256(data).digest()
    if key not in _made:
        _convert([data])
    if _program() is None:
        return None
    if key not in _made:
        message = "could not be read by LibreOffice: the file seems cut or damaged; open it there and save it as DOCX"
        raise PrecisError.one("file-office", message, FileSpan(name))
    return _made[key]


def word_file_of(data: bytes) -> bytes | None:
    """The Word file that was made of such a file already; None for any other."""
    return _made.get(hashlib.sha256(data).digest()) if office_form(data) is not None else None


def know(data: bytes, word_file: bytes) -> None:
    """Take a Word file as that which is made of such a file: another machine made it."""
    _made[hashlib.sha256(data).digest()] = word_file


def prepare(files: Iterable[str]) -> None:
    """Make Word files of all such files in one run of LibreOffice, so that each is there when it is read."""
    waiting = []
    for file in files:
        try:
            data = Path(file).read_bytes()
        except OSError:
            continue
        if office_form(data) is not None and hashlib.sha256(data).digest() not in _made:
            waiting.append(data)
    if waiting:
        _convert(waiting)


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _convert(files: Sequence[bytes]) -> None:
    """One run over all files, in a folder and with a profile of its own, without macros and without a network."""
    program = _program()
    if program is None:
        return
    with tempfile.TemporaryDirectory(prefix="precis-") as name:
        folder = Path(name)
        sources = []
        for number, data in enumerate(files):
            sources.append(folder / f"{number}.{office_form(data)}")
            sources[-1].write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(folder / "made"),
        ]
        seconds = _FIRST_SECONDS + _SECONDS_A_FILE * len(files)
        # What was made until the time is up is read; the others are told.
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(
                [*words, *map(str, sources)],
                capture_output=True,
                timeout=seconds,
                check=False,
                preexec_fn=_bounded if sys.platform != "win32" else None,
            )
        for source, data in zip(sources, files, strict=True):
            made = folder / "made" / f"{source.stem}.docx"
            if made.is_file():
                _made[hashlib.sha256(data).digest()] = made.read_bytes()


def _bounded() -> None:
    """Bound the memory of the process that is about to begin."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
