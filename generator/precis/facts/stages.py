"""How far a text of the Committee has come by a clause: adopted in some way, discussed, planned, launched."""

from __future__ import annotations

from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Stage
from precis.facts.frames import Match
from precis.facts.mentions import Mention

__all__ = ["how_adopted", "stage_of"]

_NOT_DISCUSSED = frozenset(
    (
        "concluding observations",
        "views",
        "list of issues",
        "list of issues prior to reporting",
        "decision",
        "chapter",
        "agenda",
        "follow-up report",
    )
)
"""Texts of which the work that leads to them is no event of its own."""

_HOW = (
    Stage.PROVISIONALLY_ADOPTED,
    Stage.ON_FIRST_READING,
    Stage.ORALLY_REVISED,
    Stage.SUBJECT_TO_DRAFTING,
    Stage.AS_AMENDED,
)
"""The ways of being adopted, in the order in which their words are looked for."""


def stage_of(context: Context, match: Match, mention: Mention) -> Stage | None:
    """How far the text has come by this clause; None where it tells of no event of the text."""
    clause, sense = match.clause, match.frame.sense
    if context.patterns["adopted.passing"].fullmatch(clause.marker):
        return None  # "in the years since general comment No. 8 had been adopted"
    if sense == "adopted":
        return how_adopted(context, clause, mention) if _is_event(context, clause, mention) else None
    if sense == "discussed":
        return Stage.DISCUSSED if _is_discussed(context, clause, mention) else None
    if sense == "launched" and clause.mood is Mood.PURPOSE:
        holding = context.words.verbs["adopted.holding"]
        return Stage.LAUNCHED if any(each.done and each.lemma in holding for each in context.clauses) else None
    if clause.mood is Mood.POSSIBLE and _may_still_be(context, clause):
        return None
    return Stage(sense)


def _may_still_be(context: Context, clause: Clause) -> bool:
    """Whether what could not be done only waits: "could not be adopted until the replies were in"."""
    after = next((each for each in context.clauses if each.verb[0] >= clause.verb[1]), None)
    return after is not None and context.grammar.markers.get(after.marker) in (Mood.CONDITIONAL, Mood.GENERIC)


def _is_event(context: Context, clause: Clause, mention: Mention) -> bool:
    """Whether something was adopted at a time: "had adopted", or what is definite; not what is the custom."""
    if (
        clause.perfect
        or clause.mood is not Mood.DONE
        or context.procedure
        or context.find("adopted.no_objection") is not None
        or (clause.form in ("to", "ing") and clause.governor)
    ):
        return True
    words = clause.text[mention.start : mention.until]
    return (
        context.patterns["adopted.definite"].search(words) is not None
        or next(context.states.find(words), None) is not None
    )


def _is_discussed(context: Context, clause: Clause, mention: Mention) -> bool:
    discussed = clause.lemma in context.words.verbs["adopted.discussing"]
    told = mention.kind.name in ("annual report", "paragraphs")
    if mention.kind.name in _NOT_DISCUSSED or (told and not discussed):
        return False
    between = (
        clause.text[clause.object[0] : mention.start]
        if clause.voice is Voice.ACTIVE and mention.start >= clause.object[0]
        else clause.text[slice(*clause.subject)]
    )
    if clause.lemma in context.words.verbs["adopted.working"] and not context.patterns["adopted.of_work"].search(
        between
    ):
        return False
    if clause.mood is Mood.PURPOSE:
        met = [each for each in context.clauses if each.done and each.perfect and each.verb[0] < clause.verb[0]]
        return bool(met) and not context.patterns["adopted.with"].search(clause.text, met[-1].verb[1], clause.verb[0])
    return clause.perfect or clause.mood is Mood.ONGOING


def how_adopted(context: Context, clause: Clause, mention: Mention | None = None) -> Stage:
    """The way of being adopted that the words of the clause say; of a line of procedure, all of its words.

    What stands right before another text is said of that: "the agenda and, with that change, the programme of work".
    """
    text = context.text
    start = min(clause.subject[0], clause.verb[0]) if clause.subject != (0, 0) else clause.verb[0]
    led = context.patterns["adopted.with_changes"].search(text, 0, start)
    start = led.start() if led is not None else start
    end = max(clause.object[1], clause.verb[1])
    that = context.patterns["adopted.that"].match(text, end)  # "on the understanding" / "that"
    span = (0, len(text)) if context.procedure else (start, that.end() if that else end)
    for stage in _HOW:
        match = context.patterns[f"adopted.{stage}"].search(text, *span)
        if match is not None and not (mention and mention.start < match.start() and _is_of_next(context, match.end())):
            return stage
    return Stage.ADOPTED


def _is_of_next(context: Context, end: int) -> bool:
    """Whether another text follows at once."""
    after = context.words.mention.search(context.text, end)
    return (
        after is not None and context.patterns["adopted.next"].fullmatch(context.text, end, after.start()) is not None
    )
