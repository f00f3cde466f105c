"""The contents of a cover (docs/conventions.md §2.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from precis.proceedings.headings import is_usual_item
from precis.reading.cover.cover import Cover
from precis.reading.cover.title import TITLES
from precis.reading.line import TextLine
from precis.reading.mend.mending import Mender
from precis.reading.search.letters import form_of, letters
from precis.reading.search.zone import Piece
from precis.reading.text.items import heading_forms, parted
from precis.reading.text.signs import has_end

__all__ = ["read_contents", "read_contents_label", "read_unlabelled_contents"]

_LEADER = re.compile(r"[ \t]{0,9}(?:\.[ \t]?){3,300}(\d{1,3}|[ivxl]{1,5})$")
"""Dots that lead to the number of a page."""
_LONGEST_ITEM = 400
_SHORTEST_ITEM = 10
"""So many letters tell a heading."""


def read_contents_label(cover: Cover) -> None:
    """Find the word Contents: on a line of its own, or on a line with others."""
    text = cover.zone.text
    # A word that titles have too, such as "Summary", is a label only where it stands alone.
    of_titles = {form_of(word) for name in TITLES for form in cover.wording.forms(name) for word in form.text.split()}
    for found in sorted(cover.all("contents", "contents"), key=lambda found: (found.start, -found.end)):
        if not cover.zone.free(found.start, found.end) or _inside_word(text, found.start, found.end):
            continue
        if form_of(cover.words(found)) in of_titles and not cover.is_alone(found):
            continue
        first = cover.contents_start is None
        if first or cover.begins(found) or cover.words(found).endswith(")"):
            at = cover.take(found)
            cover.contents_labels.append((found.start, found.end))
            if first:
                cover.contents_start = found.end
                cover.settle("contents", found, cover.wording.labels["contents"])
            else:
                cover.draft.tell("printed-again", "contents", "printed again", at, old=cover.words(found))


def _inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def read_contents(cover: Cover) -> None:
    """Read the lines below the word Contents, up to the next thing that is known.

    What stands before the word "Contents (continued)" is of the contents too, whatever has come between.
    """
    if cover.contents_start is None:
        return
    start, text = cover.contents_labels[-1][1], cover.zone.text
    known = [first for first, _ in cover.zone.taken if first >= start]
    if start < cover.tail_start:
        known.append(cover.tail_start)
    if known and not letters(text[start : min(known)]):
        # The notes of the cover stand right below the word.
        known = [first for first in known if letters(text[start:first]) and not _all_taken(cover, start, first)]
    _take_contents(cover, cover.contents_start, min(known, default=len(text)))
    behind = [piece for piece in cover.zone.rest(start, cover.tail_start) if letters(piece.text)]
    if behind and _are_items(behind, cover):
        # The foot of the first page stood among the items.
        _take_contents(cover, behind[0].start, cover.tail_start)


def _all_taken(cover: Cover, start: int, end: int) -> bool:
    return not any(letters(piece.text) for piece in cover.zone.rest(start, end))


def read_unlabelled_contents(cover: Cover, lines: Sequence[TextLine]) -> None:
    """Read the contents of a cover that lost the word: the lines below the last Chair, up to the opening line.

    Some of them are headings of the text, whose lines are `lines`, or all of them look like items.
    """
    anchors = [cover.draft.chairs.value and cover.chairs_end, cover.title and cover.title.end]
    start = max((end for end in anchors if end), default=None)
    if cover.contents_start is not None or start is None:
        return
    pieces = [piece for piece in cover.zone.rest(start, cover.tail_start) if letters(piece.text)]
    if not pieces:
        return
    forms = tuple(form for form in heading_forms(lines, cover.wording) if len(form) >= _SHORTEST_ITEM)
    items = tuple(words for piece in pieces if len(words := form_of(piece.text)) >= _SHORTEST_ITEM)
    if (
        _are_items(pieces, cover)
        or any(item.startswith(forms) for item in items)
        or any(form.startswith(items) for form in forms)
    ):
        at = pieces[0].line.at
        _take_contents(cover, start, cover.tail_start)
        label = cover.wording.labels["contents"]
        cover.draft.tell("label-lost", "contents", "the text has lost the word above its contents", at, new=label)


def _are_items(pieces: Sequence[Piece], cover: Cover) -> bool:
    """Whether lines between the last Chair and the opening line are items: nothing else stands there."""
    if cover.draft.opening.value is None:
        return all(is_usual_item(piece.text, cover.wording) for piece in pieces)
    if any(is_usual_item(piece.text, cover.wording) for piece in pieces):
        return True
    short = all(_SHORTEST_ITEM < len(piece.text) < _LONGEST_ITEM and not has_end(piece.text) for piece in pieces)
    return bool(cover.chairs_end) and short and all(piece.text[:1].isupper() for piece in pieces)


def _take_contents(cover: Cover, start: int, end: int) -> None:
    columns = {letters(word) for word in cover.wording.reading["columns"]}
    mender = Mender(cover.wording)
    for piece in list(cover.zone.rest(start, end)):
        at = cover.take(piece)
        if letters(piece.text) in columns:
            cover.draft.tell("page-furniture", "page", "the head of a column", at, old=piece.text)
        elif letters(piece.text):
            line = _without_page(piece.line, at, cover)
            inlines = mender.mended(line.inlines, at, cover.draft)
            cover.contents.extend(parted(replace(line, inlines=inlines), cover.wording, cover.draft))


def _without_page(line: TextLine, at: int | None, cover: Cover) -> TextLine:
    """The line of an item without the number of its page, to which dots lead."""
    leader = _LEADER.search(line.text)
    if leader is None:
        return line
    cover.draft.tell("page-number", "contents", "the page of an item", at, old=leader[1])
    return line.part(0, leader.start())
