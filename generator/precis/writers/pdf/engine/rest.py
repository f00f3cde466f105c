"""A line that is nothing but a stretch of the last text of its paragraph, set without looking for what else is in it.

Most lines are, and so is that in the box of a number. WeasyPrint makes each as if there could be boxes within boxes,
floats, letters in their own style and two ways to align them; what it finds out is the same, sum by sum.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["replaced"]

_SPACES = tuple(f"{kind}_{side}{of}" for kind, of in (("margin", ""), ("padding", ""), ("border", "_width"))
                for side in ("top", "right", "bottom", "left"))  # fmt: skip
_OF_BLOCK = {
    "position": "static",
    "float": "none",
    "overflow": "visible",
    "max_lines": "none",
    "continue": "auto",
    "box_decoration_break": "slice",
}
"""Values of the style of a box with one line that is set here."""
_ROUNDING = 1 + 1e-9
"""What WeasyPrint widens a line by, so that sums that were rounded do not break it."""


def replaced() -> dict[tuple[Any, str], Callable[..., Any]]:
    """The function that does it, by the module and name of that which it stands for."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import inline

    usual, usual_block = inline.get_next_linebox, inline.inline_block_box_layout

    def rest_of(line: Any, skip_stack: Any) -> tuple[int, Any, int] | None:
        """The last text of the line box, its place and the bytes of it that were set; None if more is to come."""
        if skip_stack is None:
            index, inner = 0, None
        else:
            ((index, inner),) = skip_stack.items()
        if index != len(line.children) - 1:
            return None
        text = line.children[index]
        if type(text) is not boxes.TextBox or not text.is_in_normal_flow():
            return None
        return index, text, next(iter(inner)) or 0 if inner else 0

    def get_next_linebox(
        context: Any,
        linebox: Any,
        position_y: Any,
        bottom_space: Any,
        skip_stack: Any,
        block: Any,
        absolute_boxes: Any,
        fixed_boxes: Any,
        first_letter_style: Any,
        first_line_style: Any,
    ) -> Any:
        line = None
        if not (first_letter_style or first_line_style or context.excluded_shapes):
            found = rest_of(linebox, skip_stack)
            if found is not None:
                line = stretch(context, linebox, position_y, block, *found)
        if line is None:
            line = usual(
                context,
                linebox,
                position_y,
                bottom_space,
                skip_stack,
                block,
                absolute_boxes,
                fixed_boxes,
                first_letter_style,
                first_line_style,
            )
        return line

    def stretch(context: Any, linebox: Any, position_y: Any, block: Any, index: int, text: Any, skip: int) -> Any:
        """The next line of a text and where to go on; None if it is not a plain one."""
        style = text.style
        collapses = style["white_space"] == "normal"
        if (
            not (collapses or style["white_space"] == "pre")
            or style["vertical_align"] != "baseline"
            or linebox.style["direction"] != "ltr"
            or block.style["direction"] != "ltr"
            or linebox.style["position"] == "relative"
            or linebox.is_leader
            or text.is_leader
            or any(map(vars(linebox).get, _SPACES))
        ):
            return None
        data = text.text.encode()
        while collapses and data[skip : skip + 1] == b" ":
            skip += 1
        if skip == len(data):
            return None
        inline.resolve_percentages(text, block)
        if any(map(vars(text).get, _SPACES)):
            return None
        begin = block.content_box_x()
        width = begin + block.width - begin
        end, indented = (begin + width) * _ROUNDING, begin + linebox.text_indent
        set_text, resume, preserved = inline.split_text_box(context, text, end - indented, skip)
        if set_text is None or preserved or indented + set_text.width > end:
            return None
        linebox.position_x, linebox.position_y, text.position_x = begin, position_y, indented
        set_text.position_x = indented
        line = linebox.copy_with_children([set_text])
        line.remove_decoration(start=bool(index or skip), end=resume is not None)
        line.width = indented + set_text.width - begin
        inline._adjust_line_height(line)
        linebox.width, linebox.height = line.width, line.height
        if collapses and set_text.text.endswith(" "):
            inline.remove_last_whitespace(context, line)
        across = inline.text_align(context, line, width, last=resume is None)
        set_text.position_y = -set_text.baseline
        top = min(-line.baseline, set_text.position_y)
        bottom = max(-line.baseline + line.margin_height(), set_text.position_y + set_text.margin_height())
        line.baseline, line.position_y, line.height = -top, top, bottom - top
        line.margin_top = line.margin_bottom = 0
        line.translate(across, position_y - top)
        line.position_y = position_y
        return line, None if resume is None else {index: {resume: None}}

    def inline_block_box_layout(
        context: Any,
        box: Any,
        position_x: Any,
        skip_stack: Any,
        block: Any,
        absolute_boxes: Any,
        fixed_boxes: Any,
    ) -> Any:
        return (skip_stack is None and with_line(context, box, position_x, block)) or usual_block(
            context, box, position_x, skip_stack, block, absolute_boxes, fixed_boxes
        )

    def with_line(context: Any, box: Any, position_x: Any, block: Any) -> Any:
        """A box in a line, of a width that is known, with one line of text in it; None if it is not such a one."""
        if not (
            type(box) is boxes.InlineBlockBox
            and len(box.children) == 1
            and type(box.children[0]) is boxes.LineBox
            and len(box.children[0].children) == 1
            and not (box.first_letter_style or box.first_line_style or box.is_table_wrapper or box.force_fragmentation)
            and all(box.style[name] == value for name, value in _OF_BLOCK.items())
        ):
            return None
        linebox = box.children[0]
        found = rest_of(linebox, None)
        inline.resolve_percentages(box, block)
        if found is None or box.width == "auto" or box.height != "auto" or any(map(vars(box).get, _SPACES)):
            return None
        inline.inline_block_width(box, context, block)
        box.position_x, box.position_y = position_x, 0
        inline.resolve_percentages(linebox, box)
        inline.resolve_one_percentage(linebox, "text_indent", box.width)
        line, resume = stretch(context, linebox, 0, box, *found) or (None, None)
        if line is None or resume is not None:
            return None
        line.resume_at = None
        made = box.copy_with_children([line])
        made.height = max(min(max(0, line.position_y + line.height), made.max_height), made.min_height)
        made.baseline = inline.inline_block_baseline(made)
        return made

    return {
        (inline, "get_next_linebox"): get_next_linebox,
        (inline, "inline_block_box_layout"): inline_block_box_layout,
    }
