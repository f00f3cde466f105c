"""Words of a line that stands already, put into an element that says what they are: found, or by their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from precis.source.akn.names import add, add_text, element, local

__all__ = ["mark", "wrap"]


def mark(line: Any, words: str, kind: str, /, behind: Any = None, **attributes: str) -> Any:
    """Put the first words of a line that are these into an element, and give it; None where they are not in one piece.

    They are whole words, in no note, and stand `behind` the element of that line if one is named.
    """
    if not words:
        return None
    form = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)" if words.isdigit() else re.escape(words))
    for node, part in _texts(line, behind):
        text = getattr(node, part) or ""
        match = form.search(text)
        if match is None:
            continue
        made = element(kind, words, **attributes)
        if part == "text":
            node.insert(0, made)
        else:
            node.addnext(made)
        # lxml moves the tail of a node with it.
        setattr(node, part, text[: match.start()])
        made.tail = text[match.end() :]
        return made
    return None


def _texts(line: Any, behind: Any) -> Iterator[tuple[Any, str]]:
    """The texts of a line in its order, each as a node and the part of it, behind an element if one is named."""
    yielding = behind is None
    waiting: list[tuple[Any, str]] = [(line, "text")]
    while waiting:
        node, part = waiting.pop()
        if yielding:
            yield node, part
        if part == "text":
            for child in reversed(node):
                waiting.append((child, "tail"))
                if local(child) != "authorialNote":
                    waiting.append((child, "text"))
        yielding = yielding or (node is behind and part == "text")


_WHOLE = ("authorialNote", "placeholder", "eol")
"""Elements that are left whole; their words are none of the line."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line: words or a whole element, within so many others, each its name and its attributes."""

    within: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    words: str = ""
    whole: Any = None
    wrapped: str = ""


def wrap(line: Any, behind: Any, kind: str, places: Mapping[str, tuple[int, int]]) -> None:
    """Put words of a line, each by its place, into an element right below it, which is named by its key.

    A place is from one letter to another, without blanks, counted from the end of the element `behind`. An element
    that begins or ends within such words is parted. Places do not overlap.
    """
    pieces = [_Piece((), behind.tail or ""), *(each for node in behind.itersiblings() for each in _pieces(node, ()))]
    parted = [each for each in _parted(pieces, places) if each.words or each.whole is not None]
    behind.tail = None
    for node in list(behind.itersiblings()):
        line.remove(node)
    for name, together in groupby(parted, lambda piece: piece.wrapped):
        _put(add(line, kind, eId=name) if name else line, list(together))


def _pieces(node: Any, within: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Iterator[_Piece]:
    if local(node) in _WHOLE:
        tail, node.tail = node.tail, None
        yield _Piece(within, whole=node)
        yield _Piece(within, tail or "")
        return
    inside = (*within, (local(node), tuple(node.attrib.items())))
    yield _Piece(inside, node.text or "")
    for child in node:
        yield from _pieces(child, inside)
    yield _Piece(within, node.tail or "")


def _parted(pieces: Iterable[_Piece], places: Mapping[str, tuple[int, int]]) -> Iterator[_Piece]:
    """The pieces, parted where words begin and end that are wrapped; blanks at their edges are not."""
    letters = 0
    for piece in pieces:
        inside = next((name for name, (first, last) in places.items() if first < letters < last), "")
        start = 0
        for at, letter in enumerate(piece.words):
            if letter.isspace():
                continue
            now = next((name for name, (first, last) in places.items() if first <= letters < last), "")
            if now and now != inside:
                yield replace(piece, words=piece.words[start:at])
                start, inside = at, now
            letters += 1
            if inside and letters == places[inside][1]:
                yield replace(piece, words=piece.words[start : at + 1], wrapped=inside)
                start, inside = at + 1, ""
        yield replace(piece, words=piece.words[start:], wrapped=inside)


def _put(parent: Any, pieces: list[_Piece]) -> None:
    for within, together in groupby(pieces, lambda piece: piece.within[:1]):
        if within:
            made = add(parent, within[0][0], **dict(within[0][1]))
            _put(made, [replace(each, within=each.within[1:]) for each in together])
            continue
        for piece in together:
            if piece.whole is not None:
                parent.append(piece.whole)
            if piece.words:
                add_text(parent, piece.words)
