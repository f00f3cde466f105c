"""Files as users name them: looked at before they are read, and sent to the reader of their form."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from precis.assets import Assets
from precis.model import Faults, Place, PrecisError
from precis.readers.reading import Reading
from precis.source.fields import FIELDS, front_key, model_fields, record_of
from precis.source.front import FrontMatter
from precis.source.json_form import read_json
from precis.source.record import read_record, typed_values

__all__ = ["MAX_BYTES", "read_bytes", "read_file", "read_text", "set_values"]

MAX_BYTES = 20_000_000
"""The largest input that is read; the longest records are below one hundredth of it."""


def read_file(path: str | os.PathLike[str], assets: Assets, given: Mapping[str, Any] | None = None) -> Reading:
    """The record of a file: our own source or JSON, or the text of a published record.

    `given` are values of the front matter, typed (see `set_values`), that win over what the file says. Raises
    PrecisError for a file that cannot be read, and for a source of ours that is wrong.
    """
    name = os.fspath(path)
    text = read_text(path)
    given = given or {}
    if Path(name).suffix.lower() == ".json":
        return Reading(read_json(text, name, assets, given), ())
    if text.startswith("---\n"):
        return Reading(read_record(text, name, assets, given), ())
    from precis.readers.published import read_published

    record = record_of(given)
    reading = read_published(text, name, assets, {field: getattr(record, field) for field in model_fields(given)})
    # Findings name a field as a user writes it.
    return replace(reading, findings=tuple(replace(each, field=front_key(each.field)) for each in reading.findings))


def set_values(settings: tuple[str, ...]) -> dict[str, Any]:
    """The typed values of "field=value" settings; PrecisError with all that are wrong.

    A field that is set twice is a list: two Chairs, in sequence.
    """
    faults = Faults("--set")
    values: dict[str, Any] = {}
    known = {field.key for field in FIELDS}
    for setting in settings:
        key, equals, value = setting.partition("=")
        key = key.strip()
        if not equals or key not in known:
            fields = ", ".join(field.key for field in FIELDS)
            faults.add("unknown-field", f"'{setting}' sets no field; write field=value, with a field of: {fields}")
        elif key in values:
            values[key] = [*(values[key] if isinstance(values[key], list) else [values[key]]), value]
        else:
            values[key] = value
    typed = typed_values(FrontMatter(values), faults)
    faults.check()
    return typed


def read_bytes(path: str | os.PathLike[str], limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file; PrecisError if it is not there, empty, larger than `limit`, or no file."""
    name = os.fspath(path)
    place = Place(name)
    try:
        if Path(path).is_dir():
            raise PrecisError.one("file-folder", "is a folder; name a file", place)
        size = Path(path).stat().st_size
        if size > limit:
            message = f"has {size / 1e6:.0f} MB; a record has less than {limit / 1e6:.0f} MB"
            raise PrecisError.one("file-large", message, place)
        data = Path(path).read_bytes()
    except OSError as error:
        raise PrecisError.one("file-read", f"cannot be read: {error.strerror or error}", place) from error
    if not data.strip():
        raise PrecisError.one("file-empty", "is empty; give a record", place)
    return data


def read_text(path: str | os.PathLike[str]) -> str:
    """The text of a file in UTF-8, with line ends as "\\n"; PrecisError if it is none."""
    data = read_bytes(path)
    place = Place(os.fspath(path))
    if b"\x00" in data:
        message = "is a binary file, not text; give Markdown, plain text or JSON"
        raise PrecisError.one("file-binary", message, place)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "is not text in UTF-8; save it as UTF-8"
        raise PrecisError.one("file-encoding", message, replace(place, line=line)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
