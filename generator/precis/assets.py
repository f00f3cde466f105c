"""Where templates/ is: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Assets", "shipped"]

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Assets:
    """The folder of templates; nothing outside it is read through this."""

    folder: Path

    def text(self, kind: str, name: str) -> str | None:
        """The file `name` of the folder `kind` ("pages", "styles", "wording", "bodies"), or None."""
        path = self.folder / kind / name
        if "/" in name or "\\" in name or not path.is_file():
            return None
        return path.read_text(encoding="utf-8")

    def names(self, kind: str, suffix: str) -> list[str]:
        """The names, without `suffix`, of the files of the folder `kind`, sorted."""
        return sorted(path.name.removesuffix(suffix) for path in (self.folder / kind).glob(f"*{suffix}"))


def shipped() -> Assets:
    """The templates that came with this package."""
    installed = _PACKAGE / "templates"
    return Assets(installed if installed.is_dir() else _PACKAGE.parent.parent / "templates")
