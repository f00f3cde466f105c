"""Sentences on working methods: what is proposed or decided for all dialogues, reports, meetings or members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.clauses import Mood
from precis.facts.context import Context
from precis.facts.fact import Fact, WorkingMethods
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.facts.signs import clause_around

__all__ = ["KIND"]

_ONLY_SUPPOSED = (Mood.CONDITIONAL, Mood.GENERIC)


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The sentence, if something is proposed in it that is to hold for more than one dialogue, report or meeting.

    What is told of the reform of the treaty bodies as a whole is of them all.
    """
    if (context.state is not None and not context.presided) or not context.main or context.procedure:
        return
    reform = context.find("working_methods.reform")
    if reform is not None:
        yield WorkingMethods(context.at(*reform.span()))
        return
    told = _told(context)
    if told is None or context.find("working_methods.never") is not None:
        return
    clause = clause_around(context, told.start())
    if clause is None or clause.mood not in _ONLY_SUPPOSED:
        yield WorkingMethods(context.at(*told.span()))


def _told(context: Context) -> re.Match[str] | None:
    """What proposes or decides, in a sentence on more than one dialogue, report or meeting, whichever stands first."""
    proposed = context.find("working_methods.proposed")
    if proposed is not None and context.find("working_methods.work") is not None:
        return proposed
    return context.find("working_methods.told")


KIND = FactKind("working methods", WorkingMethods, find, "resources", 101, always=True)
