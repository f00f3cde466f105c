"""What a sentence of a delegation does: it presents or answers, promises, gives figures, or is a courtesy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from precis.facts.dialogue.words import DialogueWords
from precis.facts.fact import Figure, Firmness, MoveKind, Stance

__all__ = ["Spoken", "delegation_kinds"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A kind of a sentence of a delegation, with what belongs to it: see Move."""

    move: MoveKind
    firmness: Firmness | None = None
    date: str = ""
    figures: tuple[Figure, ...] = ()
    stance: Stance | None = None


def delegation_kinds(
    text: str, exact: str, words: DialogueWords, *, presenting: bool, year: int | None = None
) -> Iterator[Spoken]:
    """The kinds of a sentence of a delegation, given in its normal and its exact form, of the same length.

    `presenting` says that it introduces its report; `year` is that of the meeting, before which nothing falls due.
    """
    low = text.lower()
    stance = _stance(low, words)
    figures = words.figures.of(exact)
    # The verb that stands first is that of the main clause.
    promised = min(words.undertaking.each(low), key=lambda found: found[0].start(), default=None)
    if promised is not None:
        match, phrase = promised
        date = _due(low, exact, match.start(), words, year)
        yield Spoken(MoveKind.UNDERTAKING, Firmness(phrase.firmness), date, stance=stance)
    elif not figures and _is_courtesy(low, words):
        return
    else:
        yield Spoken(MoveKind.PRESENTED if presenting else MoveKind.ANSWER, stance=stance)
    if figures:
        yield Spoken(MoveKind.FIGURE, figures=figures)


def _stance(low: str, words: DialogueWords) -> Stance | None:
    if words.refused.find(low):
        return Stance.REFUSED
    return Stance.ADMITTED if words.admitted.find(low) else None


def _is_courtesy(low: str, words: DialogueWords) -> bool:
    """Whether a sentence is a courtesy, with nothing said behind it."""
    return any(words.says.search(low, match.end()) is None for match, _ in words.courtesy.each(low))


def _due(low: str, exact: str, verb: int, words: DialogueWords, year: int | None) -> str:
    """When a promise falls due, in the words of the record: the first date behind its verb, or else before it."""
    dates = [match for match in words.due.finditer(low) if _to_come(match[0], words, year)]
    behind = [match for match in dates if match.start() > verb]
    chosen = next(iter(behind or dates), None)
    return exact[chosen.start() : chosen.end()].strip() if chosen else ""


def _to_come(date: str, words: DialogueWords, year: int | None) -> bool:
    said = [int(match[0]) for match in words.years.finditer(date)]
    return not said or year is None or max(said) >= year
