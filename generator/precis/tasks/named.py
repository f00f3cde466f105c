"""Which files of a folder may be sources, by their names alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from precis.model import Fault, FileSpan, PrecisError

__all__ = [
    "NOT_RECORDS",
    "OF_PROGRAMS",
    "REACHED",
    "SOURCES",
    "candidates",
    "check_names",
    "made_of_records",
    "records_beside",
    "shown",
]

SOURCES = (".md", ".json", ".txt")
"""How the names of records end that are text."""

NOT_RECORDS = ("readme.md",)
"""What is no record whatever its ending says, in small letters."""

OF_PROGRAMS = (".", "~$")
"""How the names of files begin that programs keep for themselves."""


_DIGESTS = re.compile(r"_(?:digest|brief)(?:[-_.]|\Z)")
"""What the names of the digests and briefings hold that precis makes."""


def made_of_records(stem: str) -> bool:
    """Whether a file is a digest or a briefing that precis made, by its name without ending."""
    return _DIGESTS.search(stem) is not None


REACHED = (".html", ".pdf")
"""The files of a record in which a paragraph can be reached, the better first."""


def records_beside(folder: Path) -> tuple[str, ...]:
    """The names of the files in a folder that a reference to a record may lead into, sorted."""
    found = (each for each in folder.glob("*") if each.suffix in REACHED and not made_of_records(each.stem))
    return tuple(sorted(each.name for each in found))


def check_names(files: Iterable[str]) -> None:
    """Raise PrecisError for files of a folder whose names are no text: no table, store or page can name them.

    Such names come out of archives that other systems packed.
    """
    message = "has a name that is not in UTF-8; rename it"
    odd = [file for file in files if not file.isascii() and _NOT_TEXT.search(file)]
    if odd:
        raise PrecisError([Fault(FileSpan(shown(file)), "file-name", message) for file in odd])


def shown(file: str) -> str:
    """The name of a file as it is told: bytes that are no text by their numbers."""
    return os.fsencode(file).decode(errors="backslashreplace")


_NOT_TEXT = re.compile("[\ud800-\udfff]")
"""What Python gives for bytes of a name that are no text."""


def candidates(name: str) -> list[str]:
    """The files of a folder that may be sources, sorted; of what is no folder, its name.

    Raises PrecisError for one whose name is no text.
    """
    if not Path(name).is_dir():
        return [name]
    found = sorted(
        str(each)
        for each in Path(name).iterdir()
        if each.is_file()
        and each.suffix.lower() in SOURCES
        and each.name.lower() not in NOT_RECORDS
        and not each.name.startswith(OF_PROGRAMS)
    )
    check_names(found)
    return found
