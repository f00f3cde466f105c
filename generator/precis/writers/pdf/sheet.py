"""The sheets of digests and briefings as CSS: their pages, columns, boxes, tables, references and leading."""

from __future__ import annotations

from collections.abc import Iterator

from precis.writers.font import face
from precis.writers.lines import natural_width
from precis.writers.pdf.css import at_rule, eighths, families, points, quoted, rule, twips, type_of
from precis.writers.style import CellLook, HouseStyle, ParagraphStyle, Rule, TableStyle

__all__ = ["leading_sheet", "sheet_heads", "sheet_sheet"]

_TAGS = ("p", "h1", "h2", "h3", "h4", "li")
_BETWEEN = 240
"""Twips between the words at the two ends of a running head, at least."""


def sheet_sheet(style: HouseStyle) -> str:
    """The rules of a design for all pages of sheets."""
    tables = (line for kind in style.tables.values() for line in _table(kind, style))
    cells = (line for name, look in style.cells.items() for line in _cell(name, look, style))
    return "\n".join((*_pages(style), *_blocks(style), *_inlines(style), *tables, *_rows(), *cells))


def _pages(style: HouseStyle) -> Iterator[str]:
    page = style.page
    margins = " ".join(twips(page[side]) for side in ("top", "right", "bottom", "left"))
    yield at_rule("@page", f"size: {twips(page['width'])} {twips(page['height'])};", f"margin: {margins};")
    yield at_rule("@page :first", f"margin-top: {twips(page['first_top'])};")
    yield rule("section.sheet + section.sheet", {"break-before": "page"})


def _blocks(style: HouseStyle) -> Iterator[str]:
    for name, widths in style.arrangements.items():
        between = (style.text_width - sum(widths)) // (len(widths) - 1)
        columns = {
            "display": "grid",
            "grid-template-columns": " ".join(map(twips, reversed(widths) if style.rtl else widths)),
            "column-gap": twips(between),
        }
        selector = f'div[data-arrangement="{name}"]'
        yield rule(selector, columns)
        # WeasyPrint places columns from the left, wherever lines begin.
        for number in range(len(widths)) if style.rtl else ():
            place = {"grid-row": "1", "grid-column": str(len(widths) - number)}
            yield rule(f"{selector} > .column:nth-child({number + 1})", place)
    box = style.box
    # The rule above the heading of a box runs above the whole of it.
    heading = style.classes["boxed-section"]
    above = heading.style.rule_above
    ground = {
        "background": f"#{style.colour('tint')}",
        "border-top": _line(above, style) if above else "",
        "padding": f"{twips(box['above'])} {twips(box['inset'])} {twips(box['below'])}",
    }
    yield rule("div.box", ground)
    yield rule(f"div.box .{heading.name}", {"border-top": "none", "padding-top": "0"})
    yield rule("h1, h2, h3, h4, p, li, td, th", {"hyphens": "manual", "text-align": "start"})
    if style.rtl:
        yield rule(", ".join(f"{tag}[dir=ltr]" for tag in (*_TAGS, "td", "th")), {"text-align": "start"})
        # WeasyPrint sets what floats at the end of such a line outside of it.
        yield rule("p.kind", {"position": "relative"})
        yield rule("p.kind span.end", {"position": "absolute", "right": "0", "top": "0"})


def _line(line: Rule, style: HouseStyle) -> str:
    return f"{eighths(line.width)} solid #{style.colour(line.colour)}"


def _inlines(style: HouseStyle) -> Iterator[str]:
    """Padding or nowrap on so small an inline makes gaps, and breaks lines too early; word joiners keep it whole."""
    reference = style.reference
    sans = families(style.families(style.styles["Small"]), sans=True)
    plain = {"font-family": sans, "font-weight": "normal", "font-style": "normal"}
    blue = f"#{style.colour('blue')}"
    raised = {"font-size": points(reference["size"]), "vertical-align": points(reference["raised"]), "line-height": "0"}
    yield rule("span.reference", {**plain, **raised, "color": blue})
    yield rule("td.reference", {"color": blue})
    yield rule(
        "span.end", {**plain, "float": "right", "font-size": points(style.styles["Small"].size), "color": "black"}
    )
    aside = {"font-size": points(style.styles["Small"].size), "color": "black", "margin-left": "3pt"}
    yield rule("span.aside", {**plain, **aside})


def _table(kind: TableStyle, style: HouseStyle) -> Iterator[str]:
    name = f"table.{kind.name}"
    bottom = f"{eighths(kind.rule_bottom)} solid" if kind.rule_bottom else ""
    # Rules that cells share would run through the frames of some, and are drawn thicker on a screen.
    layout = {"width": "100%", "table-layout": "fixed", "border-collapse": "separate", "border-spacing": "0"}
    yield rule(name, {**layout, "border-bottom": bottom})
    if kind.rule_head:
        yield rule(f"{name} thead tr > *", {"border-bottom": f"{eighths(kind.rule_head)} solid"})
    if kind.rule_row:
        line = f"{eighths(kind.rule_row)} solid #{style.colour('blue')}"
        yield rule(f"{name} tbody tr + tr > *", {"border-top": line})
    for selector, own in ((f"{name} thead th", kind.head), (f"{name} tbody th", kind.label), (f"{name} td", kind.cell)):
        yield rule(selector, {**_cell_type(own, style), "padding": _padding(own, kind)})
    yield rule(f"{name} tr > :last-child", {"padding-right": "0"})
    if kind.inset:
        yield rule(f"{name} tr > :last-child", {"padding-left": twips(kind.inset)})


def _cell_type(own: ParagraphStyle, style: HouseStyle) -> dict[str, str]:
    return {
        **type_of(own),
        "font-family": families(style.families(own), sans=own.sans),
        "vertical-align": "top",
        "overflow-wrap": "break-word",
    }


def _padding(own: ParagraphStyle, kind: TableStyle) -> str:
    return f"{twips(own.before)} {twips(kind.gutter)} {twips(own.after)} 0"


def _rows() -> Iterator[str]:
    yield rule("tr", {"break-inside": "avoid"})
    yield rule("thead th", {"vertical-align": "bottom"})
    yield rule("table .figure", {"text-align": "right"})
    yield rule("tr.group", {"break-after": "avoid"})
    yield rule("table tbody tr.group th", {"font-weight": "bold", "border-bottom": "0.5pt solid"})
    yield rule("table tbody tr.total > *", {"font-weight": "bold", "border-top": "0.5pt solid"})


def _cell(name: str, look: CellLook, style: HouseStyle) -> Iterator[str]:
    """A cell of another look. A line of paper parts it from its neighbours."""
    found = {"padding-left": twips(style.box["cell"]), "border": "1pt solid white", "background-clip": "padding-box"}
    if look.ground:
        found["background-color"] = f"#{style.colour(look.ground)}"
    if look.ink:
        found["color"] = f"#{style.colour(look.ink)}"
    if look.edge:
        found["border-left"] = _line(look.edge, style)
    if look.frame:
        found["outline"] = _line(look.frame, style)
        found["outline-offset"] = "-1.5pt"
    yield rule(f"table td.{name}", found)


def leading_sheet(steps: set[int], style: HouseStyle) -> str:
    """The rules for sheets whose leading is other than usual, by the steps that occur."""
    return "\n".join(line for step in sorted(steps) for line in _leading(step, style))


def _leading(step: int, style: HouseStyle) -> Iterator[str]:
    sheet = f'section[data-leading="{step}"]'
    for page_class in style.classes.values():
        if page_class.style.stretch:
            own = page_class.style.led(step)
            names = ", ".join(f"{sheet} {tag}.{page_class.name}" for tag in _TAGS)
            yield rule(names, {"line-height": points(face(own).line(own))})
    for kind in style.tables.values():
        for cell, own in (("tbody th", kind.label), ("td", kind.cell)):
            led = own.led(step)
            if led is not own:
                name = f"{sheet} table.{kind.name} {cell}"
                about = {"padding-top": twips(led.before), "padding-bottom": twips(led.after)}
                yield rule(name, {"line-height": points(face(led).line(led)), **about})


def sheet_heads(style: HouseStyle, head: str, notice: str, foot: str) -> str:
    """The rules of one document: its running head on all pages but the first, and its foot on all of them."""
    page = style.page
    own, low = style.styles["Header"], style.styles["Footer"]
    line = f"{eighths(style.heads['rule'])} solid"
    top = {
        **_cell_type(own, style),
        "vertical-align": "bottom",
        "height": points(page["header"] / 20 + 10),
        "padding-bottom": twips(style.heads["rule_gap"]),
        "border-bottom": line,
        "margin-bottom": "auto",
    }
    bottom = {
        **_cell_type(low, style),
        "vertical-align": "top",
        "padding-top": points((page["bottom"] - page["footer"]) / 20 - 12),
    }
    number = {**bottom, "font-weight": "bold", "font-size": points(style.heads["page_number"])}
    wide, narrow = twips(style.text_width * 0.86), twips(style.text_width * 0.14)
    # The notice has the width of its words, and some between; the head, of which some are long, has what is left.
    told = natural_width(((notice, own.size, own.bold, own.sans),)) * 20 + _BETWEEN
    most, rest = twips(style.text_width - told), twips(told)
    pages = 'counter(page) " / " counter(pages)'
    # Where lines begin on the right, so do the head and the foot.
    near, far = ("right", "left") if style.rtl else ("left", "right")
    return "\n".join(
        (
            at_rule(
                "@page",
                rule(f"@top-{near}", {**top, "content": quoted(head), "width": most, "text-align": near}),
                rule(f"@top-{far}", {**top, "content": quoted(notice), "width": rest, "text-align": far}),
                rule(f"@bottom-{near}", {**bottom, "content": quoted(foot), "width": wide, "text-align": near}),
                rule(f"@bottom-{far}", {**number, "content": pages, "width": narrow, "text-align": far}),
            ),
            at_rule("@page :first", rule("@top-left", {"content": "none"}), rule("@top-right", {"content": "none"})),
        )
    )
