"""A record as JSON: the fields of the front matter, and the text as blocks of runs; and the JSON Schema of both."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from precis.assets import Assets
from precis.language.bodies import with_body
from precis.language.cover_lines import with_offices
from precis.model import Block, Faults, Finding, Footnote, Reading, Record
from precis.source.field import typed_values
from precis.source.fields import COUNTED, FIELDS, check_lines, record_of
from precis.source.front import FrontMatter, check_keys
from precis.source.kinds import Form, check_document, kinds
from precis.source.lengths import check_texts
from precis.source.record import NOTHING, check_characters, check_record, findings_of, own_values

__all__ = ["print_json", "read_json", "text_schema"]

_BLANKS = re.compile(r"\s*")


@dataclass(frozen=True)
class _Text:
    """What JSON holds beside the fields: the blocks of the text, and its footnotes."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


def print_json(record: Record, findings: Iterable[Finding] = ()) -> str:
    """The JSON of a record, as `schema` describes it, with what a source keeps of its reading."""
    text = _adapter().dump_python(_Text(record.blocks, record.footnotes), mode="json", exclude_defaults=True)
    return json.dumps({**own_values(record, findings), **text}, ensure_ascii=False, indent=2) + "\n"


def read_json(text: str, file: str, assets: Assets, given: Mapping[str, Any] = NOTHING) -> Reading:
    """The record of a JSON file, with the typed values `given` before its own, and what it says of its reading.

    Raises PrecisError with all that is wrong in it.
    """
    faults = Faults(file)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        column = getattr(error, "colno", None)
        at = (column, column) if column else None
        faults.add("json-form", f"the file is not JSON: {error}", getattr(error, "lineno", None), columns=at)
        data = {}
    data = _composed(data)
    if not isinstance(data, dict):
        faults.add("json-form", "the file is not a JSON object; see `precis schema`", 1)
        data = {}
    lines = _lines(text, faults) if data else {}
    fields = {key: _as_text(value) for key, value in data.items() if key not in ("blocks", "footnotes")}
    front = FrontMatter(fields, lines)
    check_document(front, faults, Form.RECORD, known=kinds(assets))
    check_keys(front, ["document", COUNTED.key, *(field.key for field in FIELDS)], faults)
    for key in data.keys() & {"blocks", "footnotes"}:
        check_texts(_strings(data[key]), faults, front.lines.get(key, 1))
        check_characters("".join(_strings(data[key])).replace("\n", " "), faults, front.lines.get(key, 1))
    body = _text_of({key: data[key] for key in ("blocks", "footnotes") if key in data}, front.lines, faults)
    typed = typed_values(front, FIELDS, faults)
    _check_types(data, typed, lines, faults)
    values = {**typed, **given}
    check_lines(values, front, faults)
    record = replace(record_of(values), blocks=body.blocks, footnotes=body.footnotes)
    findings = findings_of(front, record, faults)
    check_record(record, front, faults, assets)
    faults.check()
    return Reading(with_offices(with_body(record, assets), assets), findings)


def _composed(value: Any) -> Any:
    """A value of JSON with its texts in composed letters (NFC), which escapes may hold apart."""
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case list():
            return [_composed(each) for each in value]
        case dict():
            return {_composed(key): _composed(each) for key, each in value.items()}
    return value


def _lines(text: str, faults: Faults) -> dict[str, int]:
    """The line of each name of the object that a JSON text is; a name that stands twice is a fault."""
    decode = json.JSONDecoder().raw_decode
    lines: dict[str, int] = {}
    at = _after_blanks(text, text.index("{") + 1)
    while text[at] != "}":
        line = text.count("\n", 0, at) + 1
        key, end = decode(text, at)
        if key in lines:
            faults.add("field-twice", f"{key}: stands twice; the first is on line {lines[key]}", line)
        lines.setdefault(key, line)
        _, end = decode(text, _after_blanks(text, _after_blanks(text, end) + 1))
        at = _after_blanks(text, end)
        if text[at] == ",":
            at = _after_blanks(text, at + 1)
    return lines


def _after_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return at if found is None else found.end()


def _as_text(value: Any) -> Any:
    """A value as front matter would hold it: JSON's own numbers and truths as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return [_as_text(item) for item in value] if isinstance(value, list) else value


def _check_types(data: Mapping[str, Any], read: Iterable[str], lines: Mapping[str, int], faults: Faults) -> None:
    """Note JSON's own numbers and truths in those of the fields that were `read` which hold texts alone."""
    for field in (*FIELDS, COUNTED):
        texts = "integer" not in field.schema.get("type", ()) and True not in field.schema.get("enum", ())
        if field.key in read and texts and any(isinstance(each, int | float) for each in _leaves(data[field.key])):
            message = f"{field.key}: a number, true or false stands where a text is wanted; put it in quotation marks"
            faults.add("field-value", message, lines.get(field.key), field.key)


def _leaves(value: Any) -> Iterator[Any]:
    """What stands in a list, or in the lists in it."""
    if isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield value


def _strings(value: Any) -> Iterator[str]:
    """All texts in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _text_of(data: Mapping[str, Any], lines: Mapping[str, int], faults: Faults) -> _Text:
    from pydantic import ValidationError

    try:
        text: _Text = _adapter().validate_python(data)
    except ValidationError as error:
        # A block that is none of the kinds fails as each of them; one line a block is enough to find it.
        for place in dict.fromkeys(fault["loc"][:2] for fault in error.errors()):
            name = ".".join(map(str, place))
            faults.add("json-text", f"{name}: is not as `precis schema` describes it", lines.get(str(place[0])))
        return _Text()
    return text


def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(_Text)


def text_schema() -> dict[str, Any]:
    """The JSON Schema of the text of a record in JSON: its `properties`, and the `$defs` that they name."""
    schema: dict[str, Any] = _adapter().json_schema(ref_template="#/$defs/{model}")
    return schema
