"""Communications from individuals, by their outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from precis.facts.clauses import Clause, Voice
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind
from precis.language.states import State

__all__ = ["KIND", "Communication"]


@dataclass(frozen=True, slots=True)
class Communication(Fact):
    """Communications by outcome: "violation", "no violation", "merits", "inadmissible", "discontinued" and so on."""

    kind: ClassVar[str] = "communication"

    outcome: str
    count: int | None = None
    state: State | None = None


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """The communications that a sentence tells of, by outcome."""
    for match in matches:
        clause, outcome = match.clause, match.frame.sense
        words = _words(context, clause)
        if not context.patterns["communication.about"].search(words) and not _is_of_communications(context):
            continue
        for each, part in _parts(context, outcome, words):
            at = context.at(clause.verb[0], clause.object[1])
            yield Communication(at, each, _count(context, part), _state(context, part))
    backlog = context.patterns["communication.backlog"].search(context.text)
    if backlog is not None and context.state is None and not any(match.frame.sense == "pending" for match in matches):
        yield Communication(context.at(*backlog.span()), "pending", context.words.counts.of(backlog["count"]))


def _words(context: Context, clause: Clause) -> str:
    """The words that say how many and against whom: behind the verb, or the subject of a passive and what follows."""
    text = context.text
    behind = text[clause.verb[1] : clause.object[1]]
    if clause.voice is Voice.PASSIVE or clause.lemma in ("be", "remain", "reveal", "show"):
        return f"{text[slice(*clause.subject)]} {behind}"
    if clause.antecedent != (0, 0):
        return f"{text[slice(*clause.antecedent)]} {behind}"
    return behind


def _is_of_communications(context: Context) -> bool:
    """Whether the sentence or the one before speaks of communications: "it had found violations in four" needs one."""
    before = context.before.text if context.before is not None else ""
    return context.patterns["communication.about"].search(f"{before} {context.text}") is not None


def _parts(context: Context, outcome: str, words: str) -> Iterator[tuple[str, str]]:
    """The outcomes of "found violations in four cases and no violation in one", each with its words."""
    if outcome not in ("violation", "no violation"):
        yield outcome, words
        return
    pieces = context.patterns["communication.joined"].split(words)
    for piece in pieces:
        if context.patterns["communication.none"].search(piece):
            yield "no violation", piece
        elif context.patterns["communication.violation"].search(piece):
            yield "violation", piece


def _count(context: Context, words: str) -> int | None:
    for noun in context.patterns["communication.noun"].finditer(words):
        number = context.words.counts.before(words, noun.start())
        if number:
            return number
        if context.patterns["communication.this"].search(words[: noun.end()]):
            return 1
    one = context.patterns["communication.one"].search(words) or context.patterns["communication.start"].match(
        words.strip()
    )
    if one is not None:
        return context.words.counts.of(one["count"]) or 1
    return None


def _state(context: Context, words: str) -> State | None:
    found = list(context.states.find(words))
    return found[0].state if len(found) == 1 else None


KIND = FactKind("communication", Communication, find, "decisions", 60, always=True)
