"""What the facts of meetings have in common: who was met, what was spoken of, and on which day."""

from __future__ import annotations

from precis.facts.clauses import Clause
from precis.facts.context import Context
from precis.facts.dates import date_of
from precis.facts.fact import Encounter

__all__ = [
    "bare",
    "day_of",
    "day_of_clause",
    "encounter",
    "far_end",
    "subject_of",
    "topic_of",
    "whole_behind",
    "whom_of",
]


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
    vague = context.patterns["meeting.nobody"].fullmatch(topic) or context.patterns["meeting.vague_topic"].fullmatch(
        topic
    )
    return "" if vague else topic


def topic_of(context: Context, words: str) -> str:
    """What was spoken of, without the verb: "the vacant posts" of "discuss the vacant posts"."""
    return context.patterns["meeting.end"].split(context.patterns["meeting.verb"].sub("", words))[0].strip(" .,")


def day_of_clause(context: Context, clause: Clause, rest: str) -> str:
    """The day: before the verb, or right behind who was met."""
    first = _own_start(context, clause)
    same = [each for each in context.clauses if each.subject == clause.subject and each.antecedent == (0, 0)]
    # "had met with X on 14 May and had been briefed by Y": the day is of the first alone
    earlier = [each.verb[0] for each in same if each.verb[1] <= clause.verb[0] and each.done and not clause.bare]
    end = min(earlier, default=clause.verb[0])
    before = list(context.patterns["meeting.on_day"].finditer(context.text[first : max(first, end)]))
    near = max((each.object[1] for each in same if each.object[1] <= clause.verb[0]), default=clause.verb[0])
    # "had met them and on 30 August had taken part": the day between the two is of the second
    before = list(context.patterns["meeting.on_day"].finditer(context.text[near : clause.verb[0]])) or before
    if before:
        told = day_of(context, before[-1]["date"])
        if told:
            return told
    behind = context.patterns["meeting.on_day"].search(rest)
    return day_of(context, behind["date"]) if behind else ""


def _own_start(context: Context, clause: Clause) -> int:
    """Where a clause begins that another stands before: "had met with X on 15 July, and members had taken part"."""
    if context.patterns["meeting.opens"].search(context.text, 0, clause.subject[0]):
        return clause.subject[0]
    joined = context.patterns["meeting.and_clause"]
    own = [each for each in context.clauses if each.done and each.perfect and each.verb[1] <= clause.subject[0]]
    if own and own[0].subject != clause.subject:
        # "had taken part in it in May, and the day before the session they had been briefed"
        parted = list(context.patterns["meeting.parted"].finditer(context.text, own[0].verb[1], clause.subject[0]))
        if parted:
            return parted[-1].end()
    ends = (each.object[1] for each in context.clauses if each.done and each.object[1] <= clause.subject[0])
    return next(
        (end for end in sorted(ends, reverse=True) if joined.fullmatch(context.text[end : clause.subject[0]])), 0
    )


def day_of(context: Context, words: str) -> str:
    """A date, if it is not to come; a month alone is that of the meeting's year or the one before."""
    return words if words in context.words.months else date_of(context, words)


def whole_behind(context: Context, clause: Clause) -> str:
    """What stands behind the verb, purposes included: "met with the Director to discuss the vacant posts"."""
    return context.text[clause.verb[1] : far_end(context, clause)]


def far_end(context: Context, clause: Clause) -> int:
    """Where the clause ends, with the infinitives of purpose and the relative clauses that follow."""
    text, end = context.text, clause.object[1]
    for other in context.clauses:
        is_purpose = other.verb[0] >= clause.verb[1] and other.governor == clause.lemma and other.object[1] > end
        if is_purpose and not text[end : other.verb[0]].strip(" ,"):
            end = other.object[1]
    if context.patterns["meeting.relative"].match(text, end) or context.patterns["meeting.asking"].match(text, end):
        stop = text.find(";", end)
        return len(text) if stop < 0 else stop
    return end


def encounter(context: Context, clause: Clause, words: str, manner: str, subject: str) -> Encounter:
    """The meeting with those whom words begin with, in a manner, on a subject or on what the words tell."""
    whom, rest = whom_of(context, context.patterns["meeting.aside"].sub("", words, count=1))
    dated = f"{whom}{rest}" if manner == "took part in" else rest
    told = subject or subject_of(context, rest)
    at = context.at(clause.verb[0], clause.object[1])
    return Encounter(at, bare(context, whom), manner, told, day_of_clause(context, clause, dated))
