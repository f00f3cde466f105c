"""Communications from individuals, by their outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Clause, Mood, Voice
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match, governing
from precis.facts.kinds.kind import FactKind
from precis.language.states import State

__all__ = ["KIND", "Communication"]

_FOUND = frozenset(("violation", "no violation"))
_INADMISSIBLE = "inadmissible"


@dataclass(frozen=True, slots=True)
class Communication(Fact):
    """Communications by outcome: "violation", "no violation", "merits", "inadmissible", "discontinued" and so on."""

    kind: ClassVar[str] = "communication"

    outcome: str
    count: int | None = None
    state: State | None = None


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The communications that a sentence tells of, by outcome."""
    told = list(_told(context, matches))
    yield from told
    found = {fact.outcome for fact in told if isinstance(fact, Communication)}
    if context.state is None and _is_of_communications(context):
        yield from (fact for fact in _in_each(context) if fact.outcome not in found)


def _in_each(context: Context) -> Iterator[Communication]:
    """What was found in each: "In one of them, which concerned Chad, it had found a violation; in another, none"."""
    if context.find("communication.elsewhere"):
        return
    for match in context.patterns["communication.in_each"].finditer(context.text):
        what = match["what"] or match["whole"]
        outcome = "no violation" if context.patterns["communication.none_found"].search(what) else "violation"
        states = list(context.states.find(match["aside"] or ""))
        state = states[0].state if len(states) == 1 else None
        count = context.words.counts.of(match["count"]) if match["count"] else 1
        yield Communication(context.at(*match.span()), outcome, count, state)


def _told(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """What the verbs of a sentence tell, and the forms that have none of their own."""
    about = context.patterns["communication.about"]
    for match in matches:
        clause, outcome = match.clause, match.frame.sense
        if context.patterns["communication.person"].fullmatch(clause.marker):
            continue  # "the case of a nurse who had been suspended"
        words = _words(context, match)
        if not about.search(words) and not _is_of_communications(context):
            continue
        at = context.at(clause.verb[0], clause.object[1])
        found = match.frame.under or clause.governor in context.words.verbs["actors.finding"]
        lead = _lead(context, governing(context, clause) if found else clause)
        one_of_two = (
            context.patterns["communication.and_inadmissible"].search(words) if outcome == _INADMISSIBLE else None
        )
        if one_of_two is not None:
            # "had been found admissible and one inadmissible"
            yield Communication(at, outcome, context.words.counts.of(one_of_two["count"]))
            continue
        for each, part in _parts(context, outcome, words):
            count, state = _count(context, part, lead), _state(context, part, lead, clause)
            whole = _counted(context, part.partition(",")[0]) if each == "registered" else None
            if whole is not None and count is not None and whole > count:
                count = whole  # "had registered 46 cases, 17 of them against a single State"
            if count is None and _is_one(context, each, part, state):
                count = 1
            if count is not None or state is not None or each in _FOUND:
                yield Communication(at, each, count, state)
        yield from _had_not(context, clause) if outcome == "violation" else ()
    adopting = context.words.verbs["communication.adopting"]
    if context.state is None and any(clause.done and clause.lemma in adopting for clause in context.clauses):
        yield from _finding(context)
    if context.state is None and not any(match.frame.sense == "pending" for match in matches):
        yield from _backlog(context)
    if context.state is None:
        yield from _said_shortly(context)


_BACKLOG = ("there_were", "backlog", "backlog_of", "brought_to", "awaiting", "so_many", "left")
"""The forms in which the number of pending communications is told without a verb of its own."""


def _backlog(context: Context) -> Iterator[Fact]:
    """How many are pending: "with 58 pending cases", "164 communications awaiting a decision"."""
    if context.find("communication.elsewhere"):
        return
    found = (context.find(f"communication.{name}") for name in _BACKLOG)
    match = next(filter(None, found), None)
    count = context.words.counts.of(match["count"]) if match else None
    before = [each for each in context.clauses if match and each.verb[0] < match.start("count")]
    if before and before[-1].mood not in (Mood.DONE, Mood.ONGOING, Mood.GENERIC):
        return
    if match is not None and count is not None:
        yield Communication(context.at(*match.span()), "pending", count)


def _said_shortly(context: Context) -> Iterator[Fact]:
    """What hangs on no verb of its own: "none in the other two", "With 14 registered since May"."""
    for outcome, name in (
        ("no violation", "none_in"),
        ("no violation", "found_none"),
        ("no violation", "so_many_none"),
        ("registered", "with_registered"),
        ("merits", "on_merits"),
    ):
        match = context.find(f"communication.{name}")
        if match is not None and _is_of_communications(context):
            yield Communication(context.at(*match.span()), outcome, context.words.counts.of(match["count"]))


def _had_not(context: Context, clause: Clause) -> Iterator[Fact]:
    """The others of "five had disclosed a violation and four had not"."""
    after = next((each for each in context.clauses if each.verb[0] >= clause.verb[1]), None)
    if after is None or not after.negated or after.lemma not in context.words.verbs["communication.auxiliary"]:
        return
    count = context.words.counts.of(after.words(after.subject))
    if count and not after.words(after.object).strip(" .,;"):
        yield Communication(context.at(*after.verb), "no violation", count)


def _finding(context: Context) -> Iterator[Fact]:
    """The outcomes of Views that say what they find: "had adopted Views finding violations in 12 cases"."""
    match = context.find("communication.finding")
    for outcome, part in _parts(context, "violation", match["what"]) if match else ():
        if context.patterns["communication.violation"].search(part):
            none = context.patterns["communication.none"].search(part)
            at = context.at(*match.span()) if match else context.at()
            outcome = "no violation" if none else outcome
            yield Communication(at, outcome, _count(context, part, ""), _state(context, part, "", context.clauses[0]))


def _words(context: Context, match: Match) -> str:
    """The words that say how many and against whom: behind the verb, or the subject of a passive and what follows."""
    clause, text = match.clause, context.text
    behind = text[clause.verb[1] : clause.object[1]]
    if (
        clause.voice is Voice.PASSIVE
        or match.frame.under
        or clause.lemma in context.words.verbs["communication.counting"]
    ):
        return f"{text[slice(*clause.subject)]} {behind}"
    if clause.antecedent != (0, 0) and clause.gap != "subject":
        return f"{text[clause.antecedent[0] : clause.verb[0]]} {behind}"
    return behind


def _lead(context: Context, clause: Clause) -> str:
    """What stands before the subject of a clause: "in the case against Denmark", "in three communications"."""
    other = context.patterns["communication.in_other"].search(context.text[: clause.subject[0]])
    if other is not None:
        return f"{other[0]} "
    before = [each.object[1] for each in context.clauses if each.verb[1] <= clause.verb[0] and not each.bare]
    first = max((end for end in before if end <= clause.verb[0]), default=0)
    return context.text[first : max(first, clause.subject[0] if clause.subject[0] >= first else clause.verb[0])]


def _is_of_communications(context: Context) -> bool:
    """Whether the sentence or the one before speaks of communications: "it had found violations in four" needs one."""
    before = context.before.text if context.before is not None else ""
    return context.patterns["communication.about"].search(f"{before} {context.text}") is not None


def _parts(context: Context, outcome: str, words: str) -> Iterator[tuple[str, str]]:
    """The outcomes of "found violations in four cases and no violation in one", each with its words."""
    pieces = context.patterns["communication.joined"].split(words) if outcome in _FOUND else ()
    if len(pieces) < 2:
        yield outcome, words
    for piece in pieces if len(pieces) > 1 else ():
        if context.patterns["communication.none"].search(piece):
            yield "no violation", piece
        elif context.patterns["communication.violation"].search(piece):
            yield "violation", piece


def _count(context: Context, words: str, lead: str) -> int | None:
    """How many: of what is acted upon, "in 17 of which", or of what stands before the subject."""
    patterns, counts = context.patterns, context.words.counts
    one_in = patterns["communication.one_in"].search(f"{lead} {words}")
    if one_in is not None:
        return counts.of(one_in["count"])
    of_which = patterns["communication.of_which"].search(f"{words} {lead}")
    if of_which is not None:
        return counts.of(of_which["count"])
    if patterns["communication.all_of"].search(words):
        return _counted(context, context.text[: context.text.find(words.strip())])
    if patterns["communication.in_other"].search(lead):
        return 1
    for part in (words, lead):
        number = _counted(context, part)
        if number is not None:
            return number
    whole = patterns["communication.all_so_many"].search(words)
    if whole is not None:
        return counts.of(whole["count"])
    led = context.find("communication.lead_in")
    return counts.of(led["count"]) if led is not None and led.end() + _GAP > context.text.find(words.strip()) else None


_GAP = 2
"""Letters between the verb and what it acts upon."""


def _counted(context: Context, words: str) -> int | None:
    patterns, counts = context.patterns, context.words.counts
    for noun in patterns["communication.noun"].finditer(words):
        number = counts.before(words, noun.start())
        if number:
            return number
        is_one = patterns["communication.this"].search(words[: noun.end()])
        if is_one or patterns["communication.of_number"].match(words, noun.end()):
            return 1
    for name in ("start", "one", "reached"):
        told = patterns[f"communication.{name}"].search(words.strip())
        if told is not None:
            return counts.of(told["count"]) or 1
    return None


def _is_one(context: Context, outcome: str, words: str, state: State | None) -> bool:
    """Whether a single one is meant: a violation by one State, or "its consideration had been discontinued"."""
    if outcome not in _FOUND:
        return context.patterns["communication.its"].match(words.partition(".")[0]) is not None
    return state is not None and context.patterns["communication.several"].search(words) is None


def _state(context: Context, words: str, lead: str, clause: Clause) -> State | None:
    """The State concerned: named in the clause, before its subject, or with all the communications told of."""
    words = context.patterns["communication.aside"].sub("", words)
    for part in (words, lead):
        found = list(context.states.find(part))
        if found:
            return found[0].state if len(found) == 1 else None
    if context.patterns["communication.against_it"].search(words):
        named = [each.state for each in context.found if each.end <= clause.verb[0]]
        return named[-1] if named else None
    brought = context.patterns["communication.brought"].match(context.text, clause.object[1])
    if brought is not None:
        found = list(context.states.find(context.text[brought.end() :]))
        return found[0].state if len(found) == 1 else None
    against = context.patterns["communication.all_against"].search(context.text, 0, clause.verb[0])
    found = list(context.states.find(context.text[against.end() : clause.verb[0]])) if against else []
    return found[0].state if len(found) == 1 else None


KIND = FactKind("communication", Communication, find, "decisions", 60, always=True)
