"""Finders of kinds that are told by phrases: words in a sentence on the Committee's own affairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match
from precis.facts.kinds.kind import Finder

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
            if phrase.never is None or not phrase.never.search(context.text):
                yield made(context.at(found.start(), found.end()))
                return

    return find
