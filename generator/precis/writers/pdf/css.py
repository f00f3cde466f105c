"""The style sheet: a house style as CSS for paged media.

Every number comes from the house style. Two things differ between Word and CSS and are mended here and in `prepare`:
Word adds the space after a paragraph to the space before the next, so that blocks carry their gap as a class; and it
sets a text lower in its line (`Font.drop`), so that the page, the gaps and all fixed places are moved by that much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from precis.writers.font import face, times
from precis.writers.lettered import ITEM_CLASSES
from precis.writers.style import HouseStyle, PageClass, ParagraphStyle, Script

__all__ = ["at_rule", "eighths", "families", "points", "quoted", "rule", "style_sheet", "twips", "type_of"]


def twips(length: float) -> str:
    """A length in twips as CSS."""
    return points(length / 20)


def eighths(width: float) -> str:
    """The width of a rule, in eighths of a point, as CSS."""
    return points(width / 8)


def points(length: float) -> str:
    """A length in points as CSS."""
    return f"{length:.4f}".rstrip("0").rstrip(".") + "pt"


def quoted(text: str) -> str:
    """A text as a CSS string."""
    escaped = "".join(f"\\{ord(c):x} " if c in '"\\<' or ord(c) < 32 else c for c in text)
    return f'"{escaped}"'


def families(fonts: Iterable[str], *, sans: bool = False) -> str:
    """Fonts as CSS names them, the first that there is, and at last any of their kind."""
    return ", ".join((*(f'"{font}"' for font in fonts), "sans-serif" if sans else "serif"))


def rule(selector: str, declarations: Mapping[str, str]) -> str:
    """One rule; an empty value leaves its property out."""
    return f"{selector} {{{'; '.join(f'{name}: {value}' for name, value in declarations.items() if value)}}}"


def at_rule(name: str, *rules: str) -> str:
    """A rule that holds others, such as a page and its boxes."""
    return f"{name} {{ {' '.join(rules)} }}"


def style_sheet(style: HouseStyle) -> str:
    """The rules that hold for every page of this house style."""
    records = (*_notes(style), *_tables(style), *_ends(style)) if style.footnotes else ()
    return "\n".join((*_base(style), *_classes(style), *_inlines(style), *records))


def type_of(style: ParagraphStyle) -> dict[str, str]:
    """The type of a paragraph style: size, line, weight and slope."""
    return {
        "font-size": points(style.size),
        "line-height": points(face(style).line(style)),
        "font-weight": "bold" if style.bold else "normal",
        "font-style": "italic" if style.italic else "normal",
    }


def _base(style: HouseStyle) -> Iterator[str]:
    """What every element begins from. Word neither kerns nor joins letters unless told to."""
    fonts = families(style.fonts)
    normal = style.styles["Normal"]
    yield rule(
        "html",
        {"font-family": fonts, "font-kerning": "none", "font-variant-ligatures": "none", "color": "black"},
    )
    if style.rtl:
        yield rule("html", {"direction": "rtl"})
        yield rule("[dir=ltr]", {"direction": "ltr"})
    yield rule("body", type_of(normal))
    yield rule(
        "html, body, header, section, div, p, h1, h2, h3, h4, ul, li, blockquote, table, hr",
        {"margin": "0", "padding": "0", "bookmark-level": "none"},
    )
    yield rule("p, h1, h2, h3, h4, li", {"overflow-wrap": "break-word", "widows": "2", "orphans": "2"})
    yield rule("section.cover + section.text", {"break-before": "page"})
    yield rule("a", {"color": "inherit", "text-decoration": "none"})
    yield rule("ul", {"list-style": "none"})
    # A picture is drawn as it is: PDF/A-2 forbids to have it smoothed (ISO 19005-2, 6.2.8).
    yield rule("img", {"image-rendering": "crisp-edges"})


def _ends(style: HouseStyle) -> Iterator[str]:
    """The line that ends a record."""
    yield rule(
        "hr.end",
        {
            "width": twips(style.end["width"]),
            "margin-left": "auto",
            "margin-right": "auto",
            "color": "black",
            "border": "none",
            "border-top": f"{eighths(style.end['rule'])} solid",
            "break-before": "avoid",
        },
    )


def _classes(style: HouseStyle) -> Iterator[str]:
    for page_class in style.classes.values():
        if page_class.name not in ("note", "cell", "corrections"):
            yield from _class(page_class, style)


def _class(page_class: PageClass, house: HouseStyle) -> Iterator[str]:
    style = page_class.style
    name = "".join(f"{tag}.{page_class.name}, " for tag in ("p", "h1", "h2", "h3", "h4", "li")).removesuffix(", ")
    # A heading hangs so that its number can stand at a tab before it; the text itself stands at the indent.
    first = 0 if style.heading_tab is not None or page_class.bullet else style.first
    yield rule(
        name,
        {
            **type_of(style),
            "margin-left": twips(style.left),
            "margin-right": twips(style.right),
            "text-indent": twips(first) if first else "",
            "text-align": style.align,
            "break-after": "avoid" if style.keep else "",
            "break-inside": "avoid" if style.keep else "",
            "bookmark-level": str(page_class.outline) if page_class.outline else "",
            "bookmark-label": "attr(data-outline)" if page_class.outline else "",
            **_looks(style, house),
        },
    )
    box = {"display": "inline-block", "text-indent": "0", "white-space": "pre"}
    for part, tab in (("number", page_class.number_tab), ("label", page_class.label_tab)):
        if tab is not None:
            tag = "li" if page_class.name in ITEM_CLASSES else "p"
            selector = f"{tag}.{page_class.name} span.{part}"
            width = twips(tab - style.left - max(style.first, 0))
            yield rule(selector, {**box, "min-width": width})
            # What is known to end before its tab needs no width found by trial (`prepare.py`).
            yield rule(f"{selector}.short", {"min-width": "0", "width": width})
    if page_class.leader:
        yield rule(f"p.{page_class.name} span.state::before", {"content": 'leader(dotted) " "'})
    if page_class.bullet is not None:
        hanging = {"margin-left": twips(style.first), "width": twips(-style.first)}
        yield rule(f"li.{page_class.name}::before", {"content": f'"{page_class.bullet}"', **box, **hanging})


def _looks(style: ParagraphStyle, house: HouseStyle) -> dict[str, str]:
    """The font, colour and rules of a style, where they are not those of all text."""
    found = {"font-family": families(house.families(style), sans=True)} if style.sans else {}
    if style.italic and house.script is not None and house.script.emphasis_fonts:
        found["font-family"] = _emphasis(house, house.script)
    if style.colour:
        found["color"] = f"#{house.colour(style.colour)}"
    for side, line in (("top", style.rule_above), ("bottom", style.rule_below)):
        if line is not None:
            found[f"border-{side}"] = f"{eighths(line.width)} solid #{house.colour(line.colour)}"
            found[f"padding-{side}"] = twips(line.gap)
    return found


def _emphasis(style: HouseStyle, script: Script) -> str:
    """The fonts of what other scripts have in italics."""
    return families((style.font, *style.fallback_fonts, *script.emphasis_fonts))


def _inlines(style: HouseStyle) -> Iterable[str]:
    """Raised letters never open the line. Changes read without colour: by the line through or under, and brackets."""
    size, by = style.footnotes.get("raised_size", 70) / 100, style.footnotes.get("raised_by", 36) / 100
    yield rule(
        "sup, span.reference", {"font-size": f"{size}em", "vertical-align": f"{by / size:.4f}em", "line-height": "0"}
    )
    if style.script is not None:
        yield rule("span.wide", {"font-family": families(style.script.fonts), "line-height": "0"})
        if style.script.emphasis_fonts:
            # Letters that have italics are in them; a character of the script stands upright.
            yield rule("i", {"font-family": _emphasis(style, style.script)})
    yield rule("span.gap", {"background": f"#{style.gap['ground']}"})
    for tag, line in (("ins", "underline"), ("del", "line-through")) if style.changes else ():
        opening, closing = style.changes[tag]
        yield rule(tag, {"text-decoration": line, "color": "inherit"})
        yield rule(f"{tag}::before", {"content": f'"{opening}"'})
        yield rule(f"{tag}::after", {"content": f'"{closing}"'})


def _notes(style: HouseStyle) -> Iterator[str]:
    """Footnotes and their calls. A call of asterisks stands on the line, as in real files; a number is raised."""
    note = style.classes["note"].style
    tab = style.footnotes["tab"]
    size = style.footnotes["call"] * style.footnotes["raised_size"] / 100
    raised = {
        "font-size": points(size),
        "line-height": "0",
        "vertical-align": points(style.footnotes["call"] * style.footnotes["raised_by"] / 100),
    }
    yield rule(
        "span.note",
        {
            **type_of(note),
            "float": "footnote",
            "footnote-policy": "line",
            # Measured from the area of the notes, which begins where the line above them does.
            "margin-left": twips(note.left - style.footnotes["separator_left"]),
            "width": twips(style.text_width - note.left - note.right),
            "text-align": note.align,
            "text-indent": "0",
        },
    )
    yield rule("span.more", {"footnote-policy": "auto"})
    # WeasyPrint's own call and mark show nothing, and must not open the line either.
    nothing = {"content": "none", "line-height": "0", "vertical-align": "baseline"}
    parts = (f"span.{name}::footnote-{part}" for name in ("note", "first-foot") for part in ("call", "marker"))
    yield rule(", ".join(parts), nothing)
    yield rule("a.call", {"font-size": points(style.styles["Normal"].size), "line-height": "0"})
    yield rule("a.counted", {**raised, "font-weight": "normal", "font-style": "normal"})
    yield rule(
        "span.mark",
        {
            **raised,
            "display": "inline-block",
            "margin-left": twips(note.first),
            "width": twips(tab),
            "margin-right": twips(note.left - tab),
            "text-align": "right",
        },
    )


def _tables(style: HouseStyle) -> Iterator[str]:
    """A table as wide as the text; its header is repeated on every page that it goes on to."""
    cell = style.classes["cell"].style
    drop = times().drop(cell.size, times().line(cell))
    table = style.table
    below = max(cell.after / 20 - drop, 0)
    yield rule(
        "table",
        {
            "margin-left": twips(table["left"]),
            "width": twips(style.text_width - table["left"] - table["right"]),
            "table-layout": "fixed",
            "border-collapse": "collapse",
            "border-top": f"{eighths(table['rule_top'])} solid",
            "border-bottom": f"{eighths(table['rule_bottom'])} solid",
        },
    )
    yield rule("thead", {"border-bottom": f"{eighths(table['rule_head'])} solid"})
    yield rule("tr", {"break-inside": "avoid"})
    yield rule(
        "th, td",
        {
            **type_of(cell),
            "vertical-align": "top",
            "text-align": cell.align,
            "padding": f"{points(cell.before / 20 + drop)} {twips(table['gutter'])} {points(below)} 0",
            "font-weight": "normal",
            "overflow-wrap": "break-word",
        },
    )
    yield rule("thead th", {"vertical-align": "bottom", "font-weight": "bold"})
    yield rule("tr > :last-child", {"padding-right": "0"})
    yield rule("p.table-source", {"break-before": "avoid"})
    for align in ("center", "right"):
        yield rule(f"th.{align}, td.{align}", {"text-align": align})
