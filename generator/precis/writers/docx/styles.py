"""The styles part: the house style under the names Word users know (docs/conventions.md §1.2; ECMA-376 clause 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from precis.writers.docx.markup import document, half_points, w
from precis.writers.docx.numbering import Numbering
from precis.writers.style import HouseStyle, PageClass, ParagraphStyle

__all__ = ["NO_OUTLINE", "StyleSheet", "bullet_levels", "house_sheet", "paragraph_spacing"]

_LEVEL = re.compile(r"-\d\Z")
_BUILT_IN = {
    *("Normal", "footnote text", "header", "footer", "Title", "Subtitle", "heading 1", "heading 2", "heading 3"),
    *("List Bullet", "List Bullet 2", "Quote"),
}
NO_OUTLINE = 9
"""The level of body text (clause 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles part, and what the text must know of it.

    `ids` gives the id under which the file holds each of our styles; `outlines` the level (from 1) of those that are
    in the navigation pane; `numbered` those that bring their own bullet.
    """

    blob: bytes
    ids: Mapping[str, str]
    outlines: Mapping[str, int]
    numbered: frozenset[str]

    def outline(self, page_class: PageClass) -> str:
        """The outline level of a paragraph, where its style has another."""
        if page_class.outline == self.outlines.get(page_class.style.id):
            return ""
        return w("outlineLvl", val=NO_OUTLINE if page_class.outline is None else page_class.outline - 1)


def house_sheet(style: HouseStyle, language: str, numbering: Numbering) -> StyleSheet:
    """The styles of the house; `language` is Word's tag for that of the text ("en-GB")."""
    bullets = {
        each.style.id: (numbering.bullets(levels), at)
        for levels in bullet_levels(style)
        for at, each in enumerate(levels)
    }
    return _sheet(style, language, tuple(bullets.items()))


def bullet_levels(style: HouseStyle) -> list[list[PageClass]]:
    """The classes of items with bullets, those of the levels of one list together."""
    found: dict[str, list[PageClass]] = {}
    for each in style.classes.values():
        if each.bullet:
            found.setdefault(_LEVEL.sub("", each.name), []).append(each)
    return list(found.values())


@lru_cache(maxsize=4)
def _sheet(style: HouseStyle, language: str, numbers: tuple[tuple[str, tuple[int, int]], ...]) -> StyleSheet:
    """The styles, made once for all documents of a run.

    `numbers` has the `w:numId` and the `w:ilvl` of each style with a bullet.
    """
    outlines, bullets = _outlines(style.classes.values()), dict(numbers)
    paragraphs = (_paragraph_style(each, style, outlines, bullets) for each in style.styles.values())
    blob = document("styles", _defaults(style, language), _LATENT, *paragraphs, *_other_styles(style))
    others = (
        "FootnoteReference",
        "PageNumber",
        "Hyperlink",
        "GapG",
        *(("Reference", "Aside") if style.reference else ()),
    )
    ids = {name: name for name in (*style.styles, *others)}
    return StyleSheet(blob, ids, outlines, frozenset(bullets))


def _outlines(classes: Iterable[PageClass]) -> dict[str, int]:
    """The outline level of each style: the highest of the classes that are set in it."""
    found: dict[str, int] = {}
    for each in classes:
        if each.outline is not None:
            found[each.style.id] = min(each.outline, found.get(each.style.id, each.outline))
    return found


# Word lists several hundred styles of its own in the pane unless they are said to be hidden until used.
_LATENT = w(
    "latentStyles",
    defLockedState=0,
    defUIPriority=99,
    defSemiHidden=1,
    defUnhideWhenUsed=1,
    defQFormat=0,
    count=376,
)


def _defaults(style: HouseStyle, language: str) -> str:
    """Fonts, size and language of all text; no kerning, as Word has it and docs/conventions.md §8 measured it."""
    fonts = _fonts(style.font, style)
    size = half_points(style.styles["Normal"].size)
    tag = w("lang", val=language, eastAsia=language, bidi=language)
    run = w("rPr", fonts, w("kern", val=0), w("sz", val=size), w("szCs", val=size), tag)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _paragraph_style(
    style: ParagraphStyle, house: HouseStyle, outlines: Mapping[str, int], bullets: Mapping[str, tuple[int, int]]
) -> str:
    normal = style.id == "Normal"
    heading = style.id in outlines or style.heading_tab is not None
    return w(
        "style",
        w("name", val=style.name),
        "" if normal else w("basedOn", val="Normal"),
        w("next", val="Prose" if house.reference else "SingleTxtG") if heading else "",
        w("qFormat"),
        w("pPr", _paragraph_properties(style, house, outlines, bullets)),
        w("rPr", _run_properties(style, house)),
        type="paragraph",
        default=1 if normal else None,
        customStyle=None if style.name in _BUILT_IN else 1,
        styleId=style.id,
    )


def _paragraph_properties(
    style: ParagraphStyle, house: HouseStyle, outlines: Mapping[str, int], bullets: Mapping[str, tuple[int, int]]
) -> str:
    keep = w("keepNext") + w("keepLines") if style.keep else ""
    number = ""
    if style.id in bullets:
        identifier, at = bullets[style.id]
        number = w("numPr", w("ilvl", val=at) if at else "", w("numId", val=identifier))
    level = w("outlineLvl", val=outlines[style.id] - 1) if style.id in outlines else ""
    align = {"justify": w("jc", val="both"), "left": ""}.get(style.align, w("jc", val=style.align))
    normal = style.id == "Normal"
    return "".join(
        (
            keep,
            w("widowControl") if normal else "",
            number,
            _rule_of_heads(house) if style.id == "Header" else _rules(style, house),
            _tabs(style, house),
            w("suppressAutoHyphens") if normal else "",
            _of_script(house) if normal else "",
            paragraph_spacing(style),
            _indent(style),
            align,
            level,
        )
    )


def _of_script(house: HouseStyle) -> str:
    """How lines are set in a script, as in PDF files: no sign hangs over, no room parts it from Latin letters.

    Indents and sides of a paragraph that runs from the right are counted from there (clause 17.3.1.6).
    """
    if house.script is None:
        return ""
    if house.rtl:
        return w("bidi")
    return "".join(w(name, val=0) for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN"))


def _run_properties(style: ParagraphStyle, house: HouseStyle) -> str:
    size = half_points(style.size)
    font = _fonts(house.sans, house) if style.sans else ""
    bold = w("b") + w("bCs") if style.bold else ""
    italic = w("i") + w("iCs") if style.italic else ""
    if italic and house.script is not None and house.script.emphasis_font:
        font, italic = w("rFonts", eastAsia=house.script.emphasis_font), ""
    colour = w("color", val=house.colour(style.colour)) if style.colour else ""
    return font + bold + italic + colour + w("sz", val=size) + w("szCs", val=size)


def _fonts(name: str, house: HouseStyle) -> str:
    """The fonts of Latin letters, and of the characters of the script where a page has one."""
    script = house.script.font if house.script is not None else name
    return w("rFonts", ascii=name, eastAsia=script, hAnsi=name, cs=script)


def paragraph_spacing(style: ParagraphStyle, *, before: int | None = None) -> str:
    """The space about a paragraph and the height of its lines; `before` takes the place of the style's own."""
    rule = "exact" if style.exact else "auto" if style.auto else "atLeast"
    above = style.before if before is None else before
    return w("spacing", before=above, after=style.after, line=style.line, lineRule=rule)


def _indent(style: ParagraphStyle) -> str:
    if not (style.left or style.right or style.first):
        return ""
    hanging = -style.first if style.first < 0 else None
    first = style.first if style.first > 0 else None
    return w("ind", left=style.left, right=style.right, hanging=hanging, firstLine=first)


def _tabs(style: ParagraphStyle, house: HouseStyle) -> str:
    """A heading's number and a note's mark end at a tab to the right.

    LibreOffice sets the mark of a note itself and fills the line up to the indent, from where the tab after the mark
    would lead too far; a stop just beyond the indent, which Word never comes to, holds it back.
    """
    if style.id == "FootnoteText":
        beyond = w("tab", val="left", pos=style.left + 1)
        return w("tabs", w("tab", val="right", pos=house.footnotes["tab"]), beyond)
    return "" if style.heading_tab is None else w("tabs", w("tab", val="right", pos=style.heading_tab))


def _rule_of_heads(house: HouseStyle) -> str:
    gap = house.heads["rule_gap"] // 20
    return w("pBdr", w("bottom", val="single", sz=house.heads["rule"], space=gap, color="auto"))


def _rules(style: ParagraphStyle, house: HouseStyle) -> str:
    """The rules above and below a paragraph (clause 17.3.1.24); the gap to them is in points."""
    sides = (("top", style.rule_above), ("bottom", style.rule_below))
    rules = (
        w(side, val="single", sz=line.width, space=line.gap // 20, color=house.colour(line.colour))
        for side, line in sides
        if line
    )
    return w("pBdr", inside) if (inside := "".join(rules)) else ""


def _other_styles(style: HouseStyle) -> Iterable[str]:
    """The styles of runs and tables."""
    call, number = half_points(style.footnotes.get("call", 9)), half_points(style.heads["page_number"])
    yield _style("character", "DefaultParagraphFont", "Default Paragraph Font", w("semiHidden"), default=1)
    yield _style("numbering", "NoList", "No List", w("semiHidden"), default=1)
    raised = w("rPr", w("sz", val=call), w("szCs", val=call), w("vertAlign", val="superscript"))
    yield _style("character", "FootnoteReference", "footnote reference", raised)
    bold = w("rPr", w("b"), w("bCs"), w("sz", val=number), w("szCs", val=number))
    yield _style("character", "PageNumber", "page number", bold)
    yield _style("character", "Hyperlink", "Hyperlink", w("rPr", w("color", val="auto"), w("u", val="none")))
    ground = w("rPr", w("shd", val="clear", color="auto", fill=style.gap["ground"]))
    yield _style("character", "GapG", "_ Gap_G", ground, custom=1)
    if style.reference:
        yield from _sheet_styles(style)
    margins = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    plain = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    yield _style("table", "TableNormal", "Normal Table", w("semiHidden"), plain, default=1)


def _sheet_styles(style: HouseStyle) -> Iterable[str]:
    """A reference is truly superscript: LibreOffice shrinks what is only raised. An aside is small, and not bold."""
    size, blue = half_points(style.reference["superscript"]), w("color", val=style.colour("blue"))
    raised = (
        _fonts(style.sans, style),
        blue,
        w("sz", val=size),
        w("szCs", val=size),
        w("vertAlign", val="superscript"),
    )
    yield _style("character", "Reference", "Reference", w("rPr", *raised), custom=1)
    small = half_points(style.styles["Small"].size)
    plain = (w("b", val=0), w("bCs", val=0), w("color", val=style.colour("")), w("sz", val=small), w("szCs", val=small))
    yield _style("character", "Aside", "Aside", w("rPr", _fonts(style.sans, style), *plain), custom=1)


def _style(
    kind: str, identifier: str, name: str, *properties: str, default: int | None = None, custom: int | None = None
) -> str:
    head = w("name", val=name)
    return w("style", head, *properties, type=kind, default=default, customStyle=custom, styleId=identifier)
