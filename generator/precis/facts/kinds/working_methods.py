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

_NEAR = 3
"""Paragraphs behind a proposal, at most, within which it is taken to be agreed to."""
_ONLY_SUPPOSED = (Mood.CONDITIONAL, Mood.GENERIC)


def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
    """The sentence, if something is proposed in it that is to hold for more than one dialogue, report or meeting.

    What is told of the reform of the treaty bodies as a whole is of them all.
    """
    if (context.state is not None and not context.presided) or not context.main or context.procedure:
        return
    here = (context.sentence.number, context.sentence.place)
    reform = context.find("working_methods.reform")
    if reform is not None:
        yield WorkingMethods(context.at(*reform.span()))
        return
    told = _told(context)
    if told is None or context.find("working_methods.never") is not None or _is_supposed(context, told):
        told = _wished(context)
    if told is None or _is_supposed(context, told):
        return
    context.memory.methods = here
    if context.decision is None:  # what is decided at once stands for itself
        _note(context)
    yield WorkingMethods(context.at(*told.span()))


def _is_supposed(context: Context, told: re.Match[str]) -> bool:
    """Whether words stand where nothing is proposed: in a condition, or in "the body that it had recommended"."""
    clause = clause_around(context, told.start())
    if clause is None:
        return False
    return clause.mood in _ONLY_SUPPOSED or (clause.antecedent != (0, 0) and clause.perfect)


def _note(context: Context) -> None:
    """Keep what is proposed without a verb of proposing, for "the first of those proposals" below."""
    what = context.patterns["decision.lead"].sub("", context.text).strip(" .")
    if not any(each in what for each in context.memory.made):
        context.memory.made.append(what)


def _told(context: Context) -> re.Match[str] | None:
    """What proposes or decides, in a sentence on more than one dialogue, report or meeting, whichever stands first."""
    proposed = context.find("working_methods.proposed")
    if proposed is not None and context.find("working_methods.work") is not None:
        return proposed
    number, place = context.memory.methods
    follows = number is not None and (context.sentence.number, context.sentence.place) == (number, place + 1)
    if proposed is not None and follows and context.patterns["working_methods.goes_on"].match(context.text):
        return proposed
    suggested = context.find("working_methods.suggested")
    if suggested is not None and _of_all(context, suggested.start()):
        return suggested
    taken = context.find("working_methods.taken") if number is not None else None
    near = number is not None and context.sentence.number is not None and context.sentence.number <= number + _NEAR
    return taken if taken is not None and near else context.find("working_methods.told")


def _wished(context: Context) -> re.Match[str] | None:
    """What is wished for all time to come, or of a practice or a limit: whatever else the sentence names."""
    if context.find("working_methods.not_rule") is not None:
        return None
    of_all = any(context.find(f"working_methods.{name}") is not None for name in ("standing", "practice", "limits"))
    return context.find("working_methods.wished") if of_all else None


def _of_all(context: Context, start: int) -> bool:
    """Whether what is suggested is a rule: nothing that is to be done once, or with one text, person or State."""
    patterns, text = context.patterns, context.text
    if any(each.start >= start for each in context.found) or patterns["working_methods.of_one"].search(text, start):
        return False
    return patterns["working_methods.general"].search(text, start) is not None


KIND = FactKind("working methods", WorkingMethods, find, "resources", 101, always=True)
