"""Texts parted where the characters of a script look otherwise than Latin letters do (ECMA-376 clause 17.3.2.26)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from precis.language.ideographs import ideographs, wide_signs
from precis.writers.docx.inline import Piece
from precis.writers.style import Script

__all__ = ["scripted"]


def scripted(pieces: Iterable[Piece], script: Script) -> Iterator[Piece]:
    """The pieces of a line; signs beside a character of the script, and emphasised characters, stand apart.

    Word slants what is italic: characters that have no italics are in another font in its place.
    """
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
