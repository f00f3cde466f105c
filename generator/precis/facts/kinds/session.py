"""Sessions declared open or closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.context import Context
from precis.facts.fact import Fact, SessionMark
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The session declared open or closed."""
    for match in matches[:1]:
        words = context.text[match.clause.verb[0] : match.clause.object[1]]
        if context.patterns["session.others"].search(words):
            continue
        numbers = context.sessions_in(words)
        yield SessionMark(
            context.at(), "opened" if match.frame.sense == "opened" else "closed", numbers[0] if numbers else None
        )
    if not matches:
        yield from _declared(context)


def _declared(context: Context) -> Iterator[Fact]:
    """The session of "The Chair, having thanked all those who had helped, declared the tenth session closed"."""
    match = context.find("session.declared")
    if match is None or context.find("session.others"):
        return
    closed, opened = match["closed"] or match["closed_behind"], match["opened"] or match["opened_behind"]
    if closed or opened:
        yield SessionMark(context.at(), "closed" if closed else "opened", context.read_session(match["session"]))


KIND = FactKind("session", SessionMark, find, "session", 5, always=True)
