"""The glyphs of a line written with each glyph's text made once for a font, and fonts known by where they are.

WeasyPrint looks at each glyph of each line by itself, a dozen times into C. Here the glyphs of a run are read at once;
what is written for a glyph of some width is the same wherever it stands.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

__all__ = ["replaced"]

_GLYPH = struct.Struct("=Iiii4x")
"""A PangoGlyphInfo: the glyph, its width, how far it is moved to the right and up; flags are left out."""
_SPECIAL = 0x0FFFFFFF
"""Glyphs from here on are an empty one and those that no font has."""


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The functions that do it, by the class or module and name of those that they stand for."""
    from weasyprint.draw import text
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango
    from weasyprint.text.fonts import get_pango_font_key

    ffi.cdef("gpointer g_object_ref (gpointer object);")

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

    def draw_first_line(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        layout, words = textbox.pango_layout, textbox.pango_layout.text
        if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:
            return []
        if text_overflow == "ellipsis" or block_ellipsis != "none":
            return draw(stream, textbox, text_overflow, block_ellipsis, matrix)
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
            run = f"<{''.join(parts)}"
            shown += run[:-1] if run.endswith("<") else f"{run}>"
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
