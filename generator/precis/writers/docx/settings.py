"""The parts that say how Word treats the document: its settings and its sheet of paper (clauses 17.15 and 17.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from precis.assets import Assets
from precis.writers.docx.markup import document, escaped, for_word, w
from precis.writers.style import HouseStyle

__all__ = ["Section", "fonts", "house_theme", "section", "separators", "settings"]

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
"""What the Geneva template sets: Word 2013 and later."""


def settings(style: HouseStyle, kept: Mapping[str, str]) -> bytes:
    """The settings part; `kept` are elements of a reference template, which take the place of ours."""
    house = {
        "defaultTabStop": w("defaultTabStop", val=style.default_tab),
        "autoHyphenation": "",
        "consecutiveHyphenLimit": "",
        "hyphenationZone": w("hyphenationZone", val=style.hyphenation_zone),
        "doNotHyphenateCaps": w("doNotHyphenateCaps"),
        "evenAndOddHeaders": "" if style.reference else w("evenAndOddHeaders"),
        "characterSpacingControl": w("characterSpacingControl", val="doNotCompress"),
        "footnotePr": _footnotes(style),
        "compat": w(
            "compat",
            # A line that ends in a break is not spread to the margin.
            w("doNotExpandShiftReturn"),
            # The space after a paragraph is added to the space before the next (docs/conventions.md §8).
            w("doNotUseHTMLParagraphAutoSpacing"),
            *(w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _COMPATIBLE.items()),
        ),
        "themeFontLang": "",
        "clrSchemeMapping": "",
        "decimalSymbol": w("decimalSymbol", val="."),
        "listSeparator": w("listSeparator", val=","),
    }
    return document("settings", *(kept.get(name, element) for name, element in house.items()))


def _footnotes(style: HouseStyle) -> str:
    """How notes are counted, and the lines that part them from the text; nothing where the design has none."""
    if not style.footnotes:
        return ""
    return w("footnotePr", w("numRestart", val="eachSect"), *(w("footnote", id=each) for each in (-1, 0)))


def separators(style: HouseStyle) -> str:
    """The line above the notes, and above those that run on: a tab underlined, as the Geneva template draws it.

    LibreOffice draws a line of its own, of a quarter of the text's width, where the separator of Word's stands.
    """
    notes = style.footnotes
    start = notes["separator_left"]
    properties = w(
        "pPr",
        w("tabs", w("tab", val="left", pos=start + notes["separator"])),
        w("spacing", after=notes["separator_gap"]),
        w("ind", left=start),
    )
    underlined = w("rPr", w("u", val="single"))
    return "".join(
        w("footnote", w("p", properties, w("r", underlined, for_word(w("tab"), w(kind)))), type=kind, id=identifier)
        for kind, identifier in (("separator", -1), ("continuationSeparator", 0))
    )


@dataclass(frozen=True, slots=True)
class Section:
    """How a section differs from the only one of a record.

    `begins` is "nextPage" or "continuous", `columns` the widths of columns side by side, `first` says that it is on the
    first sheet, and `titled` that its first page has a head of its own: none.
    """

    begins: str = ""
    columns: tuple[int, ...] = ()
    first: bool = False
    titled: bool = True


def section(style: HouseStyle, heads: Mapping[str, str], feet: Mapping[str, str], own: Section = Section()) -> str:
    """A section: paper, margins, columns, and the `r:id` of the heads and feet of its kinds of pages.

    A record has one, with heads and feet of "even", "default" and "first" pages.
    """
    page = style.page
    margins = {side: page[side] for side in ("top", "right", "bottom", "left", "header", "footer")}
    if own.first:
        margins["top"] = page["first_top"]
    return w(
        "sectPr",
        *(w("headerReference", type=kind, r_id=key) for kind, key in heads.items()),
        *(w("footerReference", type=kind, r_id=key) for kind, key in feet.items()),
        w("type", val=own.begins) if own.begins else "",
        w("pgSz", w=page["width"], h=page["height"], code=page["paper_code"]),
        w("pgMar", **margins, gutter=0),
        _columns(own.columns, style) if own.columns else w("cols", space=720),
        w("titlePg") if own.titled else "",
        w("bidi") if style.rtl else "",
        w("docGrid", linePitch=page["grid"]),
    )


def _columns(widths: tuple[int, ...], style: HouseStyle) -> str:
    """Columns of their own widths (clause 17.6.4)."""
    between = (style.text_width - sum(widths)) // (len(widths) - 1)
    last = len(widths) - 1
    columns = (w("col", w=width, space=0 if number == last else between) for number, width in enumerate(widths))
    return w("cols", *columns, num=len(widths), space=between, equalWidth=0)


def fonts(style: HouseStyle) -> bytes:
    """The font table: the font of the house, and what to set where it is missing (clause 17.8.3)."""
    fonts = [(style.font, style.fallback_fonts[0], "roman")]
    if style.script is not None:
        fonts.append((style.script.font, style.script.fallback_fonts[0], "auto"))
        if style.script.emphasis_font:
            fonts.append((style.script.emphasis_font, style.script.emphasis_fallback_fonts[0], "auto"))
    if style.sans:
        fonts.append((style.sans, style.sans_fallback_fonts[0], "swiss"))
    return document("fonts", *(_font(*font) for font in fonts))


def _font(name: str, other: str, family: str) -> str:
    return w("font", w("altName", val=other), w("family", val=family) + w("pitch", val="variable"), name=name)


def house_theme(style: HouseStyle, assets: Assets) -> bytes:
    """The theme, from templates/word/theme.xml with the font of the house (clause 14.2.7)."""
    text = assets.text("word", "theme.xml")
    assert text is not None, "the theme is part of the package"
    return text.replace("{font}", escaped(style.font)).encode()
