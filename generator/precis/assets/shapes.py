"""Shapes of tables: what a file of templates must hold, and what of it is wrong, in words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from precis.assets.lines import KeyPath

__all__ = [
    "ANYTHING",
    "FLAG",
    "LANGUAGE_CODE",
    "NUMBER",
    "PATTERN",
    "TEXT",
    "TEXTS",
    "WHOLE",
    "Shape",
    "Wrong",
    "choice",
    "each",
    "like",
    "mapping",
    "nearest",
    "not_among",
    "other_type",
    "table",
    "unknown",
]

_FEW = 12
"""So many known keys are all named where one is unknown and like none of them."""

_LARGEST, _SHOWN = 1_000_000, 20
"""No number of a file of templates is larger, whatever it counts; so many of the figures of one that is are shown."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")

LANGUAGE_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]+)?")
"""How a key is written that is the code of a language."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with the value at `path`; `message` says what to write instead."""

    path: KeyPath
    code: str
    message: str


Check = Callable[[Any, KeyPath], Iterator[Wrong]]
"""Gives what is wrong with a value that stands at a path."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value must be. `wanted` says it in words, `example` as it is written in a file."""

    wanted: str
    example: str
    check: Check


_KINDS = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


def _of_type(kind: type | tuple[type, ...], wanted: str, example: str) -> Shape:
    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            yield other_type(value, path, wanted)
        elif isinstance(value, int | float) and not abs(value) <= _LARGEST:
            yield Wrong(path, "template-type", f"is {str(value)[:_SHOWN]}; write a number up to {_LARGEST:,}")

    return Shape(wanted, example, check)


def other_type(value: Any, path: KeyPath, wanted: str) -> Wrong:
    """That a value is of another type; `wanted` says what to write."""
    return Wrong(path, "template-type", f"is {_KINDS.get(type(value), 'a date or a time')}; write {wanted}")


TEXT = _of_type(str, "a text in quotation marks", '"…"')
WHOLE = _of_type(int, "a whole number", "1")
NUMBER = _of_type((int, float), "a number", "1")
FLAG = _of_type(bool, "true or false", "true")


def _pattern_wrong(value: Any, path: KeyPath) -> Iterator[Wrong]:
    if not isinstance(value, str):
        yield other_type(value, path, TEXT.wanted)
        return
    try:
        re.compile(value)
    except re.error as error:
        yield Wrong(path, "template-pattern", f"is no pattern: {error}; write one that Python's re knows")


PATTERN = Shape("a pattern", '"…"', _pattern_wrong)
ANYTHING = Shape("anything", '"…"', lambda _value, _path: iter(()))


def choice(*words: str) -> Shape:
    """One of a few texts."""
    wanted = " or ".join(f'"{word}"' for word in words)

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if value not in words:
            yield Wrong(path, "template-type", f"is '{value}'; write {wanted}")

    return Shape(wanted, f'"{words[0]}"', check)


def each(shape: Shape, *, count: int | None = None, least: int = 0) -> Shape:
    """A list whose elements are of one shape: of `count` of them, or of at `least` so many."""
    wanted = f"a list: [{shape.example}, …]" if shape.example else "a list of tables"

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if not isinstance(value, list):
            yield other_type(value, path, wanted)
            return
        if count is not None and len(value) != count:
            yield Wrong(path, "template-type", f"holds {len(value)}; write {count}")
        if len(value) < least:
            yield Wrong(path, "template-type", f"holds {len(value)}; write at least {least}")
        for index, element in enumerate(value):
            if not _is_text(element, shape):
                yield from shape.check(element, (*path, index))

    # A list of tables is written above the first table where it is empty.
    return Shape(wanted, f"[{shape.example}, …]" if shape.example else "[], above the first table", check)


TEXTS = each(TEXT)


def mapping(shape: Shape) -> Shape:
    """A table of any keys, whose values are of one shape."""

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield other_type(value, path, "a table")
            return
        for key, inside in value.items():
            if not _is_text(inside, shape):
                yield from shape.check(inside, (*path, key))

    return Shape("a table", "", check)


def _is_text(value: Any, shape: Shape) -> bool:
    """Whether a value is a text where any will do, as most are: its path is not made for nothing."""
    return shape is TEXT and type(value) is str


def table(
    required: Mapping[str, Shape],
    optional: Mapping[str, Shape] | None = None,
    *,
    others: tuple[re.Pattern[str], Shape] | None = None,
) -> Shape:
    """A table of these keys: the `required` ones and no others, but for the `optional`.

    With `others`, keys of that pattern are known too, whose values are of that shape.
    """
    known = {**required, **(optional or {})}

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield other_type(value, path, "a table")
            return
        for key, shape in required.items():
            if key not in value:
                line = f"{key_of(key)} = {shape.example}" if shape.example else f"[{'.'.join(map(str, (*path, key)))}]"
                yield Wrong((*path, key), "template-key-missing", f"is missing; write {line}")
        for key, inside in value.items():
            if key in known:
                if not _is_text(inside, known[key]):
                    yield from known[key].check(inside, (*path, key))
            elif others is not None and others[0].fullmatch(key):
                yield from others[1].check(inside, (*path, key))
            else:
                yield unknown((*path, key), known)

    return Shape("a table", "", check)


def key_of(name: str) -> str:
    """A key as it is written in a file: in quotation marks where it is not of letters, figures and hyphens alone."""
    return name if _BARE.fullmatch(name) else f'"{name}"'


def like(value: Any, *, words: bool = False) -> Shape:
    """What is of the kinds of `value`: a table of the same keys, a list of as many; of lists, any number of them.

    In tables of `words` lists are of any length, and tables may have other keys.
    """
    if isinstance(value, dict):
        others = (re.compile(r".+"), like(next(iter(value.values())), words=True)) if words else None
        return table({key: like(inside, words=words) for key, inside in value.items()}, others=others)
    if isinstance(value, list):
        inside = value[0] if value else ""
        return each(like(inside, words=words), count=None if words or isinstance(inside, list) else len(value))
    shape = next(shape for kind, shape in _SCALARS.items() if isinstance(value, kind))
    return shape if isinstance(value, str) else Shape(shape.wanted, str(value).lower(), shape.check)


_SCALARS = {str: TEXT, bool: FLAG, int: WHOLE, float: NUMBER}


def unknown(path: KeyPath, known: Iterable[str]) -> Wrong:
    """That a key is none of those that are `known`."""
    near = nearest(str(path[-1]), known)
    advice = f"write {near}, or take it out" if near else "take it out"
    return Wrong(path, "template-key-unknown", f"is not known here; {advice}")


def not_among(value: Any, path: KeyPath, known: Iterable[str]) -> Wrong:
    """That a value is none of the names that are `known`."""
    near = nearest(str(value), known)
    return Wrong(
        path, "template-name-unknown", f"is '{value}', which is not known here" + (f"; write {near}" if near else "")
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """Of some names that which is most like a word, or all of a few; nothing of many that are unlike."""
    names = sorted(known)
    found = difflib.get_close_matches(word, names, n=1) or (names if len(names) <= _FEW else [])
    return " or ".join(found)
