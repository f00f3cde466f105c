"""Kinds of source are one table: what document: may say, who takes it, its schema, and the refusals of the others."""

from __future__ import annotations

import ast
import json

import pytest
from click.testing import CliRunner

from precis.assets import Assets
from precis.cli import main
from precis.language import languages
from precis.source.kinds import BRIEF_MEETING, BRIEF_SESSION, BRIEF_STATE, KINDS, SUMMARY_RECORD, Form
from precis.tasks.schema import FIELDS, schema
from tests.conftest import ROOT
from tests.support.told import told

PACKAGE = ROOT / "generator" / "precis"


def test_one_place_spells_a_kind() -> None:
    names = {SUMMARY_RECORD, BRIEF_SESSION, BRIEF_MEETING, BRIEF_STATE}
    for path in PACKAGE.rglob("*.py"):
        if path.name != "kinds.py":
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            spelled = {node.value for node in nodes if isinstance(node, ast.Constant) and node.value in names}
            assert spelled == set(), path


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_kind_has_its_commands_its_fields_and_its_schema(kind, assets: Assets) -> None:
    assert KINDS[kind.name] is kind
    assert kind.holds and kind.commands
    assert set(kind.commands) <= set(main.commands)
    described = schema(kind, assets)
    assert described["properties"]["document"] == {"const": kind.name}
    assert set(described["properties"]) >= {field.key for field in FIELDS[kind.form]}
    assert all(each["description"] for key, each in described["properties"].items() if key in fields(kind.form))


def fields(form: Form) -> list[str]:
    return [field.key for field in FIELDS[form]]


@pytest.mark.parametrize("form", Form)
def test_a_form_has_each_field_once(form: Form) -> None:
    assert len(set(fields(form))) == len(fields(form))


@pytest.mark.parametrize("name", [*KINDS, ""])
def test_the_command_prints_the_schema_of_each_kind(name: str, assets: Assets) -> None:
    result = CliRunner().invoke(main, ["schema", *([name] if name else [])])
    assert json.loads(result.stdout) == schema(KINDS[name or SUMMARY_RECORD], assets)


def test_a_schema_of_no_kind_is_told() -> None:
    result = CliRunner().invoke(main, ["schema", "sesion"])
    assert told(result) == "error: 'sesion' is no kind of document; did you mean session?\n"
    assert result.exit_code == 1


def test_the_choices_of_a_schema_are_what_there_is(assets: Assets) -> None:
    described = schema(KINDS[SUMMARY_RECORD], assets)["properties"]
    assert described["language"]["enum"] == list(languages(assets))
    assert described["body"]["enum"] == assets.names("bodies", ".toml")
    assert {"en", "fr", "es", "ru", "zh", "ar"} <= set(described["original"]["enum"])
