"""Members who leave: resigned, stepped down, at the end of a term, or died."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.context import Context
from precis.facts.fact import Departure, Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import FactKind

__all__ = ["KIND"]

_NOMINAL = {
    "resigned": "resigned",
    "died": "died",
    "took_effect": "resigned",
    "at_once": "resigned",
}
"""The ways of leaving that words tell without a verb of a frame, by the names of their patterns."""


def find(context: Context, matches: Sequence[Match]) -> Iterator[Fact]:
    """Each person who left, and how, once a sentence."""
    seen = context.memory.departed
    for match in matches:
        clause, how = match.clause, match.frame.sense
        subject = context.text[slice(*clause.subject)]
        people = _with_term(context, context.text[: clause.verb[0]]) if how == "term ended" else []
        if how == "term ended" and not people and context.patterns["departure.his_term"].match(subject):
            people = context.people_in(context.text[: clause.subject[0]])[-1:]
        for person in people or context.people_in(subject)[:3] or _told_before(context, subject):
            if person not in seen:
                seen.add(person)
                yield Departure(context.at(clause.verb[0], clause.object[1]), person, how)
    yield from _gone(context)
    yield from _of_speaker(context)
    yield from _listed(context)
    if context.state is None and not context.procedure:
        for name, how in _NOMINAL.items():
            found = context.find(f"departure.{name}")
            for person in context.people_in(found["people"]) if found else ():
                if person not in seen:
                    seen.add(person)
                    yield Departure(context.at(), person, how)


def _told_before(context: Context, subject: str) -> list[str]:
    """The one person of the sentence, or else of the one before, whom "he" or "she" is."""
    here = list(dict.fromkeys(context.people_in(context.text)))
    if len(here) == 1:
        return here if context.words.actors.persons.match(subject.strip()) is not None else []
    named = list(dict.fromkeys(context.people_in(context.before.text))) if context.before is not None else []
    is_pronoun = context.words.actors.persons.match(subject.strip()) is not None
    return named if is_pronoun and len(named) == 1 else []


def _gone(context: Context) -> Iterator[Departure]:
    """The member who "was no longer alive", or of whose passing one speaks."""
    match = context.find("departure.gone") if context.state is None else None
    for person in context.people_in(match["people"] or match["of"]) if match else ():
        if match is not None and person not in context.memory.departed:
            context.memory.departed.add(person)
            yield Departure(context.at(*match.span()), person, "died")


def _of_speaker(context: Context) -> Iterator[Departure]:
    """The member who says of himself or herself, and of nobody named before: "she had tendered her resignation"."""
    match, speaker = context.find("departure.own"), context.speaker
    if match is None or context.procedure or context.state is not None:
        return
    named = context.people_in(context.text[: match.start()])
    before = context.people_in(context.before.text) if context.before is not None and not context.begins else []
    if speaker is None or not speaker.name or speaker.state is not None or speaker.organization:
        return
    own = speaker.label
    if {*named, *before} <= {own} and own not in context.memory.departed:
        context.memory.departed.add(own)
        yield Departure(context.at(*match.span()), own, "resigned")


def _listed(context: Context) -> Iterator[Departure]:
    """Those of "two members had resigned, Mr. Lu and Ms. Sow"."""
    match = context.find("departure.listed") if context.state is None else None
    for person in context.people_in(match["people"]) if match else ():
        if match is not None and person not in context.memory.departed:
            context.memory.departed.add(person)
            yield Departure(context.at(*match.span()), person, "resigned" if match["resigned"] else "died")


def _with_term(context: Context, words: str) -> list[str]:
    """Whose term of office it is that ends: "Ms. A, whose term …", "the terms of Ms. A and Mr. B", "Mr. C's term"."""
    found = (context.patterns[f"departure.{name}"].search(words) for name in ("whose_term", "term_of", "own_term"))
    match = next(filter(None, found), None)
    return context.people_in(match["people"]) if match else []


KIND = FactKind("departure", Departure, find, "officers", 82, always=True)
