"""The verb groups of a sentence: auxiliaries, adverbs and a verb, read from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from precis.facts.clauses.clause import Mood, Voice
from precis.facts.clauses.grammar import ClauseGrammar

__all__ = ["Group", "Token", "groups_of", "tokens_of"]

_ASIDE = 18
"""Words between commas, at most, that stand between an auxiliary and its verb."""


_BEHIND_PARTICIPLE = frozenset("by in on at under during pursuant following , ; as".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark. `kind` is one of ClauseGrammar.kind, or "," ";" "?" or "x" (what is closed in itself: a
    parenthesis, a quotation)."""

    start: int
    end: int
    low: str
    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """A verb group: the tokens `first` to `last`. `head` is that of the verb.

    `form` is "finite", "to" (an infinitive), "ing" or "participle" (one without auxiliary, which is a past as well:
    `parse` tells which). `lemma` is empty for a verb that the grammar does not know.
    """

    first: int
    last: int
    head: int
    lemma: str
    form: Literal["finite", "to", "ing", "participle"]
    voice: Voice = Voice.ACTIVE
    mood: Mood = Mood.DONE
    perfect: bool = False
    negated: bool = False
    generic: bool = False


def tokens_of(text: str, grammar: ClauseGrammar) -> list[Token]:
    """The words and marks of a sentence. A parenthesis is one token, and so is a quotation: it says nothing itself."""
    out: list[Token] = []
    for match in grammar.token.finditer(text):
        name, word = match.lastgroup, match[0]
        if name == "word":
            low = word.lower()
            # "May 2014" is no modal, nor is "Will", a name.
            kind = "w" if word[0].isupper() and low in grammar.modals and match.start() else grammar.kind(low)
        elif name == "several":
            low = word.lower()
            kind = grammar.kinds[low]
        elif name == "closed":
            low, kind = "()", "x"
        else:
            low, kind = word, word if word in ",?" else ";"
        if kind != "i":
            out.append(Token(match.start(), match.end(), low, kind))
    return out


def groups_of(tokens: Sequence[Token], grammar: ClauseGrammar) -> list[Group]:
    """The verb groups, in order."""
    out: list[Group] = []
    place = 0
    while place < len(tokens):
        kind = tokens[place].kind
        group = None
        if kind in "hbdmt":
            group = _with_auxiliary(tokens, place, grammar)
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
        joined = _joined(tokens, first, before)
        if joined is not None and "participle" in verb.forms:
            return replace(joined, first=first, last=place, head=place, lemma=verb.lemma)
        negated = any(tokens[each].kind == "n" for each in range(first, place))
        generic = any(tokens[each].kind == "g" for each in range(first, place))
        return Group(first, place, place, verb.lemma, "participle", negated=negated, generic=generic)
    joined = _joined(tokens, place, before)
    if joined is not None and (joined.form == "to" or joined.mood is not Mood.DONE) and joined.voice is Voice.ACTIVE:
        return replace(joined, first=place, last=place, head=place, lemma=verb.lemma)
    return None


def _joined(tokens: Sequence[Token], first: int, before: Sequence[Group]) -> Group | None:
    """The group whose auxiliaries a verb shares: "had considered six reports and adopted …"."""
    if not first or not before or tokens[first - 1].kind not in "c,":
        return None
    last = before[-1]
    if tokens[first - 1].kind == "," and (last.voice is Voice.PASSIVE or not last.perfect or _hangs_on(tokens, first)):
        return None
    if last.form in ("finite", "to") and (last.perfect or last.voice is Voice.PASSIVE or last.mood is not Mood.DONE):
        return last
    return None


def _hangs_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a participle behind a comma says more of the noun before it: ", adopted in 2005"."""
    while place < len(tokens) and tokens[place].kind in "anvg":
        place += 1
    return place == len(tokens) or tokens[place].low in _BEHIND_PARTICIPLE


def _with_auxiliary(tokens: Sequence[Token], first: int, grammar: ClauseGrammar) -> Group | None:
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
        unknown = group or _of_unknown(tokens, first, place, auxiliaries, told)
        return None if unknown is None else replace(unknown, form="ing")
    if place < end and tokens[place].kind == "v":
        return _of_known(tokens, first, place, auxiliaries, told, grammar)
    return _of_unknown(tokens, first, place, auxiliaries, told)


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
        else:
            return _of_unknown(tokens, first, place, auxiliaries, told)
    elif last == "h" and "participle" not in verb.forms:
        return _of_unknown(tokens, first, place, auxiliaries, told)
    elif last in "mdt" and "base" not in verb.forms:
        return None if form == "to" else _of_unknown(tokens, first, place, auxiliaries, told)
    return Group(first, place, place, verb.lemma, form, voice, mood, perfect, negated, generic)


def _of_unknown(
    tokens: Sequence[Token],
    first: int,
    place: int,
    auxiliaries: Sequence[Token],
    told: tuple[Mood, bool, bool, bool],
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
        return Group(first, end, end, "have", form, Voice.ACTIVE, mood, perfect, negated, generic)
    return Group(
        first, place if after else end, place if after else end, "", form, Voice.ACTIVE, mood, perfect, negated, generic
    )
