"""The houses that documents are set in (templates/houses/*): what each says otherwise than others, and its tables."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from precis.assets import Assets, read_table, shipped
from precis.assets.lines import KeyPath
from precis.assets.shapes import (
    ANYTHING,
    FLAG,
    LANGUAGE_CODE,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    Shape,
    Wrong,
    choice,
    each,
    like,
    mapping,
    not_among,
    table,
)
from precis.assets.tables import parsed
from precis.model import FileSpan, PrecisError

__all__ = ["NOTICES", "Follows", "House", "digest_table", "house_of", "house_table", "houses", "load_house"]

NOTICES = ("corrections_1", "corrections_2")
"""The formulae of the wording that a house may have in words of its own."""


@dataclass(frozen=True, slots=True)
class Follows:
    """The bodies whose records a house prints, if none is named: those of the days to `until`, or all."""

    bodies: tuple[str, ...]
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class House:
    """What documents of a house say, by language: places as they stand after "Held", by their names in a source; the
    section that corrections go to; and notices, by the names of the formulae that they take the place of.

    `places_read` are the names in a source of places, by how records of other years print them. `job_prefixes` are the
    letters that its job numbers begin with; `follows` are the records that it prints if no house is named.
    """

    name: str
    sections: Mapping[str, str]
    places: Mapping[str, Mapping[str, str]]
    places_read: Mapping[str, Mapping[str, str]]
    notices: Mapping[str, Mapping[str, str]]
    job_prefixes: tuple[str, ...]
    follows: tuple[Follows, ...] = ()

    def section(self, language: str) -> str:
        """The section that corrections go to, as `language` names it; the first name there is, where it does not."""
        return self.sections.get(language) or next(iter(self.sections.values()))


@lru_cache(maxsize=8)
def load_house(name: str, assets: Assets) -> House:
    """The house called `name`; PrecisError as for `house_table`."""
    data = house_table(name, assets)
    names = data.get("place_names", {})
    places = {language: _under_all_names(printed, names) for language, printed in data["places"].items()}
    read = data.get("places_read", {})
    follows = tuple(Follows(tuple(each["bodies"]), _until(each)) for each in data.get("follows", ()))
    return House(name, data["section"], places, read, data.get("notices", {}), tuple(data["job_prefixes"]), follows)


def _until(follows: Mapping[str, str]) -> dt.date | None:
    return dt.date.fromisoformat(follows["until"]) if "until" in follows else None


def house_of(body: str | None, date: dt.date | None, assets: Assets) -> str:
    """The house that prints the records of a body at a date: of those that say so, the one whose time ends first.

    That of the `assets` where none says so. A record without a date is of today.
    """
    day = date or dt.date.max
    found = [
        (each.until or dt.date.max, house.name)
        for house in houses(assets)
        for each in house.follows
        if body in each.bodies and day <= (each.until or dt.date.max)
    ]
    return min(found)[1] if found else assets.house


def _under_all_names(printed: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """How places are printed, by their names in a source: those that other languages give them, and then their own."""
    return {other: printed[name] for other, name in names.items() if name in printed} | dict(printed)


@lru_cache(maxsize=8)
def houses(assets: Assets) -> tuple[House, ...]:
    """All houses, that of the documents first: files of any of them are read."""
    names = assets.names("houses", "/house.toml")
    return tuple(load_house(name, assets) for name in sorted(names, key=lambda name: (name != assets.house, name)))


def house_table(name: str, assets: Assets) -> dict[str, Any]:
    """The table of house.toml of the house called `name`.

    PrecisError if the file is wrong; if there is no such house, it names those there are.
    """
    return _table(name, "house.toml", _house_shape(), assets)


def style_table(name: str, assets: Assets) -> dict[str, Any]:
    """The table of style.toml of the house called `name`; PrecisError as for `house_table`."""
    return _table(name, "style.toml", _style_shape(), assets)


def digest_table(name: str, assets: Assets) -> dict[str, Any]:
    """The table of digest.toml, the design of digests and briefings; that of our own house where a house has none."""
    has = assets.find("houses", name, "digest.toml") is not None
    return _table(name if has else shipped().house, "digest.toml", _digest_shape(), assets)


def _table(name: str, file: str, shape: Shape, assets: Assets) -> dict[str, Any]:
    data = read_table(assets, "houses", name, file, shape=_like_another(shape, file, assets))
    if data is None:
        beside = next(
            filter(None, (assets.find("houses", name, other) for other in ("house.toml", "style.toml"))), None
        )
        if beside is not None:
            message = "is missing; a house is two files: precis templates copy houses/geneva gives them"
            raise PrecisError.one("template-missing", message, FileSpan(assets.shown(beside.parent / file)))
        known = ", ".join(assets.names("houses", f"/{file}"))
        raise PrecisError.one("unknown-style", f"there is no house style '{name}'; choose one of: {known}")
    return _whole(data, file, assets)


def _whole(data: dict[str, Any], file: str, assets: Assets) -> dict[str, Any]:
    """A table with what it leaves to the house that it is `like`."""
    other = _another(data["like"], file, assets) if "like" in data else None
    if other is None:
        return data
    # What another house follows is its own.
    base = {key: value for key, value in other.items() if key != "follows"}
    return _over(base, {key: value for key, value in data.items() if key != "like"})


@lru_cache(maxsize=8)
def _another(name: str, file: str, assets: Assets) -> Mapping[str, Any] | None:
    """The table of a house that others are like, read once for all of them; what is made of it never changes it."""
    return read_table(assets, "houses", name, file, shape=ANYTHING)


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of both, table by table; where both have one, the value of the second."""
    both = {key: _over(base[key], own[key]) for key in own if _are_tables(base.get(key), own[key])}
    return {**base, **own, **both}


def _are_tables(*values: Any) -> bool:
    return all(isinstance(value, dict) for value in values)


def _like_another(shape: Shape, file: str, assets: Assets) -> Shape:
    """The shape of a table that may say of another house that it has all its keys but those of its own."""
    names = assets.names("houses", f"/{file}")

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        if isinstance(value, dict) and "like" in value and value["like"] not in names:
            yield not_among(value["like"], (*path, "like"), names)
        else:
            yield from shape.check(_whole(value, file, assets), path)

    return Shape(shape.wanted, shape.example, check)


def _ours(file: str) -> Mapping[str, Any]:
    """A table of our own house, whose keys those of other houses have."""
    return parsed(shipped().text("houses", shipped().house, file) or "")


_LEVELS = {"qr_correction": choice("M", "L", "Q", "H")}
"""The levels of error correction of a QR code (ISO/IEC 18004)."""


def _date_wrong(value: Any, path: KeyPath) -> Iterator[Wrong]:
    try:
        dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        yield Wrong(path, "template-type", f"is '{value}', which is not a date; write \"2020-12-31\"")


_DATE = Shape("a date", '"2020-12-31"', _date_wrong)


@cache
def _house_shape() -> Shape:
    ours = _ours("house.toml")
    notices = table({}, dict.fromkeys(NOTICES, TEXT))
    return table(
        {
            "job_prefixes": TEXTS,
            "section": mapping(TEXT),
            "places": mapping(mapping(TEXT)),
            "masthead": like(ours["masthead"]),
            "first_foot": table(
                {name: like(value) for name, value in ours["first_foot"].items()} | _LEVELS,
                {"job_raised": WHOLE, "bar_code": each(WHOLE, count=4)},
            ),
        },
        {
            "follows": each(table({"bodies": TEXTS}, {"until": _DATE})),
            "notices": mapping(notices),
            "place_names": mapping(TEXT),
            "places_read": mapping(mapping(TEXT)),
        },
    )


_RULE = table({"width": WHOLE}, {"gap": WHOLE, "colour": TEXT})
_PARAGRAPH = table(
    {"name": TEXT, "size": NUMBER, "line": WHOLE},
    {
        **dict.fromkeys(("exact", "auto", "bold", "italic", "sans", "keep"), FLAG),
        **dict.fromkeys(("left", "right", "first", "before", "after", "heading_tab", "stretch", "spread"), WHOLE),
        **dict.fromkeys(("rule_above", "rule_below"), _RULE),
        "colour": TEXT,
        "align": choice("left", "justify", "right", "center"),
    },
)
_CLASS = table(
    {"style": TEXT},
    {**dict.fromkeys(("outline", "number_tab", "label_tab"), WHOLE), "leader": FLAG, "bullet": TEXT},
)
_SCRIPT = table(
    {"font": TEXT, "fallback_fonts": each(TEXT, least=1), "package": TEXT},
    {
        "wide": TEXT,
        "emphasis_font": TEXT,
        "emphasis_fallback_fonts": TEXTS,
        "justify": FLAG,
        "leading": WHOLE,
        "sheet_leading": WHOLE,
        "direction": choice("ltr", "rtl"),
    },
)
_WRITTEN = ("Normal", "FootnoteText", "Header", "Footer", "MastheadG")
"""The paragraph styles that writers ask for by their ids."""


@cache
def _style_shape() -> Shape:
    ours = _ours("style.toml")
    any_other = re.compile(r".+")
    whole = table(
        {
            "font": TEXT,
            "fallback_fonts": TEXTS,
            "default_tab": WHOLE,
            "hyphenation_zone": WHOLE,
            **{name: like(ours[name]) for name in ("page", "footnotes", "end", "table", "changes", "gap")},
            "heads": table({**dict.fromkeys(ours["heads"], WHOLE), "page_number": NUMBER}, {"pages": FLAG}),
            "style": table(dict.fromkeys(_WRITTEN, _PARAGRAPH), others=(any_other, _PARAGRAPH)),
            "class": table(dict.fromkeys(ours["class"], _CLASS), others=(any_other, _CLASS)),
        },
        {"script": table({}, others=(LANGUAGE_CODE, _SCRIPT))},
    )

    return _naming(whole)


@cache
def _digest_shape() -> Shape:
    ours = _ours("digest.toml")
    any_other = re.compile(r".+")
    alike = ("page", "heads", "columns", "box", "reference", "fit", "gap")
    numbers = ("rule_head", "rule_row", "rule_bottom", "gutter", "before", "after", "label_width", "inset")
    kind = table(dict.fromkeys(("head", "label", "cell"), TEXT), {**dict.fromkeys(numbers, WHOLE), "equal": FLAG})
    look = table({}, {"ground": TEXT, "ink": TEXT, "edge": _RULE, "frame": _RULE})
    whole = table(
        {
            **dict.fromkeys(("font", "sans"), TEXT),
            **dict.fromkeys(("fallback_fonts", "sans_fallback_fonts"), TEXTS),
            **dict.fromkeys(("default_tab", "hyphenation_zone"), WHOLE),
            **{name: like(ours[name]) for name in alike},
            "colours": mapping(TEXT),
            "arrangements": mapping(each(WHOLE)),
            "style": table(dict.fromkeys(ours["style"], _PARAGRAPH), others=(any_other, _PARAGRAPH)),
            "class": table(dict.fromkeys(ours["class"], _CLASS), others=(any_other, _CLASS)),
            "tables": table(dict.fromkeys(ours["tables"], kind), others=(any_other, kind)),
            "cells": table(dict.fromkeys(ours["cells"], look), others=(any_other, look)),
        }
    )
    return _naming(whole)


def _naming(whole: Shape) -> Shape:
    """The shape of a style whose classes and tables name paragraph styles that it has."""

    def check(value: Any, path: KeyPath) -> Iterator[Wrong]:
        wrong = list(whole.check(value, path))
        yield from wrong
        if not wrong:
            named = [(("class", name, "style"), entry["style"]) for name, entry in value["class"].items()]
            for name, entry in value.get("tables", {}).items():
                named.extend((("tables", name, key), entry[key]) for key in ("head", "label", "cell"))
            for at, style in named:
                if style not in value["style"]:
                    yield not_among(style, (*path, *at), value["style"])

    return Shape(whole.wanted, whole.example, check)
