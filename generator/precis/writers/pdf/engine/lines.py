"""Lines of plain text broken by the widths of their letters, without a layout of Pango for each try.

WeasyPrint has Pango lay out the rest of a paragraph for each line, the line with one word more, and the line by itself.
The house neither kerns nor joins letters, so that a letter is as wide in every line as by itself: its width is asked of
Pango once for a style. Where a line may end Pango says here too, from the same letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from math import inf
from typing import Any

from precis.writers.pdf.engine.styles import made_alike

__all__ = ["replaced"]

_UNITS = 1024
"""Units of Pango in a pixel."""
_WIDEST = 2**21
"""Pixels from which on a width is none."""
_SHARE = 4
"""Letters are at least a fourth of their size wide: so much text is looked at for a line, as WeasyPrint does."""
_CYRILLIC = (0x400, 0x45F)
_PLAIN = ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), _CYRILLIC, (0x2010, 0x2027), (0x2030, 0x2044))
"""Letters that look the same whatever stands beside them: Latin, Cyrillic, and their punctuation."""
_PAIR = 2
"""Letters about the end of a box in a line; there are so few such pairs that all are kept."""
_SOFT_HYPHEN = "\u00ad"
_USUAL = {
    "font_kerning": ("none",),
    "font_variant_ligatures": ("none",),
    "direction": ("ltr",),
    "letter_spacing": ("normal",),
    "word_spacing": (0,),
    "word_break": ("normal",),
    "hyphens": ("manual", "none"),
    "white_space": ("normal", "pre", "nowrap"),
}
"""Values of a style whose lines are broken here."""


class _NotPlainError(Exception):
    """A letter whose width depends on others."""


_Measured = tuple[list[tuple[int, int]], Any, float, float]
"""The glyph and the width of each letter of a text, their font, and the height and baseline of a line of it."""


class _Measures(dict[str, int]):
    """The widths of letters in a style, in units of Pango; the height and baseline of its lines in pixels."""

    def __init__(self, measure: Callable[[str], _Measured], said: dict[str, Any]) -> None:
        self.measure = measure
        self.said = said
        [(glyph, self["x"])], self.font, self.height, self.baseline = measure("x")
        self.glyphs = {"x": glyph}
        """The glyphs of Latin letters: a line of these alone is one run, but for the room between its words."""
        self.wide: dict[str, int] = {}
        """The widths of letters in the first document that was drawn, in thousandths of their size."""
        self.written: tuple[dict[str, str], dict[str, str]] = {}, {}
        """What is written for words where letters have these widths, in a run with others and as a run of its own."""

    def widths(self, text: str) -> Iterator[int]:
        """The widths of the letters of a text; _NotPlainError for one that others change, or that another font has."""
        if unknown := set(text) - self.keys():
            self._learn("".join(sorted(unknown)))
        return map(self.__getitem__, text)

    def _learn(self, letters: str) -> None:
        if not all(any(first <= ord(letter) <= last for first, last in _PLAIN) for letter in letters):
            raise _NotPlainError
        found, font, height, _ = self.measure(letters)
        if font != self.font or height != self.height:
            raise _NotPlainError
        for letter, (glyph, width) in zip(letters, found, strict=True):
            self[letter] = width
            if not _CYRILLIC[0] <= ord(letter) <= _CYRILLIC[1]:
                self.glyphs[letter] = glyph


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The function that does it, by the modules and name of that which it stands for."""
    from weasyprint.layout import inline, preferred
    from weasyprint.text import line_break
    from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango

    split, layout_class = line_break.split_first_line, line_break.Layout
    create, can_break = line_break.create_layout, line_break.can_break_text
    pairs: dict[tuple[str, Any], bool] = {}

    def measure(style: Any, letters: str) -> _Measured:
        layout = layout_class(style)
        layout.set_text(letters)
        line, _ = layout.get_first_line()
        found, fonts = [], []
        run = line.runs[0]
        while run != ffi.NULL:
            item, run = run.data, run.next
            fonts.append(item.item.analysis.font)
            if item.glyphs.num_glyphs != item.item.num_chars:
                raise _NotPlainError
            for glyph in item.glyphs.glyphs[0 : item.glyphs.num_glyphs]:
                if glyph.glyph >= 0x0FFFFFFF or glyph.geometry.x_offset or glyph.geometry.y_offset:
                    raise _NotPlainError
                found.append((glyph.glyph, glyph.geometry.width))
        if len(found) != len(letters) or any(font != fonts[0] for font in fonts):
            raise _NotPlainError
        if letters == "x":
            gobject.g_object_ref(fonts[0])  # it is asked for more than this layout lives
        _, height = line_break.line_size(line, style)
        return found, fonts[0], height, pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS

    def measures(style: Any) -> _Measures | None:
        """The measures of a style; None for one whose letters hang on each other."""
        if any(style[name] not in usual for name, usual in _USUAL.items()) or not style["font_size"]:
            return None
        try:
            layout = layout_class(style)
            said = {**layout.__dict__, "language_of_attributes": layout.language}
            for name in ("layout", "language", "style"):
                said.pop(name)
            return _Measures(lambda letters: measure(style, letters), said)
        except _NotPlainError:
            return None

    def result(found: _Measures, text: str, spacing: float, limit: Any, width: int, resume: int | None) -> Any:
        layout = layout_class.__new__(layout_class)
        layout.__dict__.update(found.said)
        layout.text, layout.justification_spacing, layout.max_width = text, spacing, limit
        return layout, len(text.encode()), resume, width * FROM_UNITS, found.height, found.baseline

    def may_end(text: str, last: int, language: Any) -> list[int]:
        """The places in a text, to the `last`, before which a line may end, the last first."""
        data = text.encode()
        marks = ffi.new("PangoLogAttr[]", len(text) + 1)
        pango.pango_get_log_attrs(data, len(data), -1, language, marks, len(text) + 1)
        bits = memoryview(ffi.buffer(marks)).cast("I")
        return [place for place in range(last, 0, -1) if bits[place] & 1]

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: Any,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Any:
        made = made_alike(style)
        if "measures" not in made:
            made["measures"] = measures(style)
        found = made["measures"]
        usual = (text, style, context, max_width, justification_spacing, is_line_start, minimum)
        if found is None or not text or _SOFT_HYPHEN in text:
            return split(*usual)
        wraps = style["white_space"] == "normal"
        try:
            if not wraps or max_width is None or max_width == inf or max_width >= _WIDEST:
                return result(found, text, justification_spacing, max_width, sum(found.widths(text)), None)
            if style["font_size"] * _SHARE > max_width:
                return split(*usual)
            short = text[: int(max_width / style["font_size"] * _SHARE)]
            ends = list(accumulate(found.widths(short)))
        except _NotPlainError:
            return split(*usual)
        room = int(max_width * _UNITS)
        if ends[-1] <= room:
            if len(short) == len(text):
                return result(found, text, justification_spacing, max_width, ends[-1], None)
            return split(*usual)
        fitting = bisect_right(ends, room)
        last = fitting + 1 if short[fitting] == " " else fitting
        if last < len(short):
            for place in may_end(short, last, found.said["language_of_attributes"]):
                line = short[:place].rstrip(" ")
                if not line:
                    break
                resume = len(short[:place].encode())
                return result(found, line, justification_spacing, max_width, ends[len(line) - 1], resume)
        return split(*usual)

    def create_layout(text: str, style: Any, context: Any, max_width: Any, justification_spacing: float) -> Any:
        """A layout of words that have been set, and are spaced now; plain ones need none."""
        found = made_alike(style).get("measures")
        if found is None or not found.keys() >= set(text):
            return create(text, style, context, max_width, justification_spacing)
        return result(found, text, justification_spacing, max_width, 0, None)[0]

    def can_break_text(text: str, language: Any) -> bool:
        if len(text) != _PAIR:
            return can_break(text, language)  # type: ignore[no-any-return]
        found = pairs.get((text, language))
        if found is None:
            found = pairs[text, language] = can_break(text, language)
        return found

    return {
        (inline, "create_layout"): create_layout,
        (inline, "can_break_text"): can_break_text,
        (preferred, "can_break_text"): can_break_text,
        **{
            (module, "split_first_line"): split_first_line
            for module in (inline, line_break, preferred)
            if hasattr(module, "split_first_line")
        },
    }
