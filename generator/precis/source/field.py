"""A field of a front matter: how it is read, printed and described. Each form of source has a table of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from precis.model import Faults, Symbol
from precis.source.front import FrontMatter

__all__ = [
    "CLOCK",
    "DATE",
    "FIGURES",
    "FLAG",
    "OF_DAY",
    "STRING",
    "STRINGS",
    "SYMBOL",
    "Field",
    "pattern_of",
    "typed_values",
]

Json = Mapping[str, Any]


def pattern_of(form: str) -> Json:
    """The schema of a text that a regular expression describes as a whole; JSON Schema has groups without names."""
    return {"type": "string", "pattern": f"^(?:{re.sub(r'[?]P<[a-z]+>', '', form)})$"}


STRING: Json = {"type": "string", "pattern": r"\S"}
STRINGS: Json = {"type": "array", "items": STRING}
SYMBOL = pattern_of(Symbol.FORM)
DATE: Json = {**pattern_of("[0-9]{4}-[0-9]{2}-[0-9]{2}"), "format": "date"}
OF_DAY = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
CLOCK = pattern_of(OF_DAY)
FIGURES: Json = {**pattern_of("[1-9][0-9]{0,5}"), "type": ["string", "integer"], "minimum": 1, "maximum": 999_999}
FLAG: Json = {"enum": ["true", "false", True, False]}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a front matter.

    `read` makes its value from what the source holds, a text or a list, and raises ValueError that says what was found
    and what to write; `show` is its inverse. `schema` is the JSON Schema of what the source holds.
    """

    key: str
    help: str
    read: Callable[[Any], Any]
    show: Callable[[Any], Any]
    schema: Json


def typed_values(front: FrontMatter, fields: Iterable[Field], faults: Faults) -> dict[str, Any]:
    """The values of those `fields` that a front matter has; what cannot be read goes to `faults` and is left out."""
    out: dict[str, Any] = {}
    for field in fields:
        if field.key in front.values:
            try:
                out[field.key] = field.read(front.values[field.key])
            except ValueError as error:
                faults.add("field-value", f"{field.key}: {error}", front.lines.get(field.key), field.key)
    return out
