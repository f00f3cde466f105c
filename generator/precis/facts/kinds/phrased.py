"""Finders of kinds that are told by phrases: words in a sentence on the Committee's own affairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.clauses import Mood
from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import Finder
from precis.facts.signs import clause_around

__all__ = ["by_phrase"]


def by_phrase(made: type[Fact]) -> Finder:
    """A finder that gives one fact for a sentence that one of the kind's phrases is in."""

    def find(context: Context, _: Sequence[Match]) -> Iterator[Fact]:
        if (context.state is not None and not context.presided) or not context.main or context.procedure:
            return
        for phrase in context.words.phrases_near(context.text):
            if phrase.kind != made.kind:
                continue
            found = phrase.words.search(context.text)
            if found is None or (phrase.needs is not None and not phrase.needs.search(context.text)):
                continue
            if (phrase.never is None or not phrase.never.search(context.text)) and not _in_passing(
                context, found.start()
            ):
                yield made(context.at(found.start(), found.end()))
                return

    return find


def _in_passing(context: Context, place: int) -> bool:
    """Whether words stand where nothing is told: "in the years when there was no money", "if there were a post"."""
    old = context.patterns["context.old_times"].finditer(context.text)
    if any(each.start() <= place < each.end() for each in old):
        return True
    if any(
        context.patterns[f"context.{name}"].search(context.text, 0, place) for name in ("supposed_before", "asking")
    ):
        return True
    clause = clause_around(context, place)
    if clause is None:
        return False
    if clause.mood is Mood.CONDITIONAL and context.patterns["context.supposed"].fullmatch(clause.marker):
        return True
    of_person = context.patterns["context.of_person"].fullmatch(clause.marker) is not None
    return of_person and context.patterns["context.named"].search(clause.words(clause.antecedent)) is not None
