"""A field of a front matter: how it is read, printed and described. Each form of source has a table of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from precis.model import Faults
from precis.source.front import FrontMatter

__all__ = ["CLOCK", "DATE", "FIGURES", "FLAG", "STRING", "STRINGS", "Field", "typed_values"]

Json = Mapping[str, Any]

STRING: Json = {"type": "string"}
STRINGS: Json = {"type": "array", "items": STRING}
DATE: Json = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
CLOCK: Json = {"type": "string", "pattern": r"^\d{1,2}:\d{2}$"}
FIGURES: Json = {"type": ["string", "integer"], "pattern": r"^[1-9]\d*$"}
FLAG: Json = {"enum": ["true", True]}


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
