"""The letters of a list as numbers that a program can count: which is a letter, which a small roman numeral.

"(i)" is the ninth letter behind "(h)" and the first roman numeral elsewhere (docs/conventions.md §6 rule 44).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from precis.model import DEEPEST, ListItem

__all__ = ["ITEM_CLASSES", "Lettered", "item_class", "lettered", "level_of"]

ITEM_CLASSES = ("item", *(f"item-{level}" for level in range(2, DEEPEST + 1)))
"""The classes of items with letters, by their level."""

Form = Literal["lowerLetter", "lowerRoman"]
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50}
_LEVEL = re.compile(r"(?:item|bullet)-(\d)")


@dataclass(frozen=True, slots=True)
class Lettered:
    """An item with a letter: how it is counted, its number from 1, and what is printed about its letter."""

    form: Form
    number: int
    before: str
    after: str


def item_class(item: ListItem) -> str:
    """The class of an item of a list, by what stands before it and how deep it is: "bullet", "item-2"."""
    return ("item" if item.label else "bullet") + (f"-{item.level}" if item.level > 1 else "")


def level_of(element: Any) -> int:
    """The level of an item of a list on the page, from 1: its class says it."""
    found = _LEVEL.match(element.get("class") or "")
    return int(found[1]) if found else 1


def lettered(items: Sequence[Any]) -> list[Lettered | None]:
    """Of each item of a list on the page how its letter is counted; None of one with a bullet."""
    found: list[Lettered | None] = []
    above: list[Lettered | None] = []
    for item in items:
        level = level_of(item)
        parts = re.fullmatch(r"(\W*)(\w+)(\W*)", _printed(item))
        del above[level:]
        above.extend([None] * (level - len(above)))
        if parts is not None:
            form, number = _counted(parts[2], above[level - 1])
            above[level - 1] = Lettered(form, number, parts[1], parts[3])
        else:
            above[level - 1] = None
        found.append(above[level - 1])
    return found


def _printed(item: Any) -> str:
    """What is printed before an item: its letter with its signs; nothing for a bullet."""
    spans = (child for child in item if (child.get("class") or "").split(" ")[0] == "number")
    return "".join(next((span.itertext() for span in spans), ())).strip()


def _counted(label: str, above: Lettered | None) -> tuple[Form, int]:
    """How a label is counted behind the one `above` it in the same list: as what counts on, if anything does."""
    ways: list[tuple[Form, int]] = []
    if set(label) <= set(_WORTH) and (len(label) > 1 or label == "i"):
        ways.append(("lowerRoman", _roman(label)))
    if len(set(label)) == 1:
        ways.append(("lowerLetter", (len(label) - 1) * 26 + ord(label[0]) - ord("a") + 1))
    if set(label) <= set(_WORTH):
        ways.append(("lowerRoman", _roman(label)))
    if above is not None:
        ways.sort(key=lambda way: (way != (above.form, above.number + 1), way[0] != above.form))
    return ways[0]


def _roman(label: str) -> int:
    worths = [_WORTH[figure] for figure in label]
    return sum(-worth if worth < after else worth for worth, after in zip(worths, [*worths[1:], 0], strict=True))
