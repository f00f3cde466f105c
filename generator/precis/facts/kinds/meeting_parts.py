"""What the facts of meetings have in common: who was met, what was spoken of, and on which day."""

from __future__ import annotations

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.dates import date_of

__all__ = ["bare", "day_of", "day_of_clause", "subject_of", "topic_of", "whom_of"]


def bare(context: Context, words: str) -> str:
    """Words without what leads to them and without the marks around them."""
    return context.patterns["meeting.lead"].sub("", words.strip(" .,;"))


_NEXT = 8
"""Letters behind "on" that show whether a name goes on."""


def whom_of(context: Context, rest: str) -> tuple[str, str]:
    """The people met, and what follows them; "on" in a name parts nothing."""
    at = 0
    stops, fixed = context.patterns["meeting.stop"], context.patterns["meeting.fixed_on"]
    while (stop := stops.search(rest, at)) is not None:
        inside = fixed.search(rest, max(0, stop.start() - 30), stop.end() + _NEXT)
        dated = context.patterns["dates.date"].match(rest, stop.end())
        if dated or inside is None or not stop[0].startswith(" on") or inside.end("name") != stop.start():
            break
        at = stop.end()
    end = stop.start() if stop else len(rest)
    return rest[:end].strip(" .,"), rest[end:]


def subject_of(context: Context, rest: str) -> str:
    """What was spoken of: behind "on", "to discuss" or "to whom she had explained"."""
    match = context.patterns["meeting.subject"].match(context.patterns["meeting.day"].sub("", rest))
    if match is None or context.patterns["dates.date"].fullmatch(match["subject"].strip(" .")):
        return ""
    told = context.patterns["meeting.told"].match(match["subject"])
    topic = topic_of(context, told["told"] if told else match["subject"])
    return "" if context.patterns["meeting.nobody"].fullmatch(topic) else topic


def topic_of(context: Context, words: str) -> str:
    """What was spoken of, without the verb: "the vacant posts" of "discuss the vacant posts"."""
    return context.patterns["meeting.end"].split(context.patterns["meeting.verb"].sub("", words))[0].strip(" .,")


def day_of_clause(context: Context, clause: Clause, rest: str) -> str:
    """The day: before the verb, or right behind who was met."""
    before = list(context.patterns["meeting.on_day"].finditer(context.text[: clause.verb[0]]))
    if before:
        told = day_of(context, before[-1]["date"])
        if told:
            return told
    behind = context.patterns["meeting.on_day"].search(rest)
    return day_of(context, behind["date"]) if behind else ""


def day_of(context: Context, words: str) -> str:
    """A date, if it is not to come; a month alone is that of the meeting's year or the one before."""
    return words if words in context.words.months else date_of(context, words)
