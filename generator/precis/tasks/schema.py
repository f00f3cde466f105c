"""The JSON Schema (draft 2020-12) of each kind of source, from its table of fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from precis.assets import Assets
from precis.corrections.source import FIELDS as OF_CORRECTIONS
from precis.documents.session.source import FIELDS as OF_DIGEST
from precis.language import languages, load_wording
from precis.language.bodies import bodies
from precis.source.field import Field
from precis.source.fields import COUNTED, OF_TAKES
from precis.source.fields import FIELDS as OF_RECORD
from precis.source.json_form import text_schema
from precis.source.kinds import SUMMARY_RECORD, Form, Kind
from precis.source.session import FIELDS as OF_SESSION

__all__ = ["FIELDS", "schema"]

FIELDS: Mapping[Form, tuple[Field, ...]] = MappingProxyType(
    {
        Form.RECORD: (*OF_RECORD, COUNTED),
        Form.TAKE: (*OF_TAKES, *OF_RECORD, COUNTED),
        Form.SESSION: OF_SESSION,
        Form.CORRECTIONS: OF_CORRECTIONS,
        Form.DIGEST: OF_DIGEST,
    }
)
"""The fields of each form of source, in the order in which they are written."""


def _bodies(assets: Assets) -> list[str]:
    return [body.code for body in bodies(assets)]


def _spoken(assets: Assets) -> list[str]:
    names = (load_wording(language, assets).language_names for language in languages(assets))
    return list(dict.fromkeys(code for codes in names for code in codes))


_CHOICES: Mapping[str, Callable[[Assets], Sequence[str]]] = MappingProxyType(
    {"body": _bodies, "language": languages, "original": _spoken}
)
"""The fields that name what templates/ holds, with what there is."""


def schema(kind: Kind, assets: Assets) -> dict[str, Any]:
    """The JSON Schema of a kind of source: its front matter; of a record, which JSON may hold, its text as well."""
    text = text_schema() if kind.form is Form.RECORD else {"properties": {}}
    fields = {field.key: _described(field, assets) for field in FIELDS[kind.form]}
    out = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.name[0].upper()}{kind.name[1:]}",
        "description": "The front matter of a source of precis" + _AND_TEXT * (kind.form is Form.RECORD) + ".",
        "type": "object",
        "properties": {"document": {"const": kind.name}, **fields, **text["properties"]},
        "additionalProperties": False,
    }
    if kind.name != SUMMARY_RECORD:
        out["required"] = ["document"]
    return out | ({"$defs": text["$defs"]} if "$defs" in text else {})


def _described(field: Field, assets: Assets) -> dict[str, Any]:
    choices = _CHOICES.get(field.key)
    return {"description": field.help, **field.schema} | ({"enum": list(choices(assets))} if choices else {})


_AND_TEXT = "; in JSON, the text of the record as well"
