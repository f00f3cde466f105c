"""Pages painted without asking of each line and word what few boxes have: borders, outlines, pictures as borders.

WeasyPrint asks every box of every line for all of it, finds a colour for each, and copies the boxes to part what stands
above from what stands below.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from precis.writers.pdf.engine.styles import made_of

__all__ = ["replaced"]


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The functions and methods that do it, by the class or module and name of those that they stand for."""
    import pydyf
    from weasyprint import draw, stacking
    from weasyprint.draw import border
    from weasyprint.draw.color import get_color
    from weasyprint.formatting_structure.boxes import Box, LineBox, TextBox
    from weasyprint.matrix import Matrix
    from weasyprint.pdf.stream import Stream

    dispatch, draw_border, draw_outline = stacking._dispatch, border.draw_border, border.draw_outline
    draw_inline_level, set_color = draw.draw_inline_level, Stream.set_color

    def is_still(style: Any) -> bool:
        """Whether a text of this style is painted where it stands in its line, with all before and after it."""
        made = made_of(style)
        found: bool | None = made.get("still")
        if found is None:
            found = made["still"] = (
                style["position"] == "static"
                and style["float"] == "none"
                and style["opacity"] == 1
                and not style["transform"]
                and style["overflow"] == "visible"
            )
        return found

    def is_plain(style: Any) -> bool:
        """Whether nothing but letters is seen of a text of this style, and they are seen."""
        made = made_of(style)
        found: bool | None = made.get("plain")
        if found is None:
            found = made["plain"] = (
                style["visibility"] == "visible"
                and style["text_decoration_line"] == "none"
                and style["font_size"] > 0
                and _is_bare(style)
            )
        return found

    def is_text(boxes: Any) -> bool:
        """Whether all boxes are texts of which nothing but letters is seen."""
        for box in boxes:  # noqa: SIM110 - a generator takes twice as long
            if type(box) is not TextBox or not is_plain(box.style):
                return False
        return True

    def quick_dispatch(
        box: Any, page: Any, child_contexts: Any, blocks: Any, floats: Any, blocks_and_cells: Any
    ) -> Any:
        if type(box) is TextBox:
            if is_still(box.style) and not box.is_grid_item:
                return box
        elif type(box) is LineBox and is_still(box.style) and not box.is_grid_item:
            for child in box.children:
                if type(child) is not TextBox or not is_still(child.style) or child.is_grid_item:
                    break
            else:
                return box
        return dispatch(box, page, child_contexts, blocks, floats, blocks_and_cells)

    def quick_border(stream: Any, box: Any) -> None:
        if (
            box.border_top_width
            or box.border_right_width
            or box.border_bottom_width
            or box.border_left_width
            or not _is_bare(box.style)
        ):
            draw_border(stream, box)

    def quick_outline(stream: Any, box: Any) -> None:
        style = box.style
        made = made_of(style)
        found = made.get("outlined")
        if found is None:
            found = made["outlined"] = (
                style["visibility"] == "visible"
                and bool(style["outline_width"])
                and get_color(style, "outline_color").alpha != 0
            )
        if found:
            draw_outline(stream, box)
            return
        for child in box.children:
            if isinstance(child, Box):
                quick_outline(stream, child)

    def quick_inline_level(
        stream: Any,
        page: Any,
        box: Any,
        offset_x: float = 0,
        text_overflow: str = "clip",
        block_ellipsis: str = "none",
    ) -> None:
        if (
            type(box) is not LineBox
            or box.block_ellipsis != "none"
            or box.background is not None
            or stream._tags is None
            or not _is_bare(box.style)
            or not is_text(box.children)
        ):
            draw_inline_level(stream, page, box, offset_x, text_overflow, block_ellipsis)
            return
        for child in box.children:
            number = len(stream._tags)
            stream._tags[child] = {"tag": "Span", "mcid": number}
            stream.stream.extend(("/Span", pydyf.Dictionary({"MCID": number}), b"BDC"))
            layout = child.pango_layout
            stream.set_color(child.style["color"])
            layout.reactivate(child.style)
            stream.begin_text()
            place = Matrix(d=-1, e=child.position_x, f=child.position_y + child.baseline)
            images = draw.text.draw_first_line(stream, child, box.text_overflow, "none", place)
            stream.end_text()
            if images:
                draw.text.draw_emojis(stream, child.style, place.values[4], place.values[5], images)
            layout.deactivate()
            stream.stream.append(b"EMC")

    def quick_color(self: Any, color: Any, stroke: bool = False) -> None:
        """A colour that is set already is known by its being the same."""
        if stroke:
            set_color(self, color, stroke)
            return
        said = self.__dict__
        if (
            said.get("kept") is not color
            or self._current_color is None
            or self._current_alpha is None
            or self._current_color is not said["kept_color"]
            or self._current_alpha is not said["kept_alpha"]
        ):
            set_color(self, color)
        said["kept"], said["kept_color"], said["kept_alpha"] = color, self._current_color, self._current_alpha

    return {
        (stacking, "_dispatch"): quick_dispatch,
        (draw, "draw_border"): quick_border,
        (draw, "draw_outline"): quick_outline,
        (border, "draw_outline"): quick_outline,
        (draw, "draw_inline_level"): quick_inline_level,
        (Stream, "set_color"): quick_color,
    }


def _is_bare(style: Any) -> bool:
    """Whether a box of this style has neither columns nor a picture as its border, if it has no border."""
    made = made_of(style)
    found: bool | None = made.get("unbordered")
    if found is None:
        found = made["unbordered"] = (
            style["column_width"] == style["column_count"] == "auto"
            and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        )
    return found
