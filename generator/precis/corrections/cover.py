"""The fields of the cover, by the names and in the order of a source's front matter."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from precis.model import Line, Record, usual_line
from precis.source.fields import FIELDS, model_fields

__all__ = ["changed_fields", "field_value", "read_value", "show_value", "shown", "with_values"]

_BLANK = (None, (), False)
_LINES: tuple[tuple[Literal["opening", "closing"], str], ...] = (("opening", "began"), ("closing", "rose"))


def field_value(record: Record, key: str) -> Any:
    """The value of the field `key`; None where a source would leave it out. KeyError for what is no field.

    "began" and "rose" are times; "opening" and "closing" are the forms in which the lines speak.
    """
    for which, time in _LINES:
        if key in (which, time):
            line = getattr(record, which)
            return None if line is None else line.time if key == time else line.kind
    name = _names()[key]
    value = getattr(record, name)
    return None if value in _BLANK and value == getattr(Record(), name) else value


def with_values(record: Record, values: Mapping[str, Any]) -> Record:
    """The record with these values of its fields; a line that gets a time and no form takes the usual one."""
    names, usual = _names(), Record()
    plain = {names[key]: value for key, value in values.items() if key in names}
    plain = {name: getattr(usual, name) if value is None else value for name, value in plain.items()}
    record = replace(record, **plain)
    return replace(
        record,
        opening=_line(record, "opening", "began", values),
        closing=_line(record, "closing", "rose", values),
    )


def _line(record: Record, which: Literal["opening", "closing"], time: str, values: Mapping[str, Any]) -> Line | None:
    line = getattr(record, which)
    at = values.get(time, line and line.time)
    kind = values.get(which) or (line and line.kind)
    return None if at is None else Line(at, kind or usual_line(which, record.coverage, record.part))


def changed_fields(old: Record, new: Record) -> Iterator[tuple[str, Any, Any]]:
    """The fields that differ, each with its old and new value. What follows from another field is not told."""
    told = [field.key for field in FIELDS]
    for which, _ in _LINES:
        before, after = getattr(old, which), getattr(new, which)
        follows = usual_line(which, new.coverage, new.part) if before is None else before.kind
        if after is None or after.kind == follows:
            told.remove(which)
    for key in told:
        if field_value(old, key) != field_value(new, key):
            yield key, field_value(old, key), field_value(new, key)


def _names() -> dict[str, str]:
    """The field of the model that each field sets alone: all but those of the opening and closing lines."""
    lines = {key for line in _LINES for key in line}
    return {field.key: model_fields([field.key])[0] for field in FIELDS if field.key not in lines}


def read_value(key: str, value: Any) -> Any:
    """The value of a field from what a source holds, a text or a list; ValueError says what to write."""
    field = next((field for field in FIELDS if field.key == key), None)
    if field is None:
        raise ValueError(f"'{key}' is no field of the cover; the fields are: {', '.join(f.key for f in FIELDS)}")
    return field.read(str(value) if isinstance(value, int) else value)


def show_value(key: str, value: Any) -> Any:
    """What a source holds for the value of a field: a text, or a list."""
    return next(field.show for field in FIELDS if field.key == key)(value)


def shown(key: str, value: Any) -> str:
    """The same in a line of text: in quotation marks, several one behind the other; in brackets a list in a list.

    Of a field that is always a list, one value stands in brackets, too.
    """
    if value is None:
        return "nothing"
    held = show_value(key, value)
    if isinstance(held, list) and len(held) > 1 and all(isinstance(each, str) for each in held):
        return ", ".join(json.dumps(each, ensure_ascii=False) for each in held)
    return json.dumps(held, ensure_ascii=False)
