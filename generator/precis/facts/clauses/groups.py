"""The verb groups of a sentence: auxiliaries, adverbs and a verb, read from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from precis.facts.clauses.auxiliaries import with_auxiliary
from precis.facts.clauses.clause import Mood, Voice
from precis.facts.clauses.grammar import ClauseGrammar
from precis.facts.clauses.tokens import Group, Token

__all__ = ["groups_of"]


def groups_of(tokens: Sequence[Token], grammar: ClauseGrammar) -> list[Group]:
    """The verb groups, in order."""
    out: list[Group] = []
    place = 0
    while place < len(tokens):
        kind = tokens[place].kind
        group = None
        if kind in "hbdmt":
            group = with_auxiliary(tokens, place, grammar)
        elif kind == "v":
            group = _without_auxiliary(tokens, place, out, grammar)
        if group is None:
            place += 1
        else:
            out.append(group)
            place = group.last + 1
    return out


def _without_auxiliary(
    tokens: Sequence[Token], place: int, before: Sequence[Group], grammar: ClauseGrammar
) -> Group | None:
    verb = grammar.verbs[tokens[place].low]
    if "ing" in verb.forms:
        if place and tokens[place - 1].low in grammar.determiners:
            return None
        return Group(place, place, place, verb.lemma, "ing")
    if "past" in verb.forms or "participle" in verb.forms:
        first = place
        while first and tokens[first - 1].kind in "ang":
            first -= 1
        if any(tokens[each].low in grammar.determiners for each in {max(first - 1, 0), max(place - 1, 0)}):
            return None
        if _is_adjective(tokens, first, place, grammar):
            return None
        joined = _joined(tokens, first, before, grammar)
        if joined is not None and "participle" in verb.forms:
            return replace(joined, first=first, last=place, head=place, lemma=verb.lemma)
        elliptic = verb.lemma in grammar.around["elliptic"] or _is_behind_number(tokens, first, grammar)
        if elliptic and before and _is_elliptic(tokens, before[-1], first):
            return replace(before[-1], first=first, last=place, head=place, lemma=verb.lemma)
        negated = any(tokens[each].kind == "n" for each in range(first, place))
        generic = any(tokens[each].kind == "g" for each in range(first, place))
        return Group(first, place, place, verb.lemma, "participle", negated=negated, generic=generic)
    joined = _joined(tokens, place, before, grammar)
    if joined is not None and (joined.form == "to" or joined.mood is not Mood.DONE) and joined.voice is Voice.ACTIVE:
        return replace(joined, first=place, last=place, head=place, lemma=verb.lemma)
    return None


def _is_adjective(tokens: Sequence[Token], first: int, place: int, grammar: ClauseGrammar) -> bool:
    """Whether a participle stands between a preposition and its noun: "in closed meeting"."""
    before = tokens[first - 1] if first else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    led = before is not None and before.kind == "w" and before.low in grammar.around["prepositions"]
    return led and after is not None and after.kind == "w" and after.low not in grammar.around["after_participle"]


def _joined(tokens: Sequence[Token], first: int, before: Sequence[Group], grammar: ClauseGrammar) -> Group | None:
    """The group whose auxiliaries a verb shares: "had considered six reports and adopted …"."""
    if not first or not before or tokens[first - 1].kind not in "c,":
        return None
    last = before[-1]
    if tokens[first - 1].kind == "," and (
        last.voice is Voice.PASSIVE or not last.perfect or _hangs_on(tokens, first, grammar)
    ):
        return None
    if last.form in ("finite", "to") and (last.perfect or last.voice is Voice.PASSIVE or last.mood is not Mood.DONE):
        return last
    return None


def _is_elliptic(tokens: Sequence[Token], last: Group, first: int) -> bool:
    """Whether a participle behind a subject of its own shares the auxiliaries: "and Ms. Ito appointed Rapporteur"."""
    joins = [place for place in range(last.last + 1, first - 1) if tokens[place].kind == "c"]
    return last.form == "finite" and last.voice is Voice.PASSIVE and bool(joins)


def _is_behind_number(tokens: Sequence[Token], first: int, grammar: ClauseGrammar) -> bool:
    """Whether a participle has a number alone for its subject: "five had been declared and nine closed"."""
    before = tokens[first - 1] if first > 1 else None
    is_number = before is not None and (before.low in grammar.around["heads"] or before.low[0].isdigit())
    return is_number and tokens[first - 2].kind == "c"


def _hangs_on(tokens: Sequence[Token], place: int, grammar: ClauseGrammar) -> bool:
    """Whether a participle behind a comma says more of the noun before it: ", adopted in 2005"."""
    while place < len(tokens) and tokens[place].kind in "anvg":
        place += 1
    return place == len(tokens) or tokens[place].low in grammar.around["hanging"]
