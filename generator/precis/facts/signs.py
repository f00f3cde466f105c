"""Signs: words that tell of an event whatever the verb, where the clause they stand in says that it happened."""

from __future__ import annotations

import re

from precis.facts.clauses import Clause, Mood
from precis.facts.context import Context

__all__ = ["clause_around", "event_of", "sign"]

_DONE = frozenset((Mood.DONE,))


def sign(context: Context, name: str, never: str = "", moods: frozenset[Mood] = _DONE) -> re.Match[str] | None:
    """The first words of the pattern `name` in a clause of one of the `moods` that denies nothing; None if none stands.

    The clause is that of the group "event" or "acted" where the pattern has one. What the pattern
    `never` tells may stand nowhere in the sentence.
    """
    found = context.find(name)
    if found is None or (never and context.find(never) is not None):
        return None
    while found is not None:
        place = event_of(found)
        clause = clause_around(context, place)
        if clause is None or (clause.mood in moods and not clause.negated):
            return found
        found = context.patterns[name].search(context.text, found.end())
    return None


def event_of(found: re.Match[str]) -> int:
    """Where the event stands that words tell of: at the group "event" or "acted", or where they begin."""
    names = (name for name in ("event", "acted", "told") if name in found.re.groupindex and found[name])
    return next((found.start(name) for name in names), found.start())


def clause_around(context: Context, place: int) -> Clause | None:
    """The clause in whose verb, object or subject a character stands; None where no verb was read."""
    inside = [each for each in context.clauses if each.verb[0] <= place < max(each.object[1], each.verb[1])]
    if inside:
        return inside[-1]
    return next((each for each in context.clauses if each.subject[0] <= place < each.verb[0]), None)
