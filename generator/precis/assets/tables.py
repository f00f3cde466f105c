"""Tables of templates/, read and checked: what is wrong is told with the file, the line and the key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import tomli

from precis.assets.folders import Assets
from precis.assets.lines import KeyPath, line_of
from precis.assets.shapes import Shape, Wrong, key_of
from precis.model import Fault, FileSpan, PrecisError
from precis.model.findings import columns_of

__all__ = ["parsed", "read_table", "refuse"]

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_table(assets: Assets, *parts: str, shape: Shape) -> dict[str, Any] | None:
    """The table in the file `parts` ("bodies", "cmw.toml"), or None if there is no such file.

    Raises PrecisError for what is no TOML, and for all that is not of the `shape`.
    """
    path, text = assets.find(*parts), assets.text(*parts)
    if path is None or text is None:
        return None
    file = assets.shown(path)
    try:
        data: dict[str, Any] = _own(parsed(text))
    except tomli.TOMLDecodeError as error:
        raise _broken(str(error), text, file) from error
    wrong = list(shape.check(data, ()))
    if wrong:
        raise PrecisError(_faults(wrong, text, file))
    return data


def refuse(wrong: Iterable[Wrong], assets: Assets, *parts: str) -> None:
    """Raise PrecisError for what is wrong in the file `parts` beside others; nothing if it is right."""
    found = list(wrong)
    path = assets.find(*parts)
    if found and path is not None:
        raise PrecisError(_faults(found, assets.text(*parts) or "", assets.shown(path)))


@lru_cache(maxsize=64)
def parsed(text: str) -> Mapping[str, Any]:
    """The table of a TOML text, parsed once for all that ask, who do not change it.

    Files of our English are read for themselves, and as the shape of those of other languages.
    """
    return tomli.loads(text)


def _own(value: Any) -> Any:
    """The same table, list or value, which its reader may change."""
    if isinstance(value, dict):
        return {key: each if type(each) is str else _own(each) for key, each in value.items()}
    return [each if type(each) is str else _own(each) for each in value] if isinstance(value, list) else value


def _broken(message: str, text: str, file: str) -> PrecisError:
    """What tomli says, with the line and the column as the place."""
    at = _AT.search(message)
    line = int(at[1]) if at and at[1] else text.count("\n") + 1
    columns = (int(at[2]), int(at[2])) if at and at[2] else None
    said = _AT.sub("", message)
    span = FileSpan(file, line, columns=columns)
    return PrecisError.one("template-toml", f"is no TOML: {said[0].lower()}{said[1:]}", span)


def _faults(wrong: Iterable[Wrong], text: str, file: str) -> list[Fault]:
    faults = [Fault(_span(each.path, text, file), each.code, f"{_named(each.path)}: {each.message}") for each in wrong]
    return sorted(faults, key=lambda fault: fault.span.line or 0)


def _span(path: KeyPath, text: str, file: str) -> FileSpan:
    """Where a key stands: its line, and its columns if the line names it."""
    line = line_of(text, path)
    keys = [key for key in path if isinstance(key, str)]
    words = text.split("\n")[line - 1] if line is not None else ""
    return FileSpan(file, line, columns=columns_of(keys[-1], words) if keys else None)


def _named(path: KeyPath) -> str:
    """A path in words: "labels.chair", "months, entry 3"."""
    keys = ".".join(key_of(part) for part in path if isinstance(part, str))
    return ", ".join((keys, *(f"entry {part + 1}" for part in path if isinstance(part, int))))
