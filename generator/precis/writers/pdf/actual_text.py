"""Blanks that are more than a blank, told in words (ISO 32000-1, 14.9.4, replacement text).

A font has one glyph for a blank and for a blank where no line may end, and nothing at all for the end of a line that
was written as such. Who takes the words from the file gets them as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from precis.writers.direction import ARABIC

__all__ = ["tell_blanks", "words_in_order"]

_NO_BREAK = "\u00a0"
_BLANKS = f" \n{_NO_BREAK}"
_SHOWN = re.compile(rb"\[(.*)\] TJ", re.DOTALL)
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_PART = re.compile(rb"<([0-9a-f]*)>|[^<>]+")
_GLYPH = 4
"""Hexadecimal digits of a glyph."""


def words_in_order(marked: Mapping[Any, int], broken: Mapping[Any, int]) -> Mapping[int, str]:
    """The words of each text that runs from right to left, by its marked content; the glyphs stand as they are seen.

    So a pair of letters that has one glyph (lam-alef) is told as two. The structure tells them: programs that go by
    the places of the glyphs turn what stands for these about once more.
    """
    texts = {box: mcid for box, mcid in marked.items() if hasattr(box, "pango_layout")}
    # Of a page that has such words all: some programs turn what stands on a line with them.
    if not any(box.style["direction"] == "rtl" or ARABIC.search(box.pango_layout.text) for box in texts):
        return {}
    return {
        mcid: box.pango_layout.text.rstrip(" ") + "\n" * broken[box]
        if box in broken
        else box.pango_layout.text + " " * getattr(box, "parted", False)
        for box, mcid in texts.items()
    }


def tell_blanks(stream: Any, marked: Mapping[Any, int], broken: Mapping[Any, int], told: Collection[int]) -> None:
    """Say in a painted page's `stream` what each blank stands for, where it is not a blank.

    `marked` are the marked contents of the page by box; `broken` says after which boxes that many lines were ended.
    Of the contents that are `told` in words already, nothing is said.
    """
    glyphs = _blank_glyphs(stream)
    texts = {
        mcid: (box.pango_layout.text.removesuffix(" ") + "\n" * broken[box] if box in broken else box.pango_layout.text)
        for box, mcid in marked.items()
        if hasattr(box, "pango_layout") and mcid not in told
    }
    if not any(_NO_BREAK in text or "\n" in text for text in texts.values()):
        return
    font = b""
    special = False
    blanks: Iterator[str] = iter(())
    for index, item in enumerate(stream.stream):
        if isinstance(item, dict) and "MCID" in item:
            text = texts.get(item["MCID"], "")
            special = _NO_BREAK in text or "\n" in text
            blanks = iter(re.findall(rf"\n+|[{_BLANKS}]", text))
        elif not isinstance(item, bytes):
            continue
        elif item.endswith(b" Tf") and (found := _FONT.fullmatch(item)):
            font = found[1]
        elif special and item.endswith(b" TJ") and (found := _SHOWN.fullmatch(item)):
            stream.stream[index] = b"".join(_shown(found[1], glyphs.get(font, set()), blanks))


def _blank_glyphs(stream: Any) -> dict[bytes, set[bytes]]:
    """The glyphs of blanks by font. What such a glyph stands for by itself is a plain blank."""
    found: dict[bytes, set[bytes]] = {}
    for font in (font for font in stream._fonts.values() if not font.bitmap):
        for glyph, letters in font.to_unicode.items():
            if letters in (" ", _NO_BREAK):
                font.to_unicode[glyph] = " "
                found.setdefault(font.hash.encode(), set()).add(b"%04x" % glyph)
    return found


def _shown(operand: bytes, glyphs: set[bytes], blanks: Iterator[str]) -> Iterator[bytes]:
    """The operators that show the same glyphs, those that stand for something else each by itself."""
    yield b"["
    for part in _PART.finditer(operand):
        if part[1] is None:
            yield part[0]
            continue
        begun = 0
        for at in range(0, len(part[1]), _GLYPH):
            glyph = part[1][at : at + _GLYPH]
            meant = next(blanks, " ") if glyph in glyphs else " "
            if meant != " ":
                words = meant.encode("utf-16-be").hex().encode()
                yield b"<%s>] TJ\n/Span <</ActualText <feff%s>>> BDC\n[<%s>] TJ\nEMC\n[" % (
                    part[1][begun:at],
                    words,
                    glyph,
                )
                begun = at + _GLYPH
        yield b"<%s>" % part[1][begun:]
    yield b"] TJ"
