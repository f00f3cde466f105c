"""Sentences of reported speech as clauses: who did what to what, and whether it was done, planned or only thought."""

from precis.facts.clauses.clause import Clause, Mood, Span, Voice
from precis.facts.clauses.grammar import ClauseGrammar, load_clause_grammar
from precis.facts.clauses.parse import clauses_of

__all__ = ["Clause", "ClauseGrammar", "Mood", "Span", "Voice", "clauses_of", "load_clause_grammar"]
