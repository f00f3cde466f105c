"""Clauses of reported speech, each case a sentence: tests/facts/clauses/cases.txt, as *title / sentence / clauses*.

A line is the verb, its mood, and what else is asked of it. All clauses of the verbs that a case names are named.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from precis.assets import Assets
from precis.facts.clauses import Clause, Voice, clauses_of, load_clause_grammar

PATH = Path(__file__).parent / "clauses" / "cases.txt"
CASE = re.compile(r"^([^\n]+)\n===\n(.*?)\n---\n(.*?)(?=^[^\n]+\n===\n|\Z)", re.MULTILINE | re.DOTALL)
CASES = [match.groups() for match in CASE.finditer(PATH.read_text(encoding="utf-8"))]


def shown(clause: Clause, asked: list[str]) -> str:
    """The clause in the words of a case, with those of its parts that the case asks for."""
    said = [str(clause.mood), "not" * clause.negated, "bare" * clause.bare]
    said.append("passive" * (clause.voice is Voice.PASSIVE))
    said += [f"{name}={clause.words(getattr(clause, name))}" for name in asked]
    return f"{clause.lemma}: {'; '.join(filter(None, said))}"


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[title for title, _, _ in CASES])
def test_clauses_of_a_sentence(title: str, text: str, expected: str, assets: Assets) -> None:
    grammar = load_clause_grammar(assets)
    assert grammar is not None
    wanted = [line for line in expected.split("\n") if line.strip()]
    verbs = [line.split(":")[0] for line in wanted]
    found = [clause for clause in clauses_of(text, grammar) if clause.lemma in verbs]
    asked = [re.findall(r"; (\w+)=", line) for line in wanted]
    assert [shown(clause, parts) for clause, parts in zip(found, asked, strict=True)] == wanted
