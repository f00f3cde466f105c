"""Texts parted where the characters of a script look otherwise than Latin letters do (ECMA-376 clause 17.3.2.26)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from precis.language.ideographs import ideographs, wide_signs
from precis.writers.direction import LATIN
from precis.writers.docx.inline import Piece
from precis.writers.style import Script

__all__ = ["scripted"]


def scripted(pieces: Iterable[Piece], script: Script) -> Iterator[Piece]:
    """The pieces of a line; signs beside a character of the script, and emphasised characters, stand apart.

    Word slants what is italic: characters that have no italics are in another font in its place.
    """
    if script.direction == "rtl":
        yield from _turned(pieces)
        return
    for piece in pieces:
        emphasised = piece.look.italic and bool(script.emphasis_font)
        if piece.kind != "text" or not (emphasised or script.wide):
            yield piece
            continue
        look = (
            replace(piece.look, italic=False, script="emphasis") if emphasised else replace(piece.look, script="wide")
        )
        end = 0
        for match in (ideographs if emphasised else wide_signs)(script.wide).finditer(piece.text):
            if match.start() > end:
                yield replace(piece, text=piece.text[end : match.start()])
            yield replace(piece, text=match[0], look=look)
            end = match.end()
        if end < len(piece.text):
            yield replace(piece, text=piece.text[end:])


def _turned(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a line from the right: Latin words in it run from the left, and keep the star at their end.

    Word goes by the mark of each run; LibreOffice by the letters alone, so that a mark of direction stands behind a
    star (Unicode, Annex 9). Readers take it out.
    """
    for piece in pieces:
        if piece.kind != "text":
            yield piece
            continue
        look, end = replace(piece.look, script="rtl"), 0
        for match in LATIN.finditer(piece.text):
            if match.start() > end:
                yield replace(piece, text=piece.text[end : match.start()], look=look)
            yield replace(piece, text=match[0] + _TO_THE_RIGHT * match[0].endswith("*"))
            end = match.end()
        if end < len(piece.text):
            yield replace(piece, text=piece.text[end:], look=look)


_TO_THE_RIGHT = "\u200e"
"""The mark that what stands beside it runs from left to right."""
