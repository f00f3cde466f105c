"""What looks equal is equal: differences of a record's texts that no reader can see are no corrections.

Equal to the eye are blanks of any kind and number, hyphens that do and do not break, letters composed and apart,
ligatures, soft hyphens and what has no width. Straight and curly quotation marks are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from precis.corrections.labels import with_labels_of
from precis.model import Block, Inline, Inlines, Record, Run, joined, mapped, plain, texts_of

__all__ = ["Settled", "eye", "settled"]

_BLANKS = re.compile(r"\s")
_HYPHENS = "\u2010\u2011"
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_NEAR = 60
"""Texts are versions of one where they are so much alike, of a hundred."""


@dataclass(frozen=True)
class Settled:
    """A new version of a record with the old one's letters where the two look equal, and in how many texts they do."""

    record: Record
    alike: int


def eye(text: str) -> str:
    """A text as it looks: two that look equal are equal so."""
    return "".join(look for look, _ in _looks(text)).strip()


def settled(old: Record, new: Record) -> Settled:
    """The record `new`, with the letters of `old` wherever these look equal, and its labels of notes."""
    new = with_labels_of(old, new, eye)
    settling = _Settling(old)
    blocks = tuple(settling.block(block) for block in new.blocks)
    footnotes = tuple(replace(note, inlines=settling.text(note.inlines)) for note in new.footnotes)
    return Settled(replace(new, blocks=blocks, footnotes=footnotes), settling.alike)


class _Settling:
    """Settles the texts of a new version, and counts those that were other letters and looked equal."""

    def __init__(self, old: Record) -> None:
        texts = [text for block in old.blocks for text in texts_of(block)] + [note.inlines for note in old.footnotes]
        self.known = {plain(text) for text in texts}
        self.by_eye: Mapping[str, str] = {eye(plain(text)): plain(text) for text in reversed(texts)}
        self.alike = 0

    def block(self, block: Block) -> Block:
        """The block with its texts settled."""
        return mapped(block, self.text)

    def text(self, inlines: Inlines) -> Inlines:
        """A text with the letters of the old one that it is a version of, where the two look equal."""
        words = plain(inlines)
        if words in self.known or not words:
            return inlines
        look = eye(words)
        before = self.by_eye.get(look) or self._nearest(look)
        if before is None:
            return inlines
        out = joined(_in_old_letters(inlines, before))
        self.alike += out != inlines
        return out

    def _nearest(self, look: str) -> str | None:
        """The old text most like one as a whole; or else the one most like a part of it, or of which it is a part."""
        from rapidfuzz import fuzz, process

        for likeness in (fuzz.ratio, fuzz.WRatio):
            found = process.extractOne(look, self.by_eye.keys(), scorer=likeness, score_cutoff=_NEAR)
            if found is not None:
                return self.by_eye[found[0]]
        return None


def _looks(text: str) -> Iterator[tuple[str, str]]:
    """The signs of a text as they look, each with the letters that it is made of."""
    held = ""
    look = ""
    for char in text:
        if char in _NO_WIDTH or (look and unicodedata.combining(char)) or (look == " " and _BLANKS.match(char)):
            held += char
            look = look if char in _NO_WIDTH or look == " " else unicodedata.normalize("NFC", look + char)
            continue
        if held:
            yield from _parted(look, held)
        held = char
        composed = unicodedata.normalize("NFC", char)
        look = " " if _BLANKS.match(char) else "-" if char in _HYPHENS else composed
        if _LIGATURES.match(char):
            look = unicodedata.normalize("NFKC", char)
    if held:
        yield from _parted(look, held)


def _parted(look: str, held: str) -> Iterator[tuple[str, str]]:
    """A sign as it looks, or the letters of a ligature, of which the first is made of it."""
    if not _LIGATURES.match(held):
        yield look, held
        return
    yield look[:1], held
    yield from ((letter, "") for letter in look[1:])


def _in_old_letters(inlines: Inlines, before: str) -> Iterator[Inline]:
    """A text with the letters of an old one where the two look equal: the emphasis stays its own."""
    from rapidfuzz.distance import Indel

    parts = [(look, held, item) for item in inlines if isinstance(item, Run) for look, held in _looks(item.text)]
    old = list(_looks(before))
    letters = [held for _, held, _ in parts]
    for code in Indel.opcodes([look for look, _ in old], [look for look, _, _ in parts]):
        if code.tag == "equal":
            letters[code.dest_start : code.dest_end] = [held for _, held in old[code.src_start : code.src_end]]
    at = 0
    for item in inlines:
        if isinstance(item, Run):
            count = sum(1 for _ in _looks(item.text))
            yield replace(item, text="".join(letters[at : at + count]))
            at += count
        else:
            yield item
