"""A passage and the edits of it as segments: kept, put in, taken out; by whole words, as a person marks a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from precis.corrections.edits import Edit, carried_out
from precis.corrections.passage import Passage, Span
from precis.model import Inlines

__all__ = ["Change", "Segment", "Segments", "segments_of"]


class Change(StrEnum):
    """What became of a piece of the old text."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that was kept, put in or taken out; never empty."""

    change: Change
    inlines: Inlines


Segments = tuple[Segment, ...]


def segments_of(passage: Passage, edits: Sequence[Edit]) -> list[Segments]:
    """The segments of a passage with its edits (in order, without overlap), one list a paragraph it breaks into.

    What is taken out stands before what is put in for it. The space at which a passage breaks is taken out.
    """
    pieces: list[list[Segment]] = [[]]
    at = 0
    for (start, end), inside in _regions(passage, edits):
        _add(pieces[-1], Change.KEPT, passage[at:start])
        _add(pieces[-1], Change.DELETED, passage[start:end])
        if inside[0].breaks:
            pieces.append([])
        else:
            shifted = [Edit(edit.start - start, edit.end - start, edit.new) for edit in inside]
            _add(pieces[-1], Change.INSERTED, carried_out(passage[start:end], shifted)[0])
        at = end
    _add(pieces[-1], Change.KEPT, passage[at:])
    return [tuple(piece) for piece in pieces]


def _add(piece: list[Segment], change: Change, passage: Passage) -> None:
    if passage.cells:
        piece.append(Segment(change, passage.inlines))


def _regions(passage: Passage, edits: Sequence[Edit]) -> list[tuple[Span, list[Edit]]]:
    """The edits widened to whole words, with those that then overlap taken together."""
    regions: list[tuple[Span, list[Edit]]] = []
    for index, edit in enumerate(edits):
        low = max((other.end for other in edits[:index] if other.breaks), default=0)
        high = min((other.start for other in edits[index + 1 :] if other.breaks), default=len(passage))
        start, end = (edit.start, edit.end) if edit.breaks else _whole_words(passage, edit, low, high)
        together = [edit]
        while regions and start < regions[-1][0][1]:
            (first, last), earlier = regions.pop()
            start, end, together = min(first, start), max(last, end), [*earlier, *together]
        regions.append(((start, end), together))
    return regions


def _whole_words(passage: Passage, edit: Edit, low: int, high: int) -> Span:
    """The span of the edit, and the rest of the words in whose middle it begins or ends, between `low` and `high`."""
    text, start, end = passage.text, edit.start, edit.end
    removed, put = text[start:end], edit.new.text
    if start > low and text[start - 1].isalnum() and (_in_word(removed[:1]) or _in_word(put[:1])):
        while start > low and _in_word(text[start - 1]):
            start -= 1
    if end < high and text[end].isalnum() and (_in_word(removed[-1:]) or _in_word(put[-1:])):
        while end < high and _in_word(text[end]):
            end += 1
    return start, end


def _in_word(character: str) -> bool:
    return character.isalnum() or character in ("-", "‐", "‑", "'", "’")
