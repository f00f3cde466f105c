"""Which files of a folder may be sources, by their names alone."""

from __future__ import annotations

from pathlib import Path

__all__ = ["NOT_RECORDS", "OF_PROGRAMS", "SOURCES", "candidates"]

SOURCES = (".md", ".json", ".txt")
"""How the names of records end that are text."""

NOT_RECORDS = ("readme.md",)
"""What is no record whatever its ending says, in small letters."""

OF_PROGRAMS = (".", "~$")
"""How the names of files begin that programs keep for themselves."""


def candidates(name: str) -> list[str]:
    """The files of a folder that may be sources, sorted; of what is no folder, its name."""
    if not Path(name).is_dir():
        return [name]
    return sorted(
        str(each)
        for each in Path(name).iterdir()
        if each.is_file()
        and each.suffix.lower() in SOURCES
        and each.name.lower() not in NOT_RECORDS
        and not each.name.startswith(OF_PROGRAMS)
    )
