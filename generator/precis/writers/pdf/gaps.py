"""The gap above each block.

Word adds the space after a paragraph to the space before the next (docs/conventions.md §8); CSS would take the larger
of the two. So no block has a margin of its own: each carries the sum, as a class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from precis.writers.font import face
from precis.writers.pdf.css import points, rule
from precis.writers.style import HouseStyle, ParagraphStyle

__all__ = ["give_gaps"]

_BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "table", "hr")


@dataclass(frozen=True, slots=True)
class _Space:
    """What a block keeps about it, and how much lower than CSS Word sets its text, in points."""

    before: float
    after: float
    drop: float


def give_gaps(body: Any, style: HouseStyle) -> str:
    """Add its gap's class to every block of the cover and the text, and return the rules of these classes."""
    used = set()
    for block, length in list(_gaps(body, style)):
        gap = points(length)
        used.add(gap)
        # The first class, which names an element in the file, is that of the block, or nothing.
        block.set("class", f"{block.get('class', '')} {_name(gap)}")
    return "\n".join(rule(f".{_name(gap)}", {"margin-top": gap}) for gap in sorted(used))


def _name(gap: str) -> str:
    """The class of a gap: the same in every page, so that the rules of one serve others too."""
    return f"gap-{gap.replace('.', '-')}"


def _gaps(body: Any, style: HouseStyle) -> Iterator[tuple[Any, float]]:
    for sheet in body.iterfind("section[@class='sheet']"):
        yield from _of_sheet(sheet, style, None)
    if not style.masthead:
        return
    normal = _space_of_style(style.styles["Normal"]).drop
    masthead = body.find("header") is not None
    above = _Space(0, 0, 0 if masthead else normal)
    for section in body.iterfind("section"):
        begins_page = section.get("class") == "text" and section.getprevious() is not None
        begins_page = begins_page and section.getprevious().get("class") != "masthead"
        for block in _blocks(section):
            space = _space(block, style)
            yield block, 0 if begins_page else above.after + space.before + space.drop - above.drop
            above, begins_page = space, False


def _of_sheet(parent: Any, style: HouseStyle, above: _Space | None) -> Iterator[tuple[Any, float]]:
    """The gaps of a sheet, a column or a box; nothing stands above the first block of one."""
    for block in parent:
        if block.tag in ("ul", "blockquote"):
            inside = list(_of_sheet(block, style, above))
            yield from inside
            above = _space(block[-1], style)
            continue
        space = _space(block, style)
        yield block, 0 if above is None else above.after + space.before
        if block.tag == "div":
            for part in block if block.get("class") == "columns" else (block,):
                yield from _of_sheet(part, style, None)
        above = space


def _blocks(section: Any) -> Iterator[Any]:
    """The blocks of a section in their order; what stands in a table is the table's."""
    for child in section:
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from _blocks(child)


def _space(block: Any, style: HouseStyle) -> _Space:
    if block.tag == "div":
        if block.get("class") == "box":
            return _Space(style.box["before"] / 20, 0, 0)
        return _Space(style.columns["before"] / 20, style.columns["after"] / 20, 0)
    if block.tag == "table" and style.tables:
        kind = style.tables[block.get("class", "plain")]
        return _Space(kind.before / 20, kind.after / 20, 0)
    if block.tag == "table":
        following = block.getnext()
        sourced = following is not None and (following.get("class") or "").startswith("table-source")
        return _Space(style.table["before"] / 20, 0 if sourced else style.table["after"] / 20, 0)
    if block.tag == "hr":
        return _Space(style.end["before"] / 20, 0, 0)
    return _space_of_style(style.classes[block.get("class")].style)


def _space_of_style(style: ParagraphStyle) -> _Space:
    return _Space(style.before / 20, style.after / 20, face(style).drop(style.size, face(style).line(style)))
