"""What the name of a paragraph's style says of the paragraph (docs/conventions.md §1.2 and §1.7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import TEXTS, WHOLE, mapping, table
from precis.language.houses import houses, style_table
from precis.reading.forms.docx.styles import BODY
from precis.reading.line import LIST_CLASSES, LineLook, Role

__all__ = ["Meaning", "OwnClass", "StyleNames", "style_names"]

_LOOKS = {
    "heading-1": (LineLook.HEADING, 1),
    "heading-2": (LineLook.HEADING, 2),
    "heading-3": (LineLook.HEADING, 3),
    "quotation": (LineLook.QUOTATION, 0),
    **{name: (LineLook.BULLET, level) for level, names in enumerate(LIST_CLASSES, 1) for name in names},
}
_BUILT_IN = {"normal", "footnote text", "header", "footer"}
_LEVELS = {"contents-1": (Role.CONTENTS, 1), "contents-2": (Role.CONTENTS, 2)}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a style of the United Nations, or of Word itself, is for.

    `rank` of a HEADING is from 1, the largest; `body` says that it is the style of the text itself.
    """

    look: LineLook
    rank: int = 0
    body: bool = False


@dataclass(frozen=True, slots=True)
class OwnClass:
    """A class of the page that this project's files set in a style, and what tells it from others of the same style.

    `outline` is its level from 0, `numbered` says that Word counts it, `labelled` that a tab follows a label.
    """

    look: LineLook
    role: Role | None
    level: int
    outline: int
    numbered: bool
    labelled: bool


@dataclass(frozen=True, slots=True)
class StyleNames:
    """The names of styles, in small letters.

    `own` are those of a house, `only_own` those of them that no template of the United Nations has: a file that uses
    one of these is ours. `masthead` and `gap` are the styles of the masthead's lines and of what a draft
    lacks.
    """

    meanings: Mapping[str, Meaning]
    classes: Mapping[str, Sequence[OwnClass]]
    own: frozenset[str]
    only_own: frozenset[str]
    masthead: str
    gap: str = "_ gap_g"

    def meaning(self, names: Sequence[str]) -> Meaning | None:
        """What the first style is for of those whose names are known."""
        return next((self.meanings[name] for name in names if name in self.meanings), None)

    def own_class(self, names: Sequence[str], outline: int, numbered: bool, labelled: bool) -> OwnClass | None:
        """The class of the page that a paragraph of one of our files is in; None where its style has none."""
        known = self.classes.get(names[0] if names else "", ())
        fitting = [each for each in known if (each.numbered, each.labelled) == (numbered, labelled)]
        exact = (each for each in fitting or known if each.outline == outline)
        return next(exact, next(iter(fitting or known), None))


def style_names(used: Collection[str], assets: Assets) -> StyleNames:
    """The names of the house that has most of the `used` ones as its own: of the first one, if there is none."""
    return max(_of_houses(assets), key=lambda names: len(names.only_own.intersection(used)))


_STYLES = table(
    {
        "heading": mapping(WHOLE),
        **{kind: table({"names": TEXTS}) for kind in (LineLook.TEXT, LineLook.BULLET, LineLook.QUOTATION, "body")},
    }
)


@lru_cache(maxsize=8)
def _of_houses(assets: Assets) -> tuple[StyleNames, ...]:
    """The names in templates/word/read-styles.toml and in the style of each house, that of the documents first."""
    data = read_table(assets, "word", "read-styles.toml", shape=_STYLES)
    assert data is not None, "the table of styles is part of the package"
    meanings = {name.casefold(): Meaning(LineLook.HEADING, rank) for name, rank in data["heading"].items()}
    for kind in (LineLook.TEXT, LineLook.BULLET, LineLook.QUOTATION):
        meanings.update({name.casefold(): Meaning(kind) for name in data[kind]["names"]})
    meanings.update({name.casefold(): Meaning(LineLook.TEXT, body=True) for name in data["body"]["names"]})
    return tuple(_of_house(style_table(house.name, assets), meanings) for house in houses(assets))


def _of_house(house: Mapping[str, Any], meanings: Mapping[str, Meaning]) -> StyleNames:
    names = {key: style["name"].casefold() for key, style in house["style"].items()}
    classes: dict[str, list[OwnClass]] = {}
    for name, entry in house["class"].items():
        role, level = _LEVELS.get(name, (Role(name) if name in set(Role) else None, 0))
        look, level = _LOOKS.get(name, (LineLook.TEXT, level))
        if role is None and name not in _LOOKS:
            continue
        outline = entry["outline"] - 1 if "outline" in entry else BODY
        own = OwnClass(look, role, level, outline, "number_tab" in entry, "label_tab" in entry)
        classes.setdefault(names[entry["style"]], []).append(own)
    own_names = frozenset(names.values()) - {"normal"}
    return StyleNames(meanings, classes, own_names, own_names - set(meanings) - _BUILT_IN, names["MastheadG"])
