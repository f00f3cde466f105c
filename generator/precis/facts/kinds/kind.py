"""What a kind of fact is: how it is found, and where documents tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from precis.facts.context import Context
from precis.facts.fact import Fact
from precis.facts.frames import Match

__all__ = ["FactKind", "Finder"]

Finder = Callable[[Context, Sequence[Match]], Iterator[Fact]]
"""The facts of a kind in a sentence, given the clauses that the frames of the kind fit."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """A kind of fact. `name` is that of its frames and phrases in facts.toml, and of the facts' `kind`.

    `find` gives its facts. A sentence is given to it where a frame fits; with `always`, every sentence is. Documents
    tell a fact in the words of its sentence, in the section `title`. `rank` is the order of kinds: what comes first is
    found first too, so that a later kind knows what the sentence told before. With `in_dialogue`, the sentences of
    a dialogue with a State are looked at; with `by_chair`, those that the Chair speaks there.
    """

    name: str
    type: type[Fact]
    find: Finder
    title: str
    rank: int
    always: bool = False
    in_dialogue: bool = False
    by_chair: bool = False
