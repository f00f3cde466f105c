"""Sentences that look like a fact of the Committee, for those that gave none."""

from __future__ import annotations

from precis.facts.actors import Actor, actor_of
from precis.facts.context import Context

__all__ = ["looks_like_fact"]


def looks_like_fact(context: Context) -> bool:
    """Whether the Committee did something in it that a kind of fact could tell.

    Either by its verb ("had adopted", "had elected"), or whatever was done with follow-up reports, interim measures and
    other matters of the kinds.
    """
    if not context.main or context.state is not None or context.procedure:
        return False
    matter = context.find("unplaced.matter") is not None
    if not matter and context.find("unplaced.event") is None:
        return False
    events = context.patterns["unplaced.event"]
    return any(
        clause.done
        and clause.perfect
        and (matter or events.fullmatch(clause.word) is not None)
        and actor_of(context, clause) in (Actor.OURS, Actor.NOBODY)
        for clause in context.clauses
    )
