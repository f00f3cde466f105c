"""Used lengths and backgrounds of boxes, found once for a style where they cannot differ from box to box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from precis.writers.pdf.engine.styles import made_of

__all__ = ["replaced"]

_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"margin_{side}" for side in _SIDES),
    *(f"padding_{side}" for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
_BORDERS = tuple(f"border_{side}_width" for side in _SIDES)
_RADII = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
_SQUARE = dict.fromkeys(_RADII, (0, 0))
_FLOATS = ("left", "right", "inline-start", "inline-end", "footnote")
_PLACED = ("absolute", "fixed")
_MOVED = ("running()", "note()")


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The methods and functions that do it, by the class or module and name of those that they stand for."""
    from weasyprint import layout
    from weasyprint.formatting_structure.boxes import Box, ParentBox
    from weasyprint.layout import (
        absolute,
        background,
        block,
        column,
        flex,
        float,
        grid,
        inline,
        page,
        percent,
        preferred,
        table,
    )
    from weasyprint.layout import replaced as pictures

    resolve, backgrounds = percent.resolve_percentages, background.layout_box_backgrounds

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        made = made_of(box.style)
        lengths = made.get("lengths")
        if lengths is None:
            lengths = made["lengths"] = _fixed_lengths(box.style)
        if lengths:
            vars(getattr(box, "_box", box)).update(lengths)
        else:
            resolve(box, containing_block)

    def layout_box_backgrounds(
        page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        if style is None and box is not page and _is_bare(box.style):
            # A placeholder stands for a box that is set at a place of its own.
            vars(getattr(box, "_box", box)).update(_SQUARE)
            if layout_children:
                for child in box.all_children():
                    layout_box_backgrounds(page, child, get_image)
            box.background = None
        else:
            backgrounds(page, box, get_image, layout_children, style)

    def is_in_normal_flow(self: Any) -> bool:
        style = self.style
        if style["float"] in _FLOATS:
            return False
        position = style["position"]
        return position not in _PLACED and position[0] not in _MOVED

    def names_of(self: Any) -> tuple[str, str]:
        return page_name(self, 0), page_name(self, -1)

    def block_level_page_name(before: Any, after: Any) -> str | None:
        name: str = page_name(after, 0)
        return name if page_name(before, -1) != name else None

    using = (absolute, block, column, flex, float, grid, inline, layout, page, percent, pictures, preferred, table)
    return {
        (Box, "is_in_normal_flow"): is_in_normal_flow,
        (ParentBox, "page_values"): names_of,
        (block, "block_level_page_name"): block_level_page_name,
        (background, "layout_box_backgrounds"): layout_box_backgrounds,
        **{
            (module, "resolve_percentages"): resolve_percentages
            for module in using
            if hasattr(module, "resolve_percentages")
        },
    }


def _fixed_lengths(style: Any) -> dict[str, Any]:
    """The used lengths of a box of this style; none if they depend on what contains the box, or on its table."""
    if style["border_collapse"] == "collapse" or style["box_sizing"] != "content-box":
        return {}
    out: dict[str, Any] = {}
    for name in _LENGTHS:
        value = style[name]
        if value is None or value == "auto":
            out[name] = 0 if value == "auto" and name.startswith("min_") else value
        elif getattr(value, "unit", None) in (None, "%"):
            return {}
        else:
            out[name] = value.value
    return out | {name: style[name] for name in _BORDERS}


def page_name(box: Any, end: int) -> str:
    """The name of the page that a box begins on, or ends on where `end` is -1; WeasyPrint finds out both each time."""
    name: str = box.style["page"]
    children = getattr(box, "_box", box).children
    for child in reversed(children) if end else children:
        if child.is_in_normal_flow() or child.is_floated():
            return page_name(child, end) or name
    return name


def _is_bare(style: Any) -> bool:
    """Whether a box of this style has square corners and neither ground, picture nor shadow."""
    made = made_of(style)
    found = made.get("bare")
    if found is None:
        from weasyprint.draw.color import get_color

        found = made["bare"] = (
            all((0, "px") in style[name] for name in _RADII)
            and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
            and style["visibility"] != "hidden"
            and all(kind == "none" for kind, _ in style["background_image"])
            and get_color(style, "background_color").alpha == 0
            and not style["box_shadow"]
        )
    return bool(found)
