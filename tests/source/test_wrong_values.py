"""What a user is told of a wrong value: file, line, what was found and what to write; in a source and in JSON alike.

A case is a field, wrong values of it as YAML, one a line, and what is told of each; "…" stands for what is left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from precis.assets import Assets, shipped
from precis.documents.summary_record import summary_record
from precis.model import PrecisError
from precis.source.fields import COUNTED, FIELDS
from precis.source.json_form import read_json
from precis.source.record import read_record
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
    values, messages = (text.split("\n") for text in case.texts)
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
        ("place", "\ud800", "the character U+D800, which no document can hold, is in it; take it out"),
    ],
)
def test_a_wrong_value_of_json_is_told(key: str, value: Any, message: str, assets: Assets) -> None:
    text = json.dumps({"symbol": "CMW/C/SR.590", key: value}, indent=0)
    with pytest.raises(PrecisError) as caught:
        read_json(text, "x.json", assets)
    assert str(caught.value) == f"x.json:3: {key}: {message}"


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
