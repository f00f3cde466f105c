"""What stands about the text: the page, its running heads and feet, the masthead, the foot of page 1.

All of it has a fixed place, docs/conventions.md §1.1, §1.3 and §1.5. Lengths are points from the corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from precis.writers.font import times
from precis.writers.pdf.css import at_rule, eighths, points, quoted, rule, twips, type_of
from precis.writers.style import HouseStyle

__all__ = ["foot_sheet", "frame_sheet", "head_sheet", "treaty_class"]

_SLACK = 0.01
_SHARE = 0.7
"""The part of its line that a notice in the foot may fill between the numbers of pages on the left and the right."""
_SAFE = 0.6
"""The width in ems that a letter is reckoned with at least: fonts that stand in for the house's may be wider."""
_LINES_KEPT = 4
"""Lines of a page that its notes never take."""


def treaty_class(size: float) -> str:
    """The class of a treaty's name that is set in `size` points."""
    return f"treaty-{size:g}"


def frame_sheet(style: HouseStyle) -> str:
    """The rules of a house style for the frame of its pages."""
    heads = (_head(style, side) for side in ("left", "right"))
    return "\n".join((*_pages(style), *heads, *_masthead(style), *_first_foot(style)))


def head_sheet(symbol: str) -> str:
    """The rules of one document: its symbol, on each page but the first."""
    content = {"content": quoted(symbol) if symbol else "none"}
    return "\n".join(at_rule(f"@page :{side}", rule(f"@top-{side}", content)) for side in ("left", "right"))


def foot_sheet(style: HouseStyle, notice: str, noted: bool) -> str:
    """The rules of a document for the foot of its pages: its notice, and whether page 1 has notes (`noted`)."""
    parts = []
    if notice:
        foot = {**_foot_box(style, style.styles["Footer"].size), "content": quoted(notice)}
        parts.append(at_rule("@page", rule("@bottom-center", foot)))
    # Boxes that have a width need none found by trial.
    room = style.text_width * _SHARE
    if sum(max(_SAFE, times().width(sign)) for sign in notice) * style.styles["Footer"].size < room / 20:
        number = {"width": twips((style.text_width - room) / 2 if notice else style.text_width)}
        parts += [at_rule(f"@page :{side}", rule(f"@bottom-{side}", number)) for side in ("left", "right")]
        if notice:
            parts.append(at_rule("@page", rule("@bottom-center", {"width": twips(room)})))
    if not noted:
        parts.append(
            at_rule("@page :first", rule("@footnote", {"margin-top": "0", "border": "none", "padding-top": "0"}))
        )
    return "\n".join(parts)


def _pages(style: HouseStyle) -> Iterator[str]:
    """The page. It stands lower by what Word sets text lower in a line, and so does all that is measured from it."""
    page = style.page
    drop = _normal_drop(style)
    margins = (
        points(page["top"] / 20 + drop),
        twips(page["right"]),
        points(page["bottom"] / 20 - drop),
        twips(page["left"]),
    )
    size = f"size: {twips(page['width'])} {twips(page['height'])};"
    yield at_rule("@page", size, f"margin: {' '.join(margins)};", _footnote_area(style))
    heads = (
        rule(f"@{place}", {"content": "none"}) for place in ("top-left", "top-right", "bottom-left", "bottom-right")
    )
    yield at_rule("@page :first", *heads)


def _footnote_area(style: HouseStyle) -> str:
    """The notes of a page. The line above them is an underlined tab in a paragraph of its own: here, the border of the
    area, which is therefore as narrow as the line is short; the notes go beyond it.
    """
    notes, normal = style.footnotes, style.styles["Normal"]
    line = times().line(normal)
    above = line - times().descent * normal.size + notes["separator_drop"] / 20 - _normal_drop(style)
    note = style.classes["note"].style
    drop = times().drop(note.size, times().line(note)) - _normal_drop(style)
    below = line + notes["separator_gap"] / 20 + drop - above - notes["separator_rule"] / 8
    page = style.page
    height = (page["height"] - page["top"] - page["bottom"]) / 20 - _LINES_KEPT * line
    return rule(
        "@footnote",
        {
            "margin-left": twips(notes["separator_left"]),
            "width": twips(notes["separator"]),
            "margin-top": points(above),
            "border-top": f"{eighths(notes['separator_rule'])} solid",
            # WeasyPrint compares the area with its notes to the last bit: room for rounding.
            "padding": f"{points(below)} 0 {points(_SLACK)}",
            "max-height": points(height - above - below),
        },
    )


def _head(style: HouseStyle, side: str) -> str:
    """The head and the foot of pages on that side, whatever the symbol that stands there."""
    head, heads = style.styles["Header"], style.heads
    line = times().line(head)
    drop = times().drop(head.size, line)
    outset = heads["rule_outset"] / 20
    box = {
        **type_of(head),
        "text-align": side,
        "vertical-align": "top",
        "width": points(style.text_width / 20),
        "height": points(line),
        "margin": f"{points((style.page['header'] + head.before) / 20 + drop)} {points(-outset)} auto",
        "padding": f"0 {points(outset)} {points(heads['rule_gap'] / 20 - drop)}",
        "border-bottom": f"{eighths(heads['rule'])} solid",
    }
    pages = 'counter(page) "/" counter(pages)' if heads.get("pages") else "counter(page)"
    number = {**_foot_box(style, heads["page_number"]), "content": pages, "font-weight": "bold"}
    return at_rule(f"@page :{side}", rule(f"@top-{side}", box), rule(f"@bottom-{side}", {**number, "text-align": side}))


def _foot_box(style: HouseStyle, size: float) -> dict[str, str]:
    """A margin box with a line of `size` points that ends where Word's foot ends."""
    line = times().natural(size)
    return {
        "font-size": points(size),
        "line-height": points(line),
        "vertical-align": "bottom",
        "padding-bottom": points(style.page["footer"] / 20 - times().drop(size, line)),
    }


def _normal_drop(style: HouseStyle) -> float:
    normal = style.styles["Normal"]
    return times().drop(normal.size, times().line(normal))


def _masthead(style: HouseStyle) -> Iterator[str]:
    """The masthead: its lines take no room in the flow and are moved to their places, its own height is fixed."""
    mast, page = style.masthead, style.page
    first, second, third, fourth = mast["columns"]
    upper, lower = mast["heights"]
    thick = mast["rule_bottom"] / 8
    yield rule(
        "header.masthead",
        {
            "display": "flow-root",
            "position": "relative",
            "height": twips(upper + lower),
            "margin-top": points((mast["y"] - page["top"]) / 20 - _normal_drop(style)),
            "margin-left": twips(mast["x"] - page["left"]),
            "width": twips(sum(mast["columns"])),
            "border-bottom": f"{points(thick)} solid",
        },
    )
    line = {"content": '""', "position": "absolute", "left": "0", "right": "0", "top": twips(upper)}
    yield rule("header.masthead::before", {**line, "border-top": f"{eighths(mast['rule_top'])} solid"})
    yield rule("header.masthead > *", {"height": "0", "position": "relative"})

    size, exact, after = mast["united_nations"]
    bottom = upper / 20 - after / 20
    yield rule("p.united-nations", _placed(first, second, bottom - exact / 20, size, exact / 20))
    yield rule("p.wide", {"width": twips(second + third)})

    # The symbol stands on the baseline of its large letters, which therefore must not open its line.
    cell = style.styles["MastheadG"]
    line_height = times().line(cell)
    baseline = upper / 20 - times().descent * mast["symbol_initial"]
    top = baseline + times().descent * cell.size - line_height
    symbol = _placed(first + second, third + fourth, top, cell.size, line_height)
    yield rule("p.symbol", {**symbol, "text-align": "right"})
    yield rule("span.initial", {"font-size": points(mast["symbol_initial"]), "line-height": "0"})

    inside = upper / 20 + mast["rule_top"] / 16
    yield rule("p.emblem", {"left": "0", "top": points(inside + mast["emblem_before"] / 20)})
    width, height = mast["emblem"]
    yield rule(
        "img.emblem",
        {"display": "block", "width": twips(width), "height": twips(height), "object-fit": "contain"},
    )
    for size, exact, _ in mast["treaty_sizes"]:
        place = _placed(first, second + third, inside + mast["treaty_before"] / 20, size, exact / 20)
        yield rule(f"p.{treaty_class(size)}", {**place, "font-weight": "bold"})
    lines = _placed(first + second + third, fourth, inside + mast["lines_before"] / 20, cell.size, mast["line"] / 20)
    yield rule("div.lines", lines)
    yield rule("p.issued + p.language", {"margin-top": twips(mast["lines_before"])})


def _placed(left: float, width: float, top: float, size: float, line: float) -> dict[str, str]:
    """A line of the masthead; `left` and `width` in twips, the rest in points, `top` where Word begins the line."""
    return {
        "left": twips(left),
        "width": twips(width),
        "top": points(top + times().drop(size, line)),
        "font-size": points(size),
        "line-height": points(line),
    }


def _first_foot(style: HouseStyle) -> Iterator[str]:
    """Corrections stand under the notes of page 1, so they are one of them; job number and code have fixed places."""
    foot, page = style.first_foot, style.page
    text, note = style.classes["corrections"].style, style.classes["note"].style
    drop, above = times().drop(text.size, times().line(text)), times().drop(note.size, times().line(note))
    gap = points(foot["corrections_gap"] / 20 + drop - above)
    place = {"margin-left": twips(-style.footnotes["separator_left"]), "width": twips(style.text_width)}
    if raised := foot.get("job_raised", 0):
        place["margin-bottom"] = twips(raised)
    yield rule("span.first-foot", {"float": "footnote", "text-indent": "0", "margin-top": gap, **place})
    yield rule(
        "span.corrections",
        {
            **type_of(text),
            "display": "block",
            "margin-left": twips(text.left),
            "margin-right": twips(text.right),
            "text-align": text.align,
        },
    )
    yield rule("span.corrections + span.corrections", {"margin-top": twips(text.before + text.after)})
    number = style.styles["Normal"]
    line = times().line(number)
    end = page["bottom"] / 20 - page["footer"] / 20
    # Fixed places are measured from the text's own area, which stands lower by the drop of the text.
    bottom = raised / 20 - end - times().drop(number.size, line) + _normal_drop(style)
    yield rule("p.job-number", {"position": "absolute", "left": "0", "bottom": points(bottom), **type_of(number)})
    if code := foot.get("bar_code"):
        at, above, width, height = code
        yield rule(
            "img.bar-code",
            {
                "position": "absolute",
                "left": twips(at - page["left"]),
                "top": points((above - page["top"]) / 20 - _normal_drop(style)),
                "width": twips(width),
                "height": twips(height),
            },
        )
    yield rule(
        "img.qr",
        {
            "position": "absolute",
            "left": twips(foot["qr_x"] - page["left"]),
            "top": points((foot["qr_y"] - page["top"]) / 20 - _normal_drop(style)),
            "width": twips(foot["qr"]),
            "height": twips(foot["qr"]),
        },
    )
