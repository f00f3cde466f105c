"""The styles of a file: their names, and how the text set in them looks (ECMA-376 Part 1, clause 17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from precis.reading.forms.docx.markup import W, integer, named, switched, value
from precis.reading.forms.insets import Inset
from precis.reading.forms.symbols import is_symbol_font

__all__ = ["BODY", "PLAIN", "Look", "ParagraphStyle", "Styles", "inset_of", "look_of"]

_DEEPEST = 50
"""How many styles may be made one from the other; Word takes far fewer."""
_RAISED = 4
"""Text that is set so many half-points higher is raised, whatever its size."""
BODY = 9
"""The outline level of what is in no outline (clause 17.3.1.20)."""

_LIST, _LEVEL = named("pPr/numPr/numId"), named("pPr/numPr/ilvl")
_PROPERTIES, _INDENTS = f"{W}pPr", f"{W}ind"
_SIDES = (f"{W}start", f"{W}left"), (f"{W}end", f"{W}right")
_TWIPS = 20
"""A point has so many units of indents."""
_OUTLINE, _RUNS = named("pPr/outlineLvl"), f"{W}rPr"


@dataclass(frozen=True, slots=True)
class Look:
    """What properties say of text; None is what they do not speak of.

    `font` is one that has signs in the places of letters, or "" for any other.
    """

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    struck: bool | None = None
    font: str | None = None

    def over(self, other: Look) -> Look:
        """These properties, and those of `other` of which they do not speak."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.hidden if self.hidden is None else self.hidden,
            other.raised if self.raised is None else self.raised,
            other.struck if self.struck is None else self.struck,
            other.font if self.font is None else self.font,
        )


PLAIN = Look()
_BOLD, _ITALIC, _HIDDEN = f"{W}b", f"{W}i", f"{W}vanish"
_BOLD_RTL, _ITALIC_RTL, _RTL = f"{W}bCs", f"{W}iCs", f"{W}rtl"
_STRIKES, _FONTS = (f"{W}strike", f"{W}dstrike"), f"{W}rFonts"
_KAI = {"KaiTi", "KaiTi_GB2312", "STKaiti", "SimKai", "楷体", "楷体_GB2312", "华文楷体", "方正楷体简体", "方正楷体_GBK"}
"""The fonts of regular script, which Chinese has in the place of italics."""
_EAST = f"{W}eastAsia"
_ASCII, _HIGH = f"{W}ascii", f"{W}hAnsi"
_ALIGN, _POSITION, _VALUE = f"{W}vertAlign", f"{W}position", f"{W}val"


def look_of(properties: Any) -> Look:
    """What the run properties `w:rPr` say."""
    if properties is None or not len(properties):
        return PLAIN
    found = {child.tag: child for child in properties.iterchildren("*")}
    align, position = found.get(_ALIGN), found.get(_POSITION)
    raised = None if position is None else integer(position.get(_VALUE)) >= _RAISED
    if align is not None:
        raised = align.get(_VALUE) == "superscript"
    strikes = [switched(found[name]) for name in _STRIKES if name in found]
    # Of text from the right other switches hold (clause 17.3.2.2).
    bold, italic = (_BOLD_RTL, _ITALIC_RTL) if switched(found.get(_RTL)) else (_BOLD, _ITALIC)
    return Look(
        switched(found.get(bold)),
        _italic(found.get(italic), found.get(_FONTS)),
        switched(found.get(_HIDDEN)),
        raised,
        any(strikes) if strikes else None,
        _font(found.get(_FONTS)),
    )


def _italic(switch: Any, fonts: Any) -> bool | None:
    """Whether text is in italics, or in the font that Chinese has in their place."""
    if fonts is not None and fonts.get(_EAST) in _KAI:
        return True
    return switched(switch)


def _font(fonts: Any) -> str | None:
    name = None if fonts is None else fonts.get(_ASCII) or fonts.get(_HIGH)
    return None if name is None else name if is_symbol_font(name) else ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: its names, those that it is made from after its own, in small letters.

    `outline` is its level from 0, BODY if it has none; `list_id` and `list_level` are the `w:numId` and `w:ilvl` that
    it brings, `ids` its own id and those of the styles that it is made from. `bare` is the look without emphasis,
    `inset` how far it is set in at its start and end.
    """

    names: tuple[str, ...] = ()
    look: Look = PLAIN
    bare: Look = PLAIN
    outline: int = BODY
    list_id: str | None = None
    list_level: str | None = None
    ids: tuple[str, ...] = ()
    inset: Inset = (0, 0)


class Styles:
    """The styles of a file by their ids; a file without the part has none."""

    def __init__(self, root: Any) -> None:
        found = [] if root is None else root.iterchildren(f"{W}style")
        self._styles = {each.get(f"{W}styleId", ""): each for each in found}
        self._defaults = PLAIN if root is None else look_of(root.find(named("docDefaults/rPrDefault/rPr")))
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, Look] = {}
        self._looks: dict[tuple[Look, str | None, Look], Look] = {}
        defaults = (key for key, each in self._styles.items() if _is_default(each))
        self._default: str = next(defaults, "")

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """The paragraph style of an id; the default one where there is none."""
        key = identifier if identifier is not None and identifier in self._styles else self._default
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolved(key)
        return self._paragraphs[key]

    def look(self, direct: Look, character_style: str | None, paragraph: Look) -> Look:
        """How a run looks. What is set on it directly wins; styles that both switch a property on undo each other.

        Clause 17.7.3: the defaults switch it on for good.
        """
        key = direct, character_style, paragraph
        if key not in self._looks:
            self._looks[key] = self._combined(direct, character_style, paragraph)
        return self._looks[key]

    def _combined(self, direct: Look, character_style: str | None, paragraph: Look) -> Look:
        of_run = self._run(character_style)
        all_over = direct.over(of_run).over(paragraph).over(self._defaults)
        return Look(
            _toggled(direct.bold, self._defaults.bold, paragraph.bold, of_run.bold),
            _toggled(direct.italic, self._defaults.italic, paragraph.italic, of_run.italic),
            _toggled(direct.hidden, self._defaults.hidden, paragraph.hidden, of_run.hidden),
            bool(all_over.raised),
            bool(all_over.struck),
            all_over.font or None,
        )

    def name(self, identifier: str | None) -> str:
        """The name of a style in small letters, or ""."""
        return _name(self._styles.get(identifier or ""))

    def list_of(self, identifier: str | None) -> str | None:
        """The `w:numId` of a numbering style (clause 17.9.21)."""
        return value(self._styles.get(identifier or ""), _LIST)

    def _run(self, identifier: str | None) -> Look:
        if identifier is None:
            return PLAIN
        if identifier not in self._runs:
            look = PLAIN
            for _, style in self._chain(identifier):
                look = look.over(look_of(style.find(_RUNS)))
            self._runs[identifier] = look
        return self._runs[identifier]

    def _resolved(self, identifier: str) -> ParagraphStyle:
        chain = list(self._chain(identifier))
        look, outline, list_id, list_level = PLAIN, None, None, None
        inset: Inset = (0, 0)
        for _, style in reversed(chain):
            inset = inset_of(style.find(_PROPERTIES), inset)
        for _, style in chain:
            look = look.over(look_of(style.find(_RUNS)))
            outline = outline or value(style, _OUTLINE)
            list_id = list_id or value(style, _LIST)
            list_level = list_level or value(style, _LEVEL)
        return ParagraphStyle(
            names=tuple(_name(style) for _, style in chain),
            look=look,
            bare=Look(hidden=look.hidden, struck=look.struck),
            outline=integer(outline, BODY),
            list_id=list_id,
            list_level=list_level,
            ids=tuple(each for each, _ in chain),
            inset=inset,
        )

    def _chain(self, identifier: str) -> Iterator[tuple[str, Any]]:
        """A style and those that it is made from, each once."""
        seen: set[str] = set()
        while identifier in self._styles and identifier not in seen and len(seen) < _DEEPEST:
            seen.add(identifier)
            yield identifier, self._styles[identifier]
            identifier = value(self._styles[identifier], f"{W}basedOn") or ""


def inset_of(properties: Any, otherwise: Inset) -> Inset:
    """How far the `w:pPr` of a paragraph or style sets in, in points; `otherwise` where it does not say."""
    indents = None if properties is None else properties.find(_INDENTS)
    if indents is None:
        return otherwise
    start, end = (
        next((integer(indents.get(name)) / _TWIPS for name in names if indents.get(name)), old)
        for names, old in zip(_SIDES, otherwise, strict=True)
    )
    return start, end


def _toggled(direct: bool | None, default: bool | None, *levels: bool | None) -> bool:
    if direct is not None:
        return direct
    return bool(default) or sum(map(bool, levels)) % 2 == 1


def _is_default(style: Any) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _name(style: Any) -> str:
    """The name of a style without its aliases, which older files have after a comma."""
    return (value(style, f"{W}name") or "").partition(",")[0].strip().casefold()
