"""What the name of a paragraph's style says of the paragraph (un-conventions.md §1.2 and §1.7)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from precis.assets import shipped
from precis.reading.forms.docx.styles import BODY
from precis.reading.line import LineLook, Role

__all__ = ["Meaning", "OwnClass", "StyleNames", "style_names"]

_LOOKS = {
    "heading-1": (LineLook.HEADING, 1),
    "heading-2": (LineLook.HEADING, 2),
    "heading-3": (LineLook.HEADING, 3),
    "quotation": (LineLook.QUOTATION, 0),
    "bullet": (LineLook.BULLET, 0),
}
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

    `own` are those of the house style, `only_own` those of them that no template of the United Nations has: a file
    that uses one of these is ours. `masthead` and `gap` are the styles of the masthead's lines and of what a draft
    lacks.
    """

    meanings: Mapping[str, Meaning]
    classes: Mapping[str, Sequence[OwnClass]]
    own: frozenset[str]
    only_own: frozenset[str]
    masthead: str = "_ masthead_g"
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


@lru_cache(maxsize=1)
def style_names() -> StyleNames:
    """The names in templates/word/read-styles.toml and in the house style."""
    assets = shipped()
    data = tomllib.loads(assets.text("word", "read-styles.toml") or "")
    meanings = {name.casefold(): Meaning(LineLook.HEADING, rank) for name, rank in data["heading"].items()}
    for kind in (LineLook.TEXT, LineLook.BULLET, LineLook.QUOTATION):
        meanings.update({name.casefold(): Meaning(kind) for name in data[kind]["names"]})
    meanings.update({name.casefold(): Meaning(LineLook.TEXT, body=True) for name in data["body"]["names"]})
    house = tomllib.loads(assets.text("houses", "geneva", "style.toml") or "")
    names = {key: style["name"].casefold() for key, style in house["style"].items()}
    classes: dict[str, list[OwnClass]] = {}
    for name, entry in house["class"].items():
        role, level = _LEVELS.get(name, (Role(name) if name in set(Role) else None, 0))
        look, level = _LOOKS.get(name, (LineLook.TEXT, level))
        if role is None and name not in _LOOKS:
            continue
        own = OwnClass(
            look,
            role,
            level,
            entry["outline"] - 1 if "outline" in entry else BODY,
            "number_tab" in entry,
            "label_tab" in entry,
        )
        classes.setdefault(names[entry["style"]], []).append(own)
    built_in = {"normal", "footnote text", "header", "footer"}
    own_names = frozenset(names.values()) - {"normal"}
    return StyleNames(meanings, classes, own_names, own_names - set(meanings) - built_in)
