"""The numbers that Word counts and prints itself (ECMA-376 Part 1, clause 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from precis.reading.forms.docx.markup import W, integer, named, switched, value
from precis.reading.forms.docx.styles import ParagraphStyle, Styles
from precis.reading.forms.numbers import formatted

__all__ = ["Numbering", "Printed"]

_LEVELS = 9
_LONGEST = 100
"""Characters of what is printed of a number; Word takes fewer."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. `restart` is the level (from 1) after which it begins again, 0 for never."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """What Word prints before a paragraph: "12.", "(a)"; `bullet` has no text. `number` is its plain number, if any.

    `list_id` names the list that it belongs to.
    """

    text: str
    number: int | None
    bullet: bool
    list_id: str


@dataclass(slots=True)
class _List:
    """An abstract list with its counters: None where a level has not begun."""

    levels: Mapping[int, Level]
    counters: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class _Number:
    """A `w:num`: the list that it counts in, and the levels that it has otherwise."""

    base: _List
    levels: Mapping[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a file, counted paragraph by paragraph; a file without the part has none."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._numbers: dict[str, _Number] = {}
        if root is None:
            return
        sources = {each.get(f"{W}abstractNumId"): each for each in root.iterchildren(f"{W}abstractNum")}
        targets = {each.get(f"{W}numId"): value(each, f"{W}abstractNumId") for each in root.iterchildren(f"{W}num")}
        lists: dict[str, _List] = {}
        for each in root.iterchildren(f"{W}num"):
            key = self._source(value(each, f"{W}abstractNumId"), sources, targets)
            if key is None:
                continue
            base = lists.setdefault(key, _List(_levels(sources[key])))
            self._numbers[each.get(f"{W}numId", "")] = _number(each, base)

    def printed(self, own: Any, style: ParagraphStyle) -> Printed | None:
        """What is printed before the next paragraph, which has the `w:numPr` `own`, or that of its style."""
        asked = value(own, f"{W}numId")
        identifier = asked or style.list_id or ""
        number = self._numbers.get(identifier)
        if number is None:
            return None
        level = value(own, f"{W}ilvl")
        if level is None and asked is None:
            level = style.list_level or _level_of(style, number)
        at = min(max(integer(level), 0), _LEVELS - 1)
        self._count(number, at)
        return self._print(number, at, identifier)

    def _source(self, key: str | None, sources: Mapping[str, Any], targets: Mapping[str, str | None]) -> str | None:
        """The list that holds the levels: that of a numbering style where a list only refers to one (17.9.21)."""
        link = value(sources.get(key or ""), f"{W}numStyleLink")
        if link is not None:
            linked = targets.get(self._styles.list_of(link) or "")
            key = linked if linked in sources else key
        return key if key in sources else None

    def _count(self, number: _Number, at: int) -> None:
        """One more at this level; the levels below it begin again, those above it have begun."""
        counters, levels = number.base.counters, number.levels
        for above in range(at):
            if counters[above] is None:
                counters[above] = number.starts.pop(above, levels.get(above, Level()).start)
        begun = counters[at]
        if at in number.starts:
            counters[at] = number.starts.pop(at)
        else:
            counters[at] = levels.get(at, Level()).start if begun is None else begun + 1
        for below in range(at + 1, _LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or 0 < at + 1 <= restart:
                counters[below] = None

    def _print(self, number: _Number, at: int, identifier: str) -> Printed:
        level = number.levels.get(at, Level())

        def figure(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            count = number.base.counters[which]
            shown = number.levels.get(which, Level())
            return "" if count is None else formatted(count, "decimal" if level.legal else shown.form)

        text = re.sub(r"%([1-9])", figure, level.text)[:_LONGEST]
        plain = re.fullmatch(r"(\d{1,6})[.\-–]?", text) if level.form == "decimal" else None
        bullet = level.form == "bullet"
        return Printed("" if bullet else text, int(plain[1]) if plain else None, bullet, identifier)


def _levels(source: Any) -> dict[int, Level]:
    found = {integer(each.get(f"{W}ilvl"), -1): _level(each) for each in source.iterchildren(f"{W}lvl")}
    return {at: level for at, level in found.items() if 0 <= at < _LEVELS}


def _level(element: Any) -> Level:
    restart = value(element, f"{W}lvlRestart")
    return Level(
        start=integer(value(element, f"{W}start"), 1),
        form=value(element, f"{W}numFmt") or "decimal",
        text=(value(element, f"{W}lvlText") or "")[:_LONGEST],
        restart=None if restart is None else integer(restart),
        style=value(element, f"{W}pStyle") or "",
        legal=bool(switched(element.find(f"{W}isLgl"))),
    )


def _number(element: Any, base: _List) -> _Number:
    """A `w:num` with its overrides (clause 17.9.8); each start counts once."""
    levels, starts = dict(base.levels), {}
    for each in element.iterchildren(f"{W}lvlOverride"):
        at = integer(each.get(f"{W}ilvl"), -1)
        own = each.find(f"{W}lvl")
        start = value(each, named("startOverride"))
        if not 0 <= at < _LEVELS:
            continue
        if own is not None:
            levels[at] = _level(own)
        if start is not None:
            starts[at] = integer(start, 1)
            levels[at] = replace(levels.get(at, Level()), start=starts[at])
    return _Number(base, levels, starts)


def _level_of(style: ParagraphStyle, number: _Number) -> str:
    """The level of a list that a style is tied to (clause 17.9.23)."""
    tied = {level.style: at for at, level in number.levels.items() if level.style}
    return str(next((tied[each] for each in style.ids if each in tied), 0))
