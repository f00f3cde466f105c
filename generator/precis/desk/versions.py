"""The files of a folder that a record can be compared with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from precis.assets import Assets
from precis.desk.folder import SOURCE, Folder
from precis.model import Faults, PrecisError
from precis.source.front import split_front
from precis.source.kinds import Form
from precis.tasks.made import kind_of_file
from precis.tasks.named import NOT_RECORDS

__all__ = ["symbol_in", "versions_of"]

_FORMS = (Form.RECORD, Form.CORRECTIONS)


def versions_of(folder: Folder, path: str, assets: Assets) -> Iterator[str]:
    """The files of a folder that may be another version of a record, or corrections to it, sorted by name."""
    symbol = symbol_in(folder.read(path).text).rstrip("*")
    for each in sorted(folder.root.iterdir()):
        name = each.name
        if name == path or folder.name_of(each) is None or name.lower() in NOT_RECORDS or not each.is_file():
            continue
        if each.suffix.lower() != SOURCE or _is_of(folder, each, symbol, assets):
            yield name


def _is_of(folder: Folder, file: Path, symbol: str, assets: Assets) -> bool:
    """Whether a source is of the record with that symbol; what cannot be read is not, and is told on the board."""
    try:
        own = symbol_in(folder.read(file.name).text).rstrip("*")
        return kind_of_file(str(file), assets).form in _FORMS and own == symbol
    except PrecisError:
        return False


def symbol_in(text: str) -> str:
    """The symbol that a source gives itself, as it is typed; nothing where it gives none."""
    front, _, _ = split_front(text, Faults())
    symbol = front.values.get("symbol")
    return symbol if isinstance(symbol, str) else ""
