"""The house style: page, masthead and paragraph styles, from templates/houses/*.

Lengths are twips (twentieths of a point), type sizes points, rules eighths of a point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from precis.assets import Assets
from precis.language.houses import house_table, style_table

__all__ = ["HouseStyle", "PageClass", "ParagraphStyle", "load_style"]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style of the Word template.

    `exact` lines never grow; those of an `auto` style are `line` 240ths of the font's own height; any other line is
    `line` twips at least. `keep` stays with the next and in one piece.
    """

    id: str
    name: str
    size: float
    line: int
    exact: bool = False
    auto: bool = False
    bold: bool = False
    italic: bool = False
    align: Literal["left", "justify", "right", "center"] = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    keep: bool = False
    heading_tab: int | None = None


@dataclass(frozen=True, slots=True)
class PageClass:
    """What a class of the page is set in. Tabs are measured from the left margin, in twips."""

    name: str
    style: ParagraphStyle
    outline: int | None = None
    number_tab: int | None = None
    label_tab: int | None = None
    bullet: str | None = None


@dataclass(frozen=True, eq=False, slots=True)
class HouseStyle:
    """A house style; the tables `page`, `masthead`, `heads`, … are as in its file.

    Two are the same only if they are one object: so what a writer makes of one can be kept beside it.
    """

    name: str
    font: str
    fallback_fonts: tuple[str, ...]
    default_tab: int
    hyphenation_zone: int
    page: Mapping[str, int]
    masthead: Mapping[str, Any]
    heads: Mapping[str, int]
    first_foot: Mapping[str, Any]
    footnotes: Mapping[str, int]
    end: Mapping[str, int]
    table: Mapping[str, int]
    changes: Mapping[str, tuple[str, str]]
    gap: Mapping[str, str]
    styles: Mapping[str, ParagraphStyle]
    classes: Mapping[str, PageClass] = field(default_factory=dict)

    @property
    def text_width(self) -> int:
        """The width between the margins, in twips."""
        return self.page["width"] - self.page["left"] - self.page["right"]


@lru_cache(maxsize=8)
def load_style(name: str, assets: Assets) -> HouseStyle:
    """The house style called `name`. PrecisError if a file of it is wrong, or if it is none of those there are.

    It is made once a run.
    """
    house = house_table(name, assets)
    data = style_table(name, assets)
    styles = {key: ParagraphStyle(id=key, **value) for key, value in data.pop("style").items()}
    classes = {
        key: PageClass(name=key, **{**value, "style": styles[value["style"]]})
        for key, value in data.pop("class").items()
    }
    data["fallback_fonts"] = tuple(data["fallback_fonts"])
    tables = {key: house[key] for key in ("masthead", "first_foot")}
    return HouseStyle(name=name, styles=styles, classes=classes, **tables, **data)
