"""Sentences that look like a fact of the Committee, for those that gave none."""

from __future__ import annotations

from precis.facts.actors import Actor, actor_of
from precis.facts.context import Context

__all__ = ["looks_like_fact"]


def looks_like_fact(context: Context) -> bool:
    """Whether the Committee did something in it that a kind of fact could tell: "had adopted", "had elected"."""
    events = context.patterns["unplaced.event"]
    if not context.main or context.state is not None or context.procedure or not events.search(context.text):
        return False
    return any(
        clause.done
        and clause.perfect
        and events.fullmatch(clause.word) is not None
        and actor_of(context, clause) in (Actor.OURS, Actor.NOBODY)
        for clause in context.clauses
    )
