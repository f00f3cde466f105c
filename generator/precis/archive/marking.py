"""The words of a hit in its text: where they stand, and the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from precis.archive.query import Query
from precis.archive.words import Word, words_for

__all__ = ["Excerpt", "excerpt", "places_of"]

_BEFORE, _LONGEST = 60, 240
"""Characters that are shown before the first word that was found, and in all, at most and about."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words around what was found: the text, and the places in it to be marked. It may `begin` or `end` in a text."""

    text: str
    marked: tuple[tuple[int, int], ...]
    begins: bool = False
    ends: bool = False


def places_of(query: Query, text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where the words that were looked for stand in a text, as characters, in order and not over one another."""
    words = words_for(language)
    said = list(words.found(text))
    found: list[tuple[int, int]] = []
    for phrase in query.phrases:
        asked = words.asked(phrase)
        found.extend(_runs(said, asked))
    return tuple(_apart(sorted(found)))


def _runs(said: Sequence[Word], asked: Sequence[str]) -> Iterator[tuple[int, int]]:
    begins = len(asked) == 1 and len(asked[0]) == 1 and not asked[0].isascii()
    for at in range(len(said) - len(asked) + 1):
        if begins and said[at].text.startswith(asked[0]):
            yield said[at].start, said[at].start + 1
        elif all(said[at + place].text == word for place, word in enumerate(asked)):
            yield said[at].start, said[at + len(asked) - 1].end


def _apart(places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in places:
        if last is not None and start < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def excerpt(query: Query, text: str, language: str) -> Excerpt:
    """The words around what was found first, in whole words; of a text without such words its beginning."""
    places = places_of(query, text, language)
    first = places[0][0] if places else 0
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE) + 1 or first
    start = min(start, first)
    end = len(text)
    if end - start > _LONGEST:
        end = text.rfind(" ", start, start + _LONGEST)
        end = max(end, places[0][1]) if places else (end if end > start else start + _LONGEST)
    shown = tuple((a - start, b - start) for a, b in places if b <= end)
    return Excerpt(text[start:end], shown, start > 0, end < len(text))
