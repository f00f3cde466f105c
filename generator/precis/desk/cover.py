"""The cover as a form: its fields from the schema, and what is typed into them set in the text of the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from precis.assets import Assets
from precis.model import Faults, FileSpan, PrecisError
from precis.source.field import CLOCK, DATE, FIGURES, FLAG
from precis.source.front import split_front
from precis.source.kinds import KINDS, SUMMARY_RECORD, WRITTEN, kind_named
from precis.source.set_fields import set_fields
from precis.tasks.schema import schema

__all__ = ["USUAL", "fields_of", "kind_of", "with_fields"]

USUAL = (
    "take",
    "writer",
    "done",
    "symbol",
    "session",
    "held",
    "place",
    "chair",
    "issued",
    "original",
    "began",
    "rose",
    "language",
)
"""The fields of a take and of a record that are shown at once; the others are seldom wanted."""
_NOT_TYPED = ("document", "blocks", "footnotes", "numbers")
"""What a schema has beside the fields of the form: the kind, the text, and what a source says of its own reading."""


def fields_of(kind: str, assets: Assets) -> list[dict[str, Any]]:
    """The fields of a kind of source in the order in which they are written: name, kind, choices, help, usual.

    `kind` is text, date, time, number, choice, list or flag.
    """
    return [
        {
            "name": name,
            "kind": _kind(said),
            "choices": [] if _is_flag(said) else [str(each) for each in said.get("enum", ())],
            "help": said.get("description", ""),
            "usual": name in USUAL,
        }
        for name, said in _properties(kind, assets).items()
    ]


def _properties(kind: str, assets: Assets) -> dict[str, Any]:
    made = schema(kind_named(kind, assets), assets)["properties"]
    return {name: said for name, said in made.items() if name not in _NOT_TYPED}


def kind_of(text: str) -> str:
    """The kind of source that a text says it is, as far as the form of a cover is concerned: a record or a take."""
    front, _, _ = split_front(text, Faults())
    said = KINDS.get(str(front.values.get("document", "")))
    return said.name if said is not None and said.form in WRITTEN else SUMMARY_RECORD


def _is_flag(said: Mapping[str, Any]) -> bool:
    return bool(said.get("enum") == FLAG["enum"])


def _kind(said: Mapping[str, Any]) -> str:
    if _is_flag(said):
        return "flag"
    if "enum" in said:
        return "choice"
    if said.get("format") == DATE["format"]:
        return "date"
    if said.get("pattern") == CLOCK["pattern"]:
        return "time"
    if said.get("pattern") == FIGURES["pattern"]:
        return "number"
    several = said.get("type") == "array" or any(each.get("type") == "array" for each in said.get("anyOf", ()))
    return "list" if several else "text"


def with_fields(path: str, text: str, given: Mapping[str, Any], assets: Assets) -> str:
    """The text with fields of its cover set to what was typed; a list of one text is written as that text.

    Raises PrecisError for a field that there is not, and where the front matter cannot be read.
    """
    fields = _properties(kind_of(text), assets)
    unknown = [name for name in given if name not in fields]
    if unknown:
        raise PrecisError.one("unknown-field", f"{unknown[0]}: is not a field", FileSpan(path))
    values = {name: _value(value, fields[name]) for name, value in given.items()}
    return set_fields(text, values, ["document", *fields], path)


def _value(value: Any, said: Mapping[str, Any]) -> Any:
    """What is written of what was typed: without blanks about it, and without what is empty."""
    if not isinstance(value, list):
        return str(value).strip()
    texts = [each if isinstance(each, list) else str(each).strip() for each in value]
    texts = [each for each in texts if each]
    return texts[0] if "anyOf" in said and len(texts) == 1 and isinstance(texts[0], str) else texts
