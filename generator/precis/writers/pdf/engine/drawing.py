"""The glyphs of a line written with each word's text made once for a style, and fonts known by where they are.

WeasyPrint has each line laid out once more to draw it, and looks at each glyph by itself, a dozen times into C. The
glyphs of plain text are those that its letters have (`lines.py`), and the room between its words is what justifies the
line; of other text the glyphs of a run are read at once. What is written for a glyph of some width is the same wherever
it stands.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import Any

from precis.writers.pdf.engine.styles import made_alike

__all__ = ["replaced"]

_GLYPH = struct.Struct("=Iiii4x")
"""A PangoGlyphInfo: the glyph, its width, how far it is moved to the right and up; flags are left out."""
_UNITS = 1024
"""Units of Pango in a pixel."""
_NO_BREAK = "\u00a0"
_BLANK = re.compile(f"([ {_NO_BREAK}])")
_MOST = 5_000
"""Words of a style that are kept as they are written, at most; then all are forgotten."""
_SPECIAL = 0x0FFFFFFF
"""Glyphs from here on are an empty one and those that no font has."""


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The functions that do it, by the class or module and name of those that they stand for."""
    from weasyprint.draw import text
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango
    from weasyprint.text.fonts import get_pango_font_key

    draw, add_font = text.draw_first_line, Stream.add_font
    old = pango.pango_version() < 14802

    def runs_of(line: Any) -> list[tuple[Any, list[tuple[int, ...]]]] | None:
        """The runs of a line with their glyphs; None if one of them is not merely set beside the one before."""
        found = []
        run = line.runs[0]
        while run != ffi.NULL:
            item, run = run.data, run.next
            count = item.glyphs.num_glyphs
            glyphs = list(_GLYPH.iter_unpack(ffi.buffer(item.glyphs.glyphs, count * _GLYPH.size)))
            if any(glyph >= _SPECIAL or up for glyph, _, _, up in glyphs):
                return None
            found.append((item, glyphs))
        return found

    def name(font: Any, item: Any, glyphs: list[tuple[int, ...]], index: int, words: str) -> None:
        """Note which letters the glyph at `index` stands for, as WeasyPrint does."""
        clusters, offset, last = item.glyphs.log_clusters, item.item.offset, len(glyphs) - 1
        begin = clusters[index]
        if item.item.analysis.level % 2:
            end = item.item.length if index == 0 else clusters[index - 1]
        else:
            end = item.item.length if index == last else clusters[index + 1]
        font.to_unicode[glyphs[index][0]] = words.encode()[offset + begin : offset + end].decode()

    def piece(stream: Any, font: Any, pango_font: Any, size: float, glyph: int, width: int, right: int) -> str:
        """What is written for a glyph: how it is moved, its number, and how its width differs from that in the font."""
        own = font.widths.get(glyph)
        if own is None:
            pango.pango_font_get_glyph_extents(pango_font, glyph, stream.ink_rect, stream.logical_rect)
            own = font.widths[glyph] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
        offset = right / size
        kerning = own + offset - width * 1000 * FROM_UNITS / size
        moved = f">{-offset}<" if offset else ""
        return f"{moved}{glyph:04x}>{int(kerning)}<" if kerning else f"{moved}{glyph:04x}"

    def plain_text(stream: Any, textbox: Any) -> str | None:
        """What is written for a line of plain text; None if it is not plain."""
        words, found = textbox.pango_layout.text, made_alike(textbox.style).get("measures")
        room = int(textbox.pango_layout.justification_spacing * _UNITS)
        if found is None or room < 0 or not found.glyphs.keys() >= set(words):
            return None
        tokens = _BLANK.split(words)
        if room and (not all(tokens[2:-2:2]) or words[0] == _NO_BREAK or words[-1] == _NO_BREAK):
            return None  # blanks beside each other share their room
        font, size = stream.add_font(found.font)
        if old or font.bitmap or font.png or font.svg or font.colr:
            return None
        stream.set_font_size(font.hash, size)
        written, runs = words_of(stream, font, found, size, words)

        def word(token: str) -> str:
            """What is written for a word, kept."""
            each = written[token] = "".join([letter(stream, font, found, size, sign, 0, 0) for sign in token])
            runs[token] = _run(each) if token else ""
            return each

        if not room:
            return _run("".join([written.get(token) or word(token) for token in tokens]))
        begin = end = ""
        if not tokens[-1]:
            end = _run(letter(stream, font, found, size, tokens[-2], room, room))
            del tokens[-2:]
        if not tokens[0] and len(tokens) > 1:
            begin = _run(letter(stream, font, found, size, tokens[1], room, 0))
            del tokens[:2]
        half = _half(room)
        blanks = {blank: _run(letter(stream, font, found, size, blank, room, half)) for blank in set(tokens[1::2])}
        for token in tokens[::2]:
            if token not in runs:
                word(token)
        if len(blanks) == 1:
            return begin + blanks.popitem()[1].join([runs[token] for token in tokens[::2]]) + end
        return begin + "".join([blanks[token] if at % 2 else runs[token] for at, token in enumerate(tokens)]) + end

    def words_of(stream: Any, font: Any, found: Any, size: float, words: str) -> tuple[dict[str, str], dict[str, str]]:
        """What is written for words in a font of a document, in a run with others and as a run of its own.

        It is as in other documents, where its letters are as wide. The font says a letter to be as wide as it is in the
        size in which the document has it first.
        """
        known: dict[float, tuple[set[str], Any]] = font.__dict__.setdefault("words", {})
        seen, written = known.get(size) or (set(), found.written)
        if not seen.issuperset(words):
            if len(found.written[0]) > _MOST:
                for each in found.written:
                    each.clear()
            for sign in words:
                if sign not in seen:
                    seen.add(sign)
                    letter(stream, font, found, size, sign, 0, 0)
                    wide = font.widths[found.glyphs[sign]]
                    if found.wide.setdefault(sign, wide) != wide:
                        written = {}, {}
            known[size] = seen, written
        return written  # type: ignore[no-any-return]

    def letter(stream: Any, font: Any, found: Any, size: float, each: str, room: int, right: int) -> str:
        """What is written for a letter of plain text, with so much room about it, that much of it to its left."""
        glyph = found.glyphs[each]
        font.to_unicode.setdefault(glyph, each)
        return piece(stream, font, found.font, size, glyph, found[each] + room, right)

    def draw_first_line(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        layout, words = textbox.pango_layout, textbox.pango_layout.text
        if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
            return []
        if text_overflow == "ellipsis" or block_ellipsis != "none":
            return draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        begun = len(stream.stream)
        stream.set_text_matrix(*matrix.values)
        plain = plain_text(stream, textbox)
        if plain is not None:
            stream.show_text(plain)
            return []
        del stream.stream[begun:]
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        runs = runs_of(layout.get_first_line()[0])
        fonts = [stream.add_font(item.item.analysis.font) for item, _ in runs or ()]
        if runs is None or any(font.bitmap or font.png or font.svg or font.colr for font, _ in fonts):
            return draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        shown, before = "", None
        for (item, glyphs), (font, size) in zip(runs, fonts, strict=True):
            pango_font = item.item.analysis.font
            size = textbox.style["font_size"] if old else size
            if pango_font != before:
                before = pango_font
                if shown:
                    stream.show_text(shown)
                shown = ""
                stream.set_font_size(font.hash, size)
            pieces = font.__dict__.setdefault("pieces", {}).setdefault(size, {})
            parts = []
            for index, glyph in enumerate(glyphs):
                found = pieces.get(glyph)
                if found is None:
                    if glyph[0] not in font.to_unicode:
                        name(font, item, glyphs, index, words)
                    found = pieces[glyph] = piece(stream, font, pango_font, size, *glyph[:3])
                parts.append(found)
            shown += _run("".join(parts))
        stream.show_text(shown)
        return []

    keys: dict[int, tuple[Any, Any, float]] = {}

    def quick_add_font(self: Any, pango_font: Any) -> Any:
        place = int(ffi.cast("uintptr_t", pango_font))
        if place not in keys:
            # Held for good, so that no other font comes to be in its place; there are few.
            gobject.g_object_ref(pango_font)
            keys[place] = get_pango_font_key(pango_font)
        key, _, size = keys[place]
        if key not in self._fonts:
            return add_font(self, pango_font)
        return self._fonts[key], size

    return {(text, "draw_first_line"): draw_first_line, (Stream, "add_font"): quick_add_font}


def _run(glyphs: str) -> str:
    """A run of glyphs as it is written."""
    return f"<{glyphs[:-1]}" if glyphs.endswith("<") else f"<{glyphs}>"


def _half(room: int) -> int:
    """The part of the room about a blank that Pango sets to its left."""
    return (room // 2 + _UNITS // 2) // _UNITS * _UNITS if room % _UNITS == 0 else room // 2
