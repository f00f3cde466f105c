"""Verb groups that begin with an auxiliary or "to": what the auxiliaries say of the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from precis.facts.clauses.clause import Mood, Voice
from precis.facts.clauses.grammar import ClauseGrammar
from precis.facts.clauses.tokens import Group, Token

__all__ = ["with_auxiliary"]

_ASIDE = 18
"""Words between commas, at most, that stand between an auxiliary and its verb."""


def with_auxiliary(tokens: Sequence[Token], first: int, grammar: ClauseGrammar) -> Group | None:
    """The group that begins with an auxiliary or "to"; None for a "to" that is a preposition."""
    auxiliaries: list[Token] = []
    place, end = first, len(tokens)
    while place < end:
        token = tokens[place]
        if token.kind in "hbdm" or (token.kind == "t" and (place == first or _goes_on(tokens, place, grammar))):
            auxiliaries.append(token)
        elif token.kind == "," and auxiliaries:
            after = _behind_aside(tokens, place)
            if after is None:
                break
            place = after
            continue
        elif not (token.kind in "ang" or (token.kind == "s" and token.low in ("since", "once"))):
            break
        place += 1
    # "not to adopt": what denies an infinitive stands before it.
    denied = first - 1 if first and tokens[first].kind == "t" and tokens[first - 1].kind == "n" else first
    told = _told(tokens[denied:place], auxiliaries, grammar)
    if auxiliaries[0].low in grammar.around["gerunds"] and _opens_phrase(tokens, first, grammar):
        made = _of_known if place < end and tokens[place].kind == "v" else None
        group = made(tokens, first, place, auxiliaries, told, grammar) if made else None
        unknown = group or _of_unknown(tokens, first, place, auxiliaries, told, grammar)
        return None if unknown is None else replace(unknown, form="ing")
    if place < end and tokens[place].kind == "v":
        return _of_known(tokens, first, place, auxiliaries, told, grammar)
    return _of_unknown(tokens, first, place, auxiliaries, told, grammar)


def _opens_phrase(tokens: Sequence[Token], first: int, grammar: ClauseGrammar) -> bool:
    """Whether "having" stands where no subject can: at the beginning, behind a comma or a preposition."""
    before = tokens[first - 1] if first else None
    return before is None or before.kind == "," or before.low in grammar.around["prepositions"]


def _goes_on(tokens: Sequence[Token], place: int, grammar: ClauseGrammar) -> bool:
    """Whether "to" behind an auxiliary goes on with its verb: "had to be", "was to adopt"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is not None and tokens[place - 1].kind in "hb" and (after.kind in "bh" or _is_base(after, grammar))


def _is_base(token: Token, grammar: ClauseGrammar) -> bool:
    return token.kind == "v" and "base" in grammar.verbs[token.low].forms


def _behind_aside(tokens: Sequence[Token], comma: int) -> int | None:
    """The verb behind an aside: "had, at its tenth session, adopted"; None where none is."""
    for place in range(comma + 1, min(comma + _ASIDE, len(tokens) - 1)):
        if tokens[place].kind in "hbdm;?":
            return None
        if tokens[place].kind == ",":
            after = tokens[place + 1]
            return place + 1 if after.kind in "bvan" else None
    return None


def _told(
    group: Sequence[Token], auxiliaries: Sequence[Token], grammar: ClauseGrammar
) -> tuple[Mood, bool, bool, bool]:
    """What the auxiliaries say: the mood, whether it is perfect, negated, generic."""
    kinds = "".join(token.kind for token in auxiliaries)
    modal = next((grammar.modals[token.low] for token in auxiliaries if token.kind == "m"), None)
    mood = Mood.DONE
    if modal is not None:
        mood = modal
        if "h" in kinds or "t" in kinds:
            mood = Mood.HYPOTHETICAL
    elif "bt" in kinds:
        mood = Mood.HYPOTHETICAL if "bth" in kinds else Mood.PLANNED
    elif kinds.startswith("ht"):
        mood = Mood.RECOMMENDED
    negated = any(token.kind == "n" or token.low == "cannot" for token in group)
    generic = any(token.kind == "g" for token in group)
    return mood, kinds.startswith("h"), negated, generic


def _of_known(
    tokens: Sequence[Token],
    first: int,
    place: int,
    auxiliaries: Sequence[Token],
    told: tuple[Mood, bool, bool, bool],
    grammar: ClauseGrammar,
) -> Group | None:
    verb = grammar.verbs[tokens[place].low]
    mood, perfect, negated, generic = told
    last = auxiliaries[-1].kind
    form: Literal["to", "finite"] = "to" if auxiliaries[0].kind == "t" else "finite"
    voice = Voice.ACTIVE
    if last == "b":
        if "ing" in verb.forms:
            mood = Mood.ONGOING if mood is Mood.DONE else mood
        elif "participle" in verb.forms:
            voice = Voice.PASSIVE
            # "was being examined"
            goes_on = len(auxiliaries) > 1 and auxiliaries[-1].low in grammar.around["gerunds"]
            mood = Mood.ONGOING if goes_on and mood is Mood.DONE else mood
        else:
            return _of_unknown(tokens, first, place, auxiliaries, told, grammar)
    elif last == "h" and "participle" not in verb.forms:
        return _of_unknown(tokens, first, place, auxiliaries, told, grammar)
    elif last in "mdt" and "base" not in verb.forms:
        return None if form == "to" else _of_unknown(tokens, first, place, auxiliaries, told, grammar)
    return Group(first, place, place, verb.lemma, form, voice, mood, perfect, negated, generic)


def _of_unknown(
    tokens: Sequence[Token],
    first: int,
    place: int,
    auxiliaries: Sequence[Token],
    told: tuple[Mood, bool, bool, bool],
    grammar: ClauseGrammar,
) -> Group | None:
    """A group whose verb is not known, or that is all auxiliaries: "was due", "had doubts"."""
    if auxiliaries[0].kind == "t" and len(auxiliaries) == 1:
        return None
    mood, perfect, negated, generic = told
    form: Literal["to", "finite"] = "to" if auxiliaries[0].kind == "t" else "finite"
    last = auxiliaries[-1]
    end = max(place - 1, first)
    after = tokens[place].low if place < len(tokens) and tokens[place].kind == "w" else ""
    if last.kind == "d" and form == "to":
        return Group(first, end, end, "do", form, Voice.ACTIVE, mood, perfect, negated, generic)
    if last.kind == "b":
        passive = after.endswith(("ed", "en"))
        return Group(
            first,
            place if passive else end,
            place if after else end,
            "be",
            form,
            Voice.PASSIVE if passive else Voice.ACTIVE,
            mood,
            perfect,
            negated,
            generic,
        )
    if last.kind == "h" and not after.endswith(("ed", "en")):
        # "would have their reports considered": here "have" is the verb, and no auxiliary.
        mood = _told(tokens[first:end], auxiliaries[:-1], grammar)[0] if len(auxiliaries) > 1 else mood
        return Group(first, end, end, "have", form, Voice.ACTIVE, mood, perfect, negated, generic)
    return Group(
        first, place if after else end, place if after else end, "", form, Voice.ACTIVE, mood, perfect, negated, generic
    )
