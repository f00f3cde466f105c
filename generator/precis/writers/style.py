"""The house style: page, masthead and paragraph styles, from templates/houses/*.

Lengths are twips (twentieths of a point), type sizes points, rules eighths of a point. What is set in sheets, digests
and briefings, has a design of its own, digest.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from precis.assets import Assets
from precis.language.houses import digest_table, house_table, style_table

__all__ = ["CellLook", "HouseStyle", "PageClass", "ParagraphStyle", "Rule", "Script", "TableStyle", "load_style"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: its width in eighths of a point, the gap to what it stands by in twips, the name of its colour."""

    width: int
    gap: int = 0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style of the Word template.

    `exact` lines never grow; those of an `auto` style are `line` 240ths of the font's own height; any other line is
    `line` twips at least. `keep` stays with the next and in one piece. A `sans` style is set in the house's sans, one
    of a `colour` in that of its name. A step of a sheet's leading adds `stretch` to a line, and `spread` to the space
    above and below.
    """

    id: str
    name: str
    size: float
    line: int
    exact: bool = False
    auto: bool = False
    bold: bool = False
    italic: bool = False
    sans: bool = False
    colour: str = ""
    align: Literal["left", "justify", "right", "center"] = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    keep: bool = False
    heading_tab: int | None = None
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    stretch: int = 0
    spread: int = 0

    def led(self, step: int) -> ParagraphStyle:
        """The style in a sheet whose leading is `step` steps wider than usual."""
        return _led(self, step) if step and (self.stretch or self.spread) else self


@lru_cache(maxsize=1_000)
def _led(style: ParagraphStyle, step: int) -> ParagraphStyle:
    about = style.spread * step
    line = style.line + style.stretch * step
    return replace(style, line=line, before=max(0, style.before + about), after=max(0, style.after + about))


@dataclass(frozen=True, slots=True)
class PageClass:
    """What a class of the page is set in. Tabs are measured from the left margin, in twips.

    Of a `leader`, dots lead to a State, which stands at the end of its line.
    """

    name: str
    style: ParagraphStyle
    outline: int | None = None
    number_tab: int | None = None
    label_tab: int | None = None
    leader: bool = False
    bullet: str | None = None


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A kind of table of a sheet: the styles of its head, its first column and its other cells, and its rules.

    Its columns have their natural widths but for a first one of `label_width`; those of an `equal` one share the rest.
    `inset` stands before the words of the last column.
    """

    name: str
    head: ParagraphStyle
    label: ParagraphStyle
    cell: ParagraphStyle
    rule_head: int = 0
    rule_row: int = 0
    rule_bottom: int = 0
    gutter: int = 0
    before: int = 0
    after: int = 0
    label_width: int = 0
    inset: int = 0
    equal: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """What pages in a language have that Latin letters do not serve: fonts of its own, the first that there is.

    `package` is one of Debian's that has one of them. The signs of `wide` are of these fonts too where they stand
    beside a character of the script. What others have in italics is set in the emphasis fonts, if there are any;
    lines are as long as each other only where blanks can `justify` them; they are as high as others times `leading`, in
    hundredths, whatever the height of the font; those of digests times `sheet_leading`. Lines of a `direction` "rtl"
    run from the right: what style sheets call left is then their end.
    """

    font: str
    fallback_fonts: tuple[str, ...]
    package: str
    wide: str = ""
    emphasis_font: str = ""
    emphasis_fallback_fonts: tuple[str, ...] = ()
    justify: bool = True
    leading: int = 100
    sheet_leading: int = 100
    direction: Literal["ltr", "rtl"] = "ltr"

    @property
    def fonts(self) -> tuple[str, ...]:
        """The fonts of its text."""
        return (self.font, *self.fallback_fonts)

    @property
    def emphasis_fonts(self) -> tuple[str, ...]:
        """The fonts of what is emphasised; none where that is in italics."""
        return (self.emphasis_font, *self.emphasis_fallback_fonts) if self.emphasis_font else ()


@dataclass(frozen=True, slots=True)
class CellLook:
    """A cell that looks otherwise than others: its ground and ink, a thick edge where it begins, or a frame."""

    ground: str = ""
    ink: str = ""
    edge: Rule | None = None
    frame: Rule | None = None


@dataclass(frozen=True, eq=False, slots=True)
class HouseStyle:
    """A house style; the tables `page`, `masthead`, `heads`, … are as in its file.

    `digest` is the design of digests and briefings, `scripts` what pages in some languages have, and `script` that of
    the language whose pages this style is for. Two are the same only if they are one object: so what a writer
    makes of one can be kept beside it.
    """

    name: str
    font: str
    fallback_fonts: tuple[str, ...]
    default_tab: int
    hyphenation_zone: int
    page: Mapping[str, int]
    heads: Mapping[str, int]
    gap: Mapping[str, str]
    styles: Mapping[str, ParagraphStyle]
    masthead: Mapping[str, Any] = field(default_factory=dict)
    first_foot: Mapping[str, Any] = field(default_factory=dict)
    footnotes: Mapping[str, int] = field(default_factory=dict)
    end: Mapping[str, int] = field(default_factory=dict)
    table: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    classes: Mapping[str, PageClass] = field(default_factory=dict)
    sans: str = ""
    sans_fallback_fonts: tuple[str, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)
    arrangements: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    columns: Mapping[str, int] = field(default_factory=dict)
    box: Mapping[str, int] = field(default_factory=dict)
    reference: Mapping[str, float] = field(default_factory=dict)
    fit: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, TableStyle] = field(default_factory=dict)
    cells: Mapping[str, CellLook] = field(default_factory=dict)
    digest: HouseStyle | None = None
    scripts: Mapping[str, Script] = field(default_factory=dict)
    script: Script | None = None

    @property
    def text_width(self) -> int:
        """The width between the margins, in twips."""
        return self.page["width"] - self.page["left"] - self.page["right"]

    def families(self, style: ParagraphStyle) -> tuple[str, ...]:
        """The fonts that a paragraph style is set in, the first that there is."""
        return (self.sans, *self.sans_fallback_fonts, *self._sans_of_script) if style.sans else self.fonts

    @property
    def _sans_of_script(self) -> tuple[str, ...]:
        """The fonts of the script where Latin letters are in the sans: those of emphasis, if it has any."""
        return self.script.emphasis_fonts or self.script.fonts if self.script else ()

    @property
    def rtl(self) -> bool:
        """Whether lines run from right to left."""
        return self.script is not None and self.script.direction == "rtl"

    @property
    def fonts(self) -> tuple[str, ...]:
        """The fonts of the text, the first that there is and that has a character: those of a script come last."""
        return (self.font, *self.fallback_fonts, *(self.script.fonts if self.script else ()))

    def colour(self, name: str) -> str:
        """A colour by its name, as six hexadecimal figures; black where it has none."""
        return {"": "000000", "white": "FFFFFF"}.get(name) or self.colours[name]

    def design(self, kind: str, language: str = "") -> HouseStyle:
        """The style that pages of sheets, or those of records, are set in, in a language ("zh")."""
        design = self.digest if kind == "sheet" and self.digest is not None else self
        return _in_script(design, language) if language in design.scripts else design


@lru_cache(maxsize=16)
def _in_script(style: HouseStyle, language: str) -> HouseStyle:
    """The style for pages in a language that has a script of its own; made once, as two are never the same."""
    script = style.scripts[language]
    styles = {key: _styled(each, script) for key, each in style.styles.items()}
    classes = {key: replace(each, style=styles[each.style.id]) for key, each in style.classes.items()}
    tables = {
        key: replace(each, head=styles[each.head.id], label=styles[each.label.id], cell=styles[each.cell.id])
        for key, each in style.tables.items()
    }
    return replace(style, script=script, styles=styles, classes=classes, tables=tables)


def _styled(style: ParagraphStyle, script: Script) -> ParagraphStyle:
    """A paragraph style as pages of a script have it. The lines of running heads follow their type everywhere."""
    align = "left" if style.align == "justify" and not script.justify else style.align
    line, exact = (style.line, False) if style.auto else (style.line * script.leading // 100, True)
    return replace(style, align=align, line=line, exact=exact)


@lru_cache(maxsize=8)
def load_style(name: str, assets: Assets) -> HouseStyle:
    """The house style called `name`. PrecisError if a file of it is wrong, or if it is none of those there are.

    It is made once a run.
    """
    house = house_table(name, assets)
    tables = {key: house[key] for key in ("masthead", "first_foot")}
    design = _style_of(name, digest_table(name, assets), {"first_foot": house["first_foot"]})
    style = _style_of(name, style_table(name, assets), tables)
    # A digest must fit its pages: its lines stand closer.
    scripts = {key: replace(script, leading=script.sheet_leading) for key, script in style.scripts.items()}
    return replace(style, digest=replace(design, scripts=scripts))


def _style_of(name: str, table: Mapping[str, Any], more: Mapping[str, Any]) -> HouseStyle:
    data = dict(table)
    styles = {key: ParagraphStyle(id=key, **_fixed(value)) for key, value in data.pop("style").items()}
    classes = {
        key: PageClass(name=key, **{**value, "style": styles[value["style"]]})
        for key, value in data.pop("class").items()
    }
    data["tables"] = {key: _table_of(key, value, styles) for key, value in data.pop("tables", {}).items()}
    data["scripts"] = {key: Script(**_fixed(value)) for key, value in data.pop("script", {}).items()}
    data["cells"] = {key: CellLook(**_fixed(value)) for key, value in data.pop("cells", {}).items()}
    data["arrangements"] = {key: tuple(value) for key, value in data.get("arrangements", {}).items()}
    return HouseStyle(name=name, styles=styles, classes=classes, **more, **_fixed(data))


def _fixed(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a table, its lists as tuples and its rules as such."""
    rules = ("rule_above", "rule_below", "edge", "frame")
    return {
        key: tuple(value) if isinstance(value, list) else Rule(**value) if key in rules else value
        for key, value in values.items()
    }


def _table_of(name: str, values: Mapping[str, Any], styles: Mapping[str, ParagraphStyle]) -> TableStyle:
    named = {key: styles[values[key]] for key in ("head", "label", "cell")}
    return TableStyle(name=name, **{**values, **named})
