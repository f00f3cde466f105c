"""What the bytes of a document hang on beside its source: the program, its libraries and fonts, templates, options.

All of it is taken by what it holds, not by its time. Fonts and libraries in C are too large for that: they are taken by
their names, sizes and times, so that they count as changed rather too often.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Circumstances", "circumstances", "digest_of", "program"]

_PACKAGE = Path(__file__).parent.parent
_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/etc/fonts")
_LIBRARIES = ("libpango-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0", "libfontconfig.so.1")
_PACKAGES = ("weasyprint", "pydyf", "fonttools", "python-docx", "jinja2", "lxml", "pillow", "pypdfium2")
_WHERE = ("/usr/lib", "/usr/lib64", "/usr/local/lib")


def digest_of(data: bytes) -> str:
    """The SHA-256 of data, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What documents hang on beside their sources: the program, its libraries and fonts, and folders of templates."""

    world: str

    def word(self, options: Sequence[object], files: Iterable[Path | None] = ()) -> str:
        """A word for all that, these options and what these files hold.

        Two that differ may make other bytes of the same source. A file that cannot be read counts as one that is not
        there.
        """
        said = [digest_of(_read(file)) if file else "" for file in files]
        return digest_of(repr((self.world, *options, *said)).encode())


def circumstances(folders: Iterable[Path]) -> Circumstances:
    """The circumstances as they are now, with these folders of templates."""
    said = hashlib.sha256(f"{sys.version}\0{zlib.ZLIB_RUNTIME_VERSION}\0{_held(folders)}\0".encode())
    for line in (*_installed(), *_seen()):
        said.update(f"{line}\0".encode())
    return Circumstances(said.hexdigest())


def program(folders: Iterable[Path]) -> str:
    """A word for precis, the packages that set pages, and these folders of templates: the same on machines alike."""
    from importlib.metadata import version

    packages = [f"{name} {version(name)}" for name in _PACKAGES]
    return digest_of("\0".join((_held(folders), *packages)).encode())


def _held(folders: Iterable[Path]) -> str:
    """A word for what the files of this package hold, and those of these folders."""
    said = hashlib.sha256()
    for folder in (_PACKAGE, *folders):
        for name, path in _below(folder):
            said.update(f"{name}\0{digest_of(_read(path))}\0".encode())
    return said.hexdigest()


def _read(path: Path | str) -> bytes:
    try:
        # A Path and a buffer for each of five hundred files take a third of the time that looking at them takes.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""


def _below(folder: Path | str, inside: str = "") -> Iterator[tuple[str, str]]:
    """All files below a folder by their paths in it, sorted; modules that Python keeps compiled are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        name = f"{inside}{entry.name}"
        if not entry.is_dir():
            yield name, entry.path
        elif entry.name != "__pycache__":
            yield from _below(entry.path, f"{name}/")


def _installed() -> list[str]:
    """The packages that are installed, with their versions."""
    names: set[str] = set()
    for place in sys.path:
        try:
            names.update(name for name in os.listdir(place or ".") if name.endswith(".dist-info"))  # noqa: PTH208
        except OSError:
            continue
    return sorted(names)


def _seen() -> Iterator[str]:
    """The fonts and the libraries that set them, with the sizes and times of their files."""
    for place in _FONTS:
        for name, path in _below(Path(place).expanduser()):
            yield f"{place}/{name} {_stamp(path)}"
    for place in _WHERE:
        for name in _LIBRARIES:
            for library in (Path(place, name), *sorted(Path(place).glob(f"*/{name}"))):
                yield f"{library} {_stamp(library)}"


def _stamp(path: Path | str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns}"
