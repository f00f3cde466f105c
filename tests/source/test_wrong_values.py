"""What a user is told of a wrong value: file, line, what was found and what to write; in a source and in JSON alike.

A case is a field, wrong values of it as YAML, one a line, and what is told of each; "…" stands for what is left out.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from precis.assets import Assets, shipped
from precis.documents.summary_record import summary_record
from precis.language import languages
from precis.model import PrecisError
from precis.source.fields import COUNTED, FIELDS
from precis.source.json_form import read_json
from precis.source.kinds import KINDS, SUMMARY_RECORD
from precis.source.record import read_record
from precis.tasks.schema import schema
from tests.support.cases import Case, cases_of, each_case

ASSETS = shipped()
FILES = [Path(__file__).with_name("wrong_values.txt")]
GOOD = {
    "symbol": "CMW/C/SR.590",
    "session": "39",
    "held": "2024-12-13 15:00",
    "issued": "2024-12-17",
    "began": "15:00",
    "rose": "18:00",
}
KEYS = ["document", COUNTED.key, *(field.key for field in FIELDS)]


def faults_of(key: str, value: Any, assets: Assets) -> list[list[str]]:
    """The faults of a source and of a JSON file that have this value; each is on the third line."""
    others = {name: good for name, good in GOOD.items() if name != key}
    first = next(iter(others.items()))
    fields = dict([first, (key, value), *others.items()])
    front = "".join(
        yaml.safe_dump({name: each}, default_flow_style=True, width=10**6)[1:-2] + "\n" for name, each in fields.items()
    )
    found = []
    for read, name, text in (
        (read_record, "x.md", f"---\n{front}---\n\nx.\n"),
        (
            read_json,
            "x.json",
            "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in fields.items()) + "\n}",
        ),
    ):
        with pytest.raises(PrecisError) as caught:
            read(text, name, assets)
        found.append([str(fault) for fault in caught.value.faults])
    return found


def _plain(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


@each_case(FILES)
def test_a_wrong_value_is_told(case: Case, assets: Assets) -> None:
    known = ", ".join(languages(assets))
    values, messages = (text.replace("{languages}", known).split("\n") for text in case.texts)
    for value, message in zip(map(_plain, values), messages, strict=True):
        for (fault, *others), name in zip(faults_of(case.title, value, assets), ("x.md", "x.json"), strict=True):
            assert not others
            told = f"{name}:3: {case.title}: {message}"
            assert fault[: len(told) - 1] + "…" == told if told.endswith("…") else fault == told


def test_every_field_has_its_wrong_values() -> None:
    assert sorted(case.title for case in cases_of(FILES)) == sorted(KEYS)


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("session", True, "'true' is not a number; write figures, such as 39"),
        ("session", 39.5, "'39.5' is not a number; write figures, such as 39"),
        ("held", None, "nothing stands here; write the value, or leave the line out"),
        ("chair", [None], "nothing stands here; write the value, or leave the line out"),
        ("place", {"city": "Geneva"}, "fields stand where one text is wanted; put a text that holds a colon in quotes"),
        ("place", 5, "a number, true or false stands where a text is wanted; put it in quotation marks"),
        ("contents", ["One", [2]], "a number, true or false stands where a text is wanted; put it in quotation marks"),
        ("closing", "part", "says how a line speaks whose time is missing; write rose: 15:00, or leave it out"),
        ("place", "\ud800", "the character U+D800, which no document can hold, is in it; take it out"),
    ],
)
def test_a_wrong_value_of_json_is_told(key: str, value: Any, message: str, assets: Assets) -> None:
    text = json.dumps({"symbol": "CMW/C/SR.590", key: value}, indent=0)
    with pytest.raises(PrecisError) as caught:
        read_json(text, "x.json", assets)
    assert str(caught.value) == f"x.json:3: {key}: {message}"


@pytest.mark.parametrize(("kind", "time"), [("opening", "began"), ("closing", "rose")])
def test_how_a_line_speaks_that_has_no_time_is_told(kind: str, time: str, assets: Assets) -> None:
    with pytest.raises(PrecisError) as caught:
        read_record(f"---\nsymbol: CMW/C/SR.590\n{kind}: discussion\n---\n", "x.md", assets)
    message = f"{kind}: says how a line speaks whose time is missing; write {time}: 15:00, or leave it out"
    assert [str(fault) for fault in caught.value.faults] == [f"x.md:3: {message}"]


def valid(schema: Mapping[str, Any], value: Any) -> bool:
    """Whether a value is as a schema says, of the words that our schemas of fields use (JSON Schema 2020-12)."""
    if "anyOf" in schema and not any(valid(each, value) for each in schema["anyOf"]):
        return False
    if "enum" in schema and not any(type(each) is type(value) and each == value for each in schema["enum"]):
        return False
    if "const" in schema and value != schema["const"]:
        return False
    types = schema.get("type", [])
    if types and not any(isinstance(value, TYPES[each]) for each in ([types] if isinstance(types, str) else types)):
        return False
    if isinstance(value, bool):
        return not types
    if isinstance(value, int):
        return schema.get("minimum", value) <= value <= schema.get("maximum", value)
    if isinstance(value, list):
        return all(valid(schema.get("items", {}), each) for each in value)
    if schema.get("format") == "date" and isinstance(value, str) and re.fullmatch(schema["pattern"], value):
        return is_day(value)
    return not isinstance(value, str) or re.search(schema.get("pattern", ""), value) is not None


TYPES: Mapping[str, type] = {"string": str, "integer": int, "array": list}


def is_day(text: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def loads(key: str, value: Any) -> bool:
    others = {"began": "opening", "rose": "closing"}
    time = {time: "0:00" for time, kind in others.items() if kind == key}
    try:
        read_json(json.dumps({key: value, **time}), "x.json", ASSETS)
    except PrecisError:
        return False
    return True


SCHEMA = schema(KINDS[SUMMARY_RECORD], ASSETS)["properties"]
NEAR = [
    "", " ", "0", "1", "39", "999999", "1000000", "039", "x", "true", "false", "True", "yes", "full", "Partial", "part",
    "meeting", "general", "en", "EN", "cmw", "CMW", "counted", "2024-12-13", "2024-02-30", "24-12-13",
    "2024-12-13 9:30", "2024-12-13  15:00 Central European Time", "2024-12-13 15h", "2024-12-13 24:00",
    "Chair: Ms. Ito (OHCHR)", "(x)", "9:30", "24:00", "15:60", "015:00", "first (public)",
    "Second closed", "(public)", "third (public)", "580-589", "580 – 589", "580-", "580 to 589", "CMW/C/SR.590",
    "E/C.12/2024/SR.59/Add.1", "cmw/c/sr.590", "CMW/C/SR.0", "CMW/C/590", "Palais Wilson, Geneva", "١٢", "٩:٣٠",
]  # fmt: skip
simple = st.sampled_from(NEAR) | st.integers(-1, 1_000_001) | st.booleans() | st.none()


@pytest.mark.parametrize("key", [key for key in KEYS if key != "document"])
def test_a_schema_takes_what_the_reader_takes(key: str) -> None:
    """Of simple values. That a month has the day of a longer text, or that a range goes up, no schema says."""

    @given(simple | st.lists(simple, max_size=1))
    @settings(max_examples=150)
    def same(value: Any) -> None:
        assume((key, value) != ("held", "2024-02-30"))
        assert valid(SCHEMA[key], value) == loads(key, value), value

    same()


leaves = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from([*GOOD.values()])
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*KEYS, "blocks", "footnotes"]), values, max_size=4))
@settings(max_examples=300)
def test_any_value_is_a_record_that_prints_or_a_fault(fields: dict[str, Any]) -> None:
    source = "---\n" + yaml.safe_dump({"symbol": "CMW/C/SR.590", **fields}, allow_unicode=True) + "---\n\nx.\n"
    for read, text in ((read_record, source), (read_json, json.dumps({"symbol": "CMW/C/SR.590", **fields}))):
        try:
            record = read(text, "x", ASSETS)
            summary_record(getattr(record, "record", record), ASSETS, "{symbol}")
        except PrecisError as error:
            assert all(str(fault) for fault in error.faults)
