"""The parts that say how Word treats the document: its settings and its sheet of paper (clauses 17.15 and 17.6)."""

from __future__ import annotations

from collections.abc import Mapping

from precis.assets import Assets
from precis.writers.docx.markup import document, escaped, for_word, w
from precis.writers.style import HouseStyle

__all__ = ["fonts", "house_theme", "section", "separators", "settings"]

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
        "evenAndOddHeaders": w("evenAndOddHeaders"),
        "characterSpacingControl": w("characterSpacingControl", val="doNotCompress"),
        "footnotePr": w("footnotePr", w("numRestart", val="eachSect"), *(w("footnote", id=each) for each in (-1, 0))),
        "compat": w(
            "compat",
            # A line that ends in a break is not spread to the margin.
            w("doNotExpandShiftReturn"),
            # The space after a paragraph is added to the space before the next (un-conventions.md §8).
            w("doNotUseHTMLParagraphAutoSpacing"),
            *(w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _COMPATIBLE.items()),
        ),
        "themeFontLang": "",
        "clrSchemeMapping": "",
        "decimalSymbol": w("decimalSymbol", val="."),
        "listSeparator": w("listSeparator", val=","),
    }
    return document("settings", *(kept.get(name, element) for name, element in house.items()))


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


def section(style: HouseStyle, heads: Mapping[str, str], feet: Mapping[str, str]) -> str:
    """The only section: paper, margins, and the `r:id` of the heads and feet of "even", "default" and "first" pages."""
    page = style.page
    return w(
        "sectPr",
        *(w("headerReference", type=kind, r_id=key) for kind, key in heads.items()),
        *(w("footerReference", type=kind, r_id=key) for kind, key in feet.items()),
        w("pgSz", w=page["width"], h=page["height"], code=page["paper_code"]),
        w(
            "pgMar",
            **{side: page[side] for side in ("top", "right", "bottom", "left", "header", "footer")},
            gutter=0,
        ),
        w("cols", space=720),
        w("titlePg"),
        w("docGrid", linePitch=page["grid"]),
    )


def fonts(style: HouseStyle) -> bytes:
    """The font table: the font of the house, and what to set where it is missing (clause 17.8.3)."""
    kind = w("family", val="roman") + w("pitch", val="variable")
    other = w("altName", val=style.fallback_fonts[0])
    return document("fonts", w("font", other, kind, name=style.font))


def house_theme(style: HouseStyle, assets: Assets) -> bytes:
    """The theme, from templates/word/theme.xml with the font of the house (clause 14.2.7)."""
    text = assets.text("word", "theme.xml")
    assert text is not None, "the theme is part of the package"
    return text.replace("{font}", escaped(style.font)).encode()
