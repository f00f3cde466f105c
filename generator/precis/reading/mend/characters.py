"""Characters that no document can hold, which converters leave: taken out of the lines, and told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from precis.model import Inlines, Run, joined, plain
from precis.model.characters import UNPRINTABLE, character_name
from precis.reading.draft import CoverDraft
from precis.reading.line import TextLine
from precis.reading.mend import directions

__all__ = ["in_order", "without_unprintable"]


def without_unprintable(lines: Sequence[TextLine], draft: CoverDraft) -> Sequence[TextLine]:
    """The lines without the characters that no document can hold. Most texts have none: so all are asked at once."""
    words = "".join(map(_words, lines))
    if not words.isascii() and directions.FORMS.search(words):
        if directions.are_as_seen(lines):
            lines = in_order(lines, draft)
        lines = [directions.with_plain_letters(line) for line in lines]
        words = "".join(map(_words, lines))
    if words.isprintable():
        return lines
    if directions.MARKS.search(words):
        lines = [directions.without_marks(line) for line in lines]
        words = "".join(map(_words, lines))
    return lines if UNPRINTABLE.search(words) is None else [_without(line, draft) for line in lines]


def in_order(lines: Sequence[TextLine], draft: CoverDraft) -> list[TextLine]:
    """Lines whose letters stand as they are seen, turned about; a finding tells of it."""
    reason = "the letters of the lines stand as they are seen, from the left; they were put in the order of reading"
    draft.tell("letters-turned", "text", reason, next((line.at for line in lines), None))
    return [directions.in_reading_order(line) for line in lines]


def _words(line: TextLine) -> str:
    return "".join((line.text, *map(plain, line.cells))) if line.cells else line.text


def _without(line: TextLine, draft: CoverDraft) -> TextLine:
    found = sorted(set(UNPRINTABLE.findall(_words(line))))
    if not found:
        return line
    reason = f"no document can hold {', '.join(map(character_name, found))}"
    draft.tell("character-left-out", "text", reason, line.at)
    cells = tuple(_taken(cell, UNPRINTABLE) for cell in line.cells)
    return replace(line, inlines=_taken(line.inlines, UNPRINTABLE), cells=cells)


def _taken(inlines: Inlines, characters: re.Pattern[str]) -> Inlines:
    return joined(
        replace(item, text=characters.sub("", item.text)) if isinstance(item, Run) else item for item in inlines
    )
