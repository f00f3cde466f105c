"""The files of templates/: ours, in the installed package or beside it in a checkout, and before them the user's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from precis.model import FileSpan, PrecisError

__all__ = ["KINDS", "Assets", "Member", "chosen", "shipped"]

_PACKAGE = Path(__file__).parent.parent

KINDS = ("documents", "pages", "languages", "houses", "bodies", "checks", "themes", "states")
"""What a folder of templates may hold: a folder of each name, or a file."""


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of a kind: the language "en". `files` are its files by their paths in a folder of templates."""

    kind: str
    name: str
    files: tuple[tuple[str, Path], ...]


@dataclass(frozen=True, slots=True)
class Assets:
    """Folders of one layout, searched in their order: the user's before ours. Nothing outside them is read by this.

    The folders are absolute paths, so that two of these are the same if they find the same files. `house` is the house
    whose words documents have (templates/houses), that of each record if it is not `fixed`;
    `body` is the treaty body of records that do not tell their own.
    """

    folders: tuple[Path, ...]
    house: str = "geneva"
    body: str | None = None
    fixed: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        """On another machine, our folder is where the package is there."""
        if self.folders[-1:] == shipped().folders:
            return _beside_ours, (self.folders[:-1], self.house, self.body, self.fixed)
        return Assets, (self.folders, self.house, self.body, self.fixed)

    def find(self, *parts: str) -> Path | None:
        """The first file called `parts` ("languages", "en", "wording.toml"), or None."""
        if any(part in ("", ".", "..") or "/" in part or "\\" in part for part in parts):
            return None
        return next((path for folder in self.folders if _is_in(path := folder.joinpath(*parts), folder)), None)

    def text(self, *parts: str) -> str | None:
        """The text of the file that `find` gives, or None. PrecisError if it is no text."""
        path = self.find(*parts)
        if path is None:
            return None
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = "is not text in UTF-8; save it as UTF-8" if isinstance(error, ValueError) else f"{error.strerror}"
            raise PrecisError.one("template-unread", reason, FileSpan(self.shown(path))) from error

    def names(self, kind: str, suffix: str) -> list[str]:
        """The names of what the folder `kind` holds, sorted: its files without `suffix` ("cmw" of "bodies", ".toml").

        Of a suffix that is a file ("/style.toml"), the folders that hold it ("geneva").
        """
        found = (
            path.relative_to(folder / kind) for folder in self.folders for path in (folder / kind).glob(f"*{suffix}")
        )
        return sorted({path.as_posix().removesuffix(suffix) for path in found})

    def shown(self, path: Path) -> str:
        """A path as a person reads it: from templates/ if it is ours, from the working folder if it is below that."""
        if self.is_ours(path):
            return f"templates/{path.relative_to(self.folders[-1]).as_posix()}"
        here = Path.cwd()
        return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()

    @property
    def ours(self) -> Assets:
        """The files of the package alone."""
        return replace(self, folders=self.folders[-1:])

    def is_ours(self, path: Path) -> bool:
        """Whether a path is of the package, not of the user."""
        return path.is_relative_to(self.folders[-1])

    def members(self) -> Iterator[Member]:
        """All there is, kind by kind and by name; of two files of one name, that which is found first."""
        for kind in KINDS:
            found: dict[str, dict[str, Path]] = {}
            for folder in reversed(self.folders):
                for path in _files(folder, kind):
                    inside = path.relative_to(folder)
                    name = inside.parts[1] if len(inside.parts) > 2 else inside.stem
                    found.setdefault(name, {})[inside.as_posix()] = path
            yield from (Member(kind, name, tuple(sorted(files.items()))) for name, files in sorted(found.items()))


def _is_in(path: Path, folder: Path) -> bool:
    """Whether there is such a file and it stands in the folder itself, not where a link of it leads."""
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except OSError:
        return False  # No file has so long a name.


def _files(folder: Path, kind: str) -> Iterator[Path]:
    """The files of a kind: those in its folder and in the folders of that, and the file of its name."""
    patterns = (f"{kind}/*.*", f"{kind}/*/*.*", f"{kind}.*")
    found = (path for pattern in patterns for path in folder.glob(pattern))
    return (path for path in found if path.is_file() and not path.name.startswith("."))


def shipped() -> Assets:
    """The templates that came with this package."""
    installed = _PACKAGE / "templates"
    return Assets((installed if installed.is_dir() else _PACKAGE.parent.parent / "templates",))


def _beside_ours(folders: tuple[Path, ...], house: str, body: str | None, fixed: bool) -> Assets:
    return Assets((*folders, *shipped().folders), house, body, fixed)


def chosen(templates: Path | None = None, house: str | None = None, body: str | None = None) -> Assets:
    """The user's folder of `templates`, if one is given, before ours. PrecisError if there is no such folder.

    A `house` that is named stands for every record.
    """
    ours = replace(shipped(), body=body)
    ours = ours if house is None else replace(ours, house=house, fixed=True)
    if templates is None:
        return ours
    if not templates.is_dir():
        message = "is no folder; name one that holds pages, languages, houses, bodies, checks, themes or states.toml"
        raise PrecisError.one("templates-folder", message, FileSpan(templates.as_posix()))
    return replace(ours, folders=(templates.absolute(), *ours.folders))
