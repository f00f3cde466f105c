"""The days of the acts of States: one for an act, or one for each State or treaty that a sentence names."""

from __future__ import annotations

import re

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.language.states import State

__all__ = ["both_days", "date_of_act", "each_day"]


def both_days(context: Context, clause: Clause, dated: list[tuple[State, str]]) -> list[tuple[State, str]]:
    """Two States with the days of "on 19 December and 30 September 2005 respectively"."""
    days = _in_turn(context, clause)
    return [(dated[0][0], days[0]), (dated[1][0], days[1])] if days else dated


def each_day(context: Context, clause: Clause, day: str) -> tuple[str, str]:
    """The days on which a State acted on each of two treaties; one for both where they are not told apart."""
    return _in_turn(context, clause) or (day, day)


def _in_turn(context: Context, clause: Clause) -> tuple[str, str] | None:
    """Two days that stand for two things named before; the year may be of both. None where there are no such."""
    told = context.patterns["ratification.both_days"].search(context.text, clause.verb[1])
    if told is None:
        return None
    former, year = told["former"], told["year"] or told["month_year"] or ""
    if former.isdigit():  # "on 1 and 9 June": the month is of both
        former = f"{former} {told['latter'].split()[1]}"
    whole = former if not year or former.endswith(year) or former[-4:].isdigit() else f"{former} {year}"
    return whole, told["latter"]


def date_of_act(context: Context, clause: Clause) -> str:
    """The date of an act: behind the verb, or at the beginning of the sentence; or else its year."""
    behind = context.text[clause.verb[1] : clause.object[1]]
    head = context.patterns["ratification.head"].match(context.text)
    near = (behind, head[1] if head else "")
    day = next(filter(None, (date_of(context, words) for words in near)), "") or _year(context, (behind, head))
    month = None if day else context.patterns["ratification.month"].search(behind)
    of_both = None if day or month else context.patterns["ratification.both_on"].search(context.text, clause.object[1])
    return month["date"] if month else date_of(context, of_both["date"]) if of_both else day


def _year(context: Context, near: tuple[str, re.Match[str] | None]) -> str:
    behind, head = near
    told = context.patterns["ratification.year"].search(behind)
    told = told or (context.patterns["ratification.year"].search(head[0].lower()) if head else None)
    past = told is not None and (context.held is None or int(told["date"]) <= context.held.year)
    return told["date"] if told is not None and past else ""
