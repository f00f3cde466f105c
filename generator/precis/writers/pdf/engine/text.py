"""Layouts of Pango made by copying one of the same style, and the height of a line found once for a style.

WeasyPrint makes everything that a layout needs anew for each line, some twenty calls into C: a context, a description
of the font, a list of font features. All of it is the same for the same style.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from precis.writers.pdf.engine.styles import made_alike, made_of

__all__ = ["replaced"]

_ALL = 0xFFFFFFFF
"""The end of a stretch of text that goes on to its end, however long (G_MAXUINT)."""
_OF_LAYOUT = ("language", "ascent", "underline_position", "strikethrough_position")
_OF_DECORATED = (*_OF_LAYOUT, "underline_thickness", "strikethrough_thickness")


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The methods and functions that do it, by the class or module and name of those that they stand for."""
    from weasyprint.layout import inline
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango

    layout_class = line_break.Layout
    setup, set_text, strut = layout_class.setup, layout_class.set_text, line_break.strut
    copy, unref, show = pango.pango_layout_copy, gobject.g_object_unref, pango.pango_layout_set_text

    def pattern(self: Any, style: Any) -> tuple[Any, dict[str, Any], bool]:
        """A layout of this style, what its Layout says of it, and whether a text only has to be set in it."""
        setup(self, style)
        layout = self.layout
        if style["overflow_wrap"] in ("anywhere", "break-word"):
            attributes = pango.pango_layout_get_attributes(layout)
            if attributes == ffi.NULL:
                attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
            attribute = pango.pango_attr_insert_hyphens_new(False)
            attribute.start_index, attribute.end_index = 0, _ALL
            pango.pango_attr_list_change(attributes, attribute)
            pango.pango_layout_set_attributes(layout, attributes)
        plain = style["letter_spacing"] == "normal" and not style["word_spacing"]
        names = _OF_LAYOUT if style["text_decoration_line"] == "none" else _OF_DECORATED
        return layout, {name: getattr(self, name) for name in names}, plain

    def quick_setup(self: Any, style: Any) -> None:
        made = made_alike(style)
        found = made.get("layout")
        if found is None:
            found = made["layout"] = pattern(self, style)
        said = self.__dict__
        said.update(found[1])
        said["style"], said["first_line_direction"] = style, 0
        said["plain"] = found[2]
        said["layout"] = ffi.gc(copy(found[0]), unref)

    def quick_set_text(self: Any, text: str, justify: bool = False) -> None:
        if not self.plain or (justify and self.justification_spacing) or "\t" in text:
            set_text(self, text, justify)
            return
        index = text.find("\n")
        if index != -1:
            text = text[: index + 2]
        self.text = text
        show(self.layout, text.encode().replace(b"\x00", b""), -1)

    def quick_reactivate(self: Any, style: Any) -> None:
        said = self.__dict__
        said["style"], said["waiting"] = style, True

    def found_missing(self: Any, name: str) -> Any:
        """The layout of a text that is to be drawn, made when it is asked for: plain text needs none."""
        if name in ("layout", "language") and self.__dict__.pop("waiting", False):
            self.setup(self.style)
            self.set_text(self.text, justify=True)
            return getattr(self, name)
        raise AttributeError(name)

    def quick_deactivate(self: Any) -> None:
        for name in ("layout", "language", "style", "waiting"):
            self.__dict__.pop(name, None)

    def quick_strut(style: Any) -> Any:
        made = made_of(style)
        found = made.get("strut")
        if found is None:
            found = made["strut"] = strut(style)
        return found

    return {
        (layout_class, "setup"): quick_setup,
        (layout_class, "set_text"): quick_set_text,
        (layout_class, "reactivate"): quick_reactivate,
        (layout_class, "deactivate"): quick_deactivate,
        (layout_class, "__getattr__"): found_missing,
        (line_break, "strut"): quick_strut,
        (inline, "strut"): quick_strut,
    }
