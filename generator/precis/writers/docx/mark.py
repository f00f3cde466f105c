"""The mark of a Word file in its properties, by which a file is known that nobody has changed since it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

__all__ = ["CUSTOM", "UNMARKED", "is_marked", "marked"]

CUSTOM = "docProps/custom.xml"
"""The part that holds the mark."""

UNMARKED = "0" * 32
"""What stands in the place of the mark before the file is whole."""


def marked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a file with its mark: a digest of all that they hold."""
    mark = _digest(files).encode()
    return {**files, CUSTOM: files[CUSTOM].replace(UNMARKED.encode(), mark)}


def is_marked(files: Mapping[str, bytes]) -> bool:
    """Whether the parts are those of a file that was written by `marked`."""
    return CUSTOM in files and _digest(files).encode() in files[CUSTOM]


def _digest(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name in sorted(name for name in files if name != CUSTOM):
        whole.update(f"{name}\0{len(files[name])}\0".encode())
        whole.update(files[name])
    return whole.hexdigest()[: len(UNMARKED)]
