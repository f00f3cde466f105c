"""What formulae tell of persons: who left, who was elected, what was voted on, and who explained a vote."""

from __future__ import annotations

from collections.abc import Iterator

from precis.facts.fact import Departure, Election, Fact
from precis.facts.formulae.sight import Sight
from precis.facts.kinds.explanation import Explained
from precis.facts.kinds.vote import Voted

__all__ = ["departure", "election", "explanation", "vote"]


def departure(sight: Sight) -> Iterator[Fact]:
    """Who left: the persons named, or who speaks of himself or herself."""
    start, end = sight.span("person")
    people = [sight.exact[slice(*found.span())] for found in sight.words.person.finditer(sight.low, start, end)]
    named = people if len(people) > 1 else [sight.part("person") or sight.speaker]
    yield from (Departure(sight.at, person, sight.formula.sense) for person in named if person)


def election(sight: Sight) -> Iterator[Fact]:
    """Each of the persons who were elected or appointed to an office."""
    start, end = sight.span("person")
    people = [sight.exact[slice(*found.span())] for found in sight.words.person.finditer(sight.low, start, end)]
    manner = sight.part("manner") or ("appointed" if sight.formula.sense == "appointed" else "")
    yield from (Election(sight.at, person, sight.part("office"), manner) for person in people)


def vote(sight: Sight) -> Iterator[Fact]:
    """A vote with its figures: of what was rejected the smaller number was for it."""
    first, second = (sight.words.number(sight.part(name).lower()) for name in ("first", "second"))
    if first is None or second is None:
        return
    if sight.part("lost"):
        first, second = min(first, second), max(first, second)
    abstaining = sight.words.number(sight.part("abstaining").lower())
    yield Voted(sight.at, sight.words.article.sub("", sight.part("what")), first, second, abstaining)


def explanation(sight: Sight) -> Iterator[Fact]:
    """The member who speaks, of his or her vote."""
    if sight.speaker:
        yield Explained(sight.at, sight.speaker)
