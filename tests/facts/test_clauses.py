"""Clauses of reported speech: each case a sentence and its clauses.

A line is the verb, its mood, and what else is asked of it. All clauses of the verbs that a case names are named.
"""

from __future__ import annotations

import re
from pathlib import Path

from precis.assets import Assets
from precis.facts.clauses import Clause, Voice, clauses_of, load_clause_grammar
from tests.support.cases import Case, each_case


def shown(clause: Clause, asked: list[str]) -> str:
    """The clause in the words of a case, with those of its parts that the case asks for."""
    said = [str(clause.mood), "not" * clause.negated, "bare" * clause.bare]
    said.append("passive" * (clause.voice is Voice.PASSIVE))
    said += [f"{name}={clause.words(getattr(clause, name))}" for name in asked]
    return f"{clause.lemma}: {'; '.join(filter(None, said))}"


@each_case((Path(__file__).parent / "clauses").glob("*.txt"))
def test_clauses_of_a_sentence(case: Case, assets: Assets) -> None:
    text, expected = case.texts
    grammar = load_clause_grammar(assets)
    assert grammar is not None
    wanted = [line for line in expected.split("\n") if line.strip()]
    verbs = [line.split(":")[0] for line in wanted]
    found = [clause for clause in clauses_of(text, grammar) if clause.lemma in verbs]
    asked = [re.findall(r"; (\w+)=", line) for line in wanted]
    assert [shown(clause, parts) for clause, parts in zip(found, asked, strict=True)] == wanted
