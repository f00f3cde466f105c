"""A correction in words: as the memorandum says it, and the words that it takes away and puts in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from precis.corrections.cover import show_value
from precis.corrections.instruction import (
    AddEntry,
    AddFootnote,
    Correction,
    Delete,
    InsertAfter,
    InsertAt,
    InsertBlocks,
    Remove,
    Replace,
    Rewrite,
    SetField,
)
from precis.corrections.leaves import leaves
from precis.corrections.location import Location, LocationKind
from precis.corrections.passage import Passage
from precis.corrections.plan import block_of
from precis.desk.tracked import fragment
from precis.language.sentences import SmallWords
from precis.model import Inlines, Record, plain, texts_of
from precis.writers.page import Page

__all__ = ["Words", "said_in"]


def said_in(memorandum: Page) -> Iterator[tuple[str, str]]:
    """The place of each correction of a memorandum, and what is to be done there (HTML), in its order."""
    place, said = "", ""
    for element in memorandum.body.iterfind("section[@class='text']/*"):
        kind = element.get("class")
        if place and (kind in ("place", "line") or element.tag == "hr"):
            yield place, said
            place = ""
        if kind == "place":
            number = element.findtext("span[@class='number']") or ""
            place, said = " ".join("".join(map(str, element.itertext())).removeprefix(number).split()), ""
        elif place:
            said += fragment(element)


class Words:
    """The words that corrections of a record take away and put in."""

    def __init__(self, record: Record, words: SmallWords) -> None:
        self._leaves: Mapping[Location, Inlines] = leaves(record)
        self._words = words

    def of(self, correction: Correction) -> tuple[str, str]:
        """The words that it takes away, and those that it puts in; of a correction of neither, nothing."""
        match correction.instruction:
            case Replace(old, new):
                return plain(old), plain(new)
            case InsertAfter(_, new) | InsertAt(_, new) | AddFootnote(new):
                return "", plain(new)
            case Delete(words):
                return plain(words), ""
            case Rewrite(new):
                return self._standing(correction.location), plain(new)
            case Remove():
                return self._standing(correction.location), ""
            case InsertBlocks(_, blocks):
                return "", "\n".join(plain(text) for block in blocks for text in texts_of(block))
            case AddEntry(cells):
                return "", "\n".join(map(plain, cells))
            case SetField(old, new):
                name = correction.location.name
                return _value(name, old), _value(name, new)
            case _:
                return "", ""

    def _standing(self, location: Location) -> str:
        """What stands at a place: of a sentence it alone, of a block all of it."""
        if location.kind is LocationKind.FOOTNOTE:
            texts = [text for place, text in self._leaves.items() if place == location]
        else:
            whole = block_of(location)
            texts = [text for place, text in self._leaves.items() if block_of(place) == whole and _in(place, location)]
        if location.sentence is None or len(texts) != 1:
            return "\n".join(map(plain, texts))
        passage = Passage.of(texts[0], self._words)
        spans = passage.sentences
        if not 1 <= location.sentence <= len(spans):
            return ""
        start, end = spans[location.sentence - 1]
        return passage.text[start:end]


def _value(name: str, value: Any) -> str:
    """A value of the cover as it is typed; several one behind the other."""
    if value is None:
        return ""
    held = show_value(name, value)
    return "; ".join(map(str, held)) if isinstance(held, list) else str(held)


def _in(place: Location, location: Location) -> bool:
    """Whether a passage of a block is of the part of it that a location names."""
    return (
        location.entry in (None, place.entry)
        and location.column in (None, place.column)
        and (not location.name or location.name == place.name)
    )
