"""Decisions: "It was so decided" with its proposal, lines of procedure, and what a speaker says was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Decision, Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.proceedings import ProcedureKind, normal

__all__ = ["KIND"]


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """What was decided, in the words of the proposal or of the speaker."""
    _remember(context)
    line = context.line
    if line is not None and line.kind is ProcedureKind.DECISION:
        unopposed, proposal = context.memory.unopposed
        context.memory.unopposed = ("", None)
        if unopposed and not context.memory.gave:
            yield Decision(context.at(), unopposed, proposal)
        elif line.decision is not None and not context.memory.gave:
            text = normal(line.decision.text)
            what = _proposed(context, text)
            bare = any(context.patterns[f"decision.{name}"].search(text) for name in ("bare", "so_wished"))
            vague = bare or context.patterns["decision.vague"].fullmatch(what) is not None
            several = context.patterns["decision.several"].search(what) is not None
            on_terms = not several and context.patterns["decision.terms"].search(what) is not None
            what = _filled(context, what) if several else what
            told = "; ".join(context.memory.proposals) if on_terms else context.memory.proposed if vague else ""
            if not told and context.patterns["decision.as_told"].search(what):
                earlier = next((each for each in reversed(context.memory.proposals) if each not in what), "")
                told = f"{what}: {earlier}" if earlier else ""
            told = told or ("" if several else _nth(context, what)) or what
            if context.memory.worded and context.patterns["decision.instead"].search(told):
                told = f"{context.memory.worded}: {told}"
            yield Decision(context.at(), told, context.proposal)
        context.memory.worded = ""
        context.memory.proposals.clear()
        context.memory.made.clear()
        return
    for match in matches:
        clause = match.clause
        if (
            clause.governor in context.words.verbs["decision.asking"]
            or context.decision is not None
            or (clause.antecedent != (0, 0) and clause.marker)  # "the letter that it had decided to send"
            or not (clause.perfect or context.speaker is None or _is_past(context, clause))
        ):
            continue
        if _is_of_both(context, clause):
            continue
        what = _what(context, clause, taken=match.frame.sense == "taken")
        if what and not context.patterns["decision.adopts"].match(what) and not _is_opinion(context, clause, what):
            yield Decision(context.at(clause.verb[0], clause.object[1]), what)


_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "latter": -1, "last": -1}
"""Which of the proposals since the last decision a word tells."""


def _nth(context: Context, what: str) -> str:
    """The proposal that "the first of those proposals" is; empty where none was noted."""
    if context.patterns["decision.both"].search(what):
        return "; ".join(context.memory.made[-2:])
    match, made = context.patterns["decision.nth"].search(what), context.memory.made
    place = _PLACES[match["which"].lower()] if match else 0
    return made[place] if match and -len(made) <= place < len(made) else ""


def _filled(context: Context, what: str) -> str:
    """What was decided, with the words of "the first proposal" and "the latter suggestion" in their place."""
    made = context.memory.made

    def proposal(match: re.Match[str]) -> str:
        place = _PLACES[match["which"].lower()]
        return f"{match[0]} ({made[place]})" if -len(made) <= place < len(made) else match[0]

    return context.patterns["decision.nth"].sub(proposal, what)


def _is_past(context: Context, clause: Clause) -> bool:
    """Whether a verb in the past stands alone with what was decided: "it was agreed that the Secretary would write"."""
    return context.patterns["decision.past"].search(clause.words(clause.verb)) is not None


def _is_of_both(context: Context, clause: Clause) -> bool:
    """Whether those agreed who had met before: "had met with the ILO … It had been agreed that a day would be held"."""
    nobody = clause.voice is Voice.PASSIVE and clause.agent == (0, 0)
    agreed = clause.lemma in context.words.verbs["decision.agreeing"] and nobody
    before = context.before.text if context.before is not None else ""
    return agreed and context.patterns["decision.with_others"].search(before) is not None


def _what(context: Context, clause: Clause, *, taken: bool) -> str:
    """What was decided: "to hold …", "that …"; behind "the decision" where one was taken."""
    behind = context.text[clause.verb[1] : _end(context, clause.verb[1])]
    if taken:
        noun = context.patterns["decision.noun"].match(behind)
        behind = behind[noun.end() :] if noun else behind if clause.voice is Voice.PASSIVE else ""
        return behind.strip(" .,;") if context.patterns["decision.ours"].match(behind.strip()) else ""
    what = context.patterns["decision.aside"].sub("", behind)
    what = context.patterns["decision.next_act"].split(what)[0].strip(" .,;")
    return what if context.patterns["decision.what"].match(what) else ""


def _is_opinion(context: Context, clause: Clause, what: str) -> bool:
    """Whether one agreed to an opinion only: "agreed that it was important", not "agreed that it would meet"."""
    agreed = clause.lemma in context.words.verbs["decision.agreeing"]
    if not agreed or not context.patterns["decision.opinion"].match(what):
        return False
    after = next((each for each in context.clauses if each.verb[0] > clause.verb[0]), None)
    is_to_do = after is not None and after.mood in (Mood.PLANNED, Mood.RECOMMENDED, Mood.PROPOSED)
    return not is_to_do or (after is not None and after.lemma == "be" and after.voice is Voice.ACTIVE)


def _remember(context: Context) -> None:
    """Remember what is proposed, for "the Committee endorsed the proposal" below."""
    unopposed = context.find("decision.unopposed")
    if unopposed is not None:
        context.memory.unopposed = (unopposed["what"], context.at())
    elif context.speaker is not None and context.begins:
        context.memory.unopposed = ("", None)
    agreement = context.find("decision.agreement") if context.presided else None
    if agreement is not None:
        context.memory.proposed = agreement["what"].strip(" .;")
        context.memory.proposals.append(context.memory.proposed)
        context.memory.made.append(context.memory.proposed)
    named = context.find("decision.named")
    if named is not None:
        context.memory.proposed = named[0].strip(" .;")
    worded = context.find("decision.worded")
    context.memory.worded = worded[0] if worded is not None else context.memory.worded
    proposing = context.words.verbs["decision.proposing"]
    for clause in context.clauses if not context.lemmas.isdisjoint(proposing) else ():
        if clause.lemma in proposing and clause.done and not clause.bare:
            what = context.patterns["decision.that"].sub("", context.text[clause.verb[1] :].strip(" .;"))
            context.memory.proposed = what
            context.memory.proposer = context.speaker.label if context.speaker is not None else ""
            context.memory.proposals.append(what)
            context.memory.made.append(what)
    for clause in context.clauses if not context.lemmas.isdisjoint(context.words.verbs["decision.wishing"]) else ():
        if clause.lemma in context.words.verbs["decision.wishing"] and clause.done and not context.presided:
            context.memory.proposals.append(context.text[clause.verb[1] :].strip(" .;"))


def _end(context: Context, start: int) -> int:
    stop = context.text.find(";", start)
    return len(context.text) if stop < 0 else stop


def _proposed(context: Context, text: str) -> str:
    match = context.patterns["decision.proposal"].search(text)
    what = next((part for part in match.groups() if part), "") if match else ""
    return (what or context.patterns["decision.lead"].sub("", text)).strip(" .:")


KIND = FactKind("decision", Decision, find, "decisions", 40, always=True)
