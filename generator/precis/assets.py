"""The files of templates/: ours, in the installed package or beside it in a checkout, and before them the user's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Assets", "shipped"]

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Assets:
    """Folders of one layout, searched in their order: the user's before ours. Nothing outside them is read by this."""

    folders: tuple[Path, ...]

    def find(self, *parts: str) -> Path | None:
        """The first file called `parts` ("languages", "en", "wording.toml"), or None."""
        if any(part in ("", ".", "..") or "/" in part or "\\" in part for part in parts):
            return None
        return next((path for folder in self.folders if (path := folder.joinpath(*parts)).is_file()), None)

    def text(self, *parts: str) -> str | None:
        """The text of the file that `find` gives, or None."""
        path = self.find(*parts)
        return None if path is None else path.read_text(encoding="utf-8")

    def names(self, kind: str, suffix: str) -> list[str]:
        """The names of what the folder `kind` holds, sorted: its files without `suffix` ("cmw" of "bodies", ".toml").

        Of a suffix that is a file ("/style.toml"), the folders that hold it ("geneva").
        """
        found = (
            path.relative_to(folder / kind) for folder in self.folders for path in (folder / kind).glob(f"*{suffix}")
        )
        return sorted({path.as_posix().removesuffix(suffix) for path in found})


def shipped() -> Assets:
    """The templates that came with this package."""
    installed = _PACKAGE / "templates"
    return Assets((installed if installed.is_dir() else _PACKAGE.parent.parent / "templates",))
