"""Every finding and fault has its code in the table that docs/messages.md is made from, and none asks for prose."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from precis.model import MESSAGES
from precis.model.messages import AREAS, Message
from tests.conftest import ROOT

PACKAGE = ROOT / "generator" / "precis"
FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if "messages" not in path.parts]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

CALLS = {
    "Finding": 0,
    "Fault": 1,
    "MisfitError": 0,
    "require": 1,
    "tell": 0,
    "_refuse": 0,
    "Wrong": 1,
    "_disagreement": 0,
    "Difference": 0,
}
"""The calls that take a code, and the place of it among their arguments; PrecisError.one and Faults.add besides."""

PASSED_ON = {
    "code", "each.code", "fault.code", "finding.code", "misfit.code", "kind", "problem[0]", "why[0]",
    "_code_of(error)", "*aside.why",
    "*(_HEAD if part.is_head else _FOOT)",
}  # fmt: skip
"""What stands for a code that was named elsewhere: literals there are counted with the others."""


def codes(path: Path, tree: ast.AST) -> Iterator[ast.expr]:
    """The arguments of a module that are codes."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
        if name == "tell" and path.parent == PACKAGE / "cli":
            continue
        if (owner, name) == ("PrecisError", "one") or (name == "add" and owner.endswith("faults")):
            yield call.args[0]
        elif name in CALLS and call.args:
            yield call.args[min(CALLS[name], len(call.args) - 1)]


def literals(code: ast.expr) -> list[str]:
    """The codes that an expression may be: a literal, or one of two."""
    if isinstance(code, ast.IfExp):
        return [*literals(code.body), *literals(code.orelse)]
    return [code.value] if isinstance(code, ast.Constant) and isinstance(code.value, str) else []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_code_that_is_used_is_in_the_table(path: Path) -> None:
    for code in codes(path, TREES[path]):
        found = literals(code)
        assert found or ast.unparse(code) in PASSED_ON, f"line {code.lineno}: {ast.unparse(code)} is no code"
        assert [each for each in found if each not in MESSAGES] == [], f"line {code.lineno}"


def test_every_code_of_the_table_is_used() -> None:
    named = {
        node.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    # A page's head and foot are told by one word.
    named |= {f"page-{zone}" for zone in ("head", "foot")}
    assert sorted(set(MESSAGES) - named) == []


def test_no_code_stands_twice() -> None:
    every = [each.code for area in AREAS.values() for each in area]
    assert sorted(every) == sorted(MESSAGES)


@pytest.mark.parametrize("message", MESSAGES.values(), ids=lambda message: message.code)
def test_a_message_says_what_it_means_and_what_to_do(message: Message) -> None:
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", message.code)
    assert message.means and not message.means.endswith(".")
    assert message.do == "" or message.do.endswith((".", "”."))
    assert message.do or message.kind != "fault", "a fault says what to do"


ASKED = re.compile(r"(finding|fault|error|each)\.(reason|message)")


def test_nothing_asks_the_prose_of_a_finding() -> None:
    """A condition on the words of a finding breaks when they are put better; its code is there to be asked."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            asked = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                asked = [node.func.value] if node.func.attr in ("startswith", "endswith", "find", "index") else []
            words = [ast.unparse(each) for each in asked if isinstance(each, ast.Attribute)]
            assert not [
                each for each in words if re.fullmatch(r"(finding|fault|error|each)\.(reason|message)", each)
            ], path
