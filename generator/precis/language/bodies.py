"""The treaty bodies: the symbols of their records, and their names in each language.

A body (templates/bodies/*.toml) brings its names in the languages that there are; a language brings in its bodies.toml
the names of the bodies that do not know it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.shapes import FLAG, LANGUAGE_CODE, TEXT, TEXTS, WHOLE, choice, table
from precis.language.formula import Formula, fixed
from precis.model import PrecisError, Record, Symbol

__all__ = ["Body", "Names", "bodies", "body_of_symbol", "load_body", "with_body"]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a body in one language. A line break in `committee` is printed where it stands on the cover.

    `treaty` is what the masthead prints; `instrument` is the treaty's name where that is another. `treaties` and
    `committees` are names of other years, which are only read.
    """

    treaty: str
    committee: str
    short: str
    instrument: str = ""
    treaties: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()

    def all(self) -> Iterator[tuple[str, str]]:
        """All names that are read, each with what it names: the "treaty", the "committee", or "short"."""
        yield from (("treaty", self.treaty), ("committee", self.committee), ("short", self.short))
        yield from (("treaty", name) for name in self.treaties)
        yield from (("committee", name) for name in self.committees)


@dataclass(frozen=True)
class Body:
    """A treaty body: its code ("cmw"), the series of its symbols ("CMW/C"), its names by language.

    `element` is what the symbols carry between the series and the meeting: "year" as E/C.12/2024/SR.40, "session" as
    CRPD/C/6/SR.10, or nothing. `element_from` and `element_until` are the first and the last session whose symbols
    carried it, 0 if all do. `sessions` says whether its sessions are numbered, and stand on its covers; `states` that
    States are its members, so that its Chair is named with the State; `official_records` that its covers say so.
    """

    code: str
    series: str
    report_articles: str
    element: str
    element_from: int
    element_until: int
    sessions: bool
    states: bool
    official_records: bool
    names: Mapping[str, Names]

    @cached_property
    def printed(self) -> Mapping[str, tuple[tuple[str, Formula], ...]]:
        """By language, its names as formulae, each with what it names: the "treaty", the "committee", or "short".

        An organ that is its own has none: its name stands above those of its committees, and only its symbol tells it.
        """
        return {
            language: tuple((kind, fixed(name)) for kind, name in names.all())
            for language, names in self.names.items()
            if names.committee != names.treaty
        }

    def named(self, language: str) -> Names:
        """The names in `language`; PrecisError names the languages there are if it is none of them."""
        if language not in self.names:
            known = ", ".join(self.names)
            where = f"languages/{language}/bodies.toml (docs/how-to/language.md)"
            message = (
                f"the body '{self.code}' has no names in '{language}'; write them in {where}; it has them in: {known}"
            )
            raise PrecisError.one("body-language", message)
        return self.names[language]


_NAMES = table(
    {"treaty": TEXT, "committee": TEXT, "short": TEXT}, {"instrument": TEXT, "treaties": TEXTS, "committees": TEXTS}
)
_BODY = table(
    {"series": TEXT, "report_articles": TEXT},
    {
        "element": choice("year", "session"),
        **dict.fromkeys(("element_from", "element_until"), WHOLE),
        **dict.fromkeys(("sessions", "states", "official_records"), FLAG),
    },
    others=(LANGUAGE_CODE, _NAMES),
)


def _names(data: Mapping[str, Any]) -> Names:
    others = {key: tuple(data.get(key, ())) for key in ("treaties", "committees")}
    return Names(**{**data, **others})


def load_body(code: str, assets: Assets) -> Body:
    """The body called `code`. PrecisError if its file is wrong, or names those there are if it is none of them."""
    data = read_table(assets, "bodies", f"{code}.toml", shape=_BODY)
    if data is None:
        known = ", ".join(assets.names("bodies", ".toml"))
        raise PrecisError.one("unknown-body", f"'{code}' is not a known treaty body; choose one of: {known}")
    own = {key: _names(value) for key, value in data.items() if isinstance(value, dict)}
    return Body(
        code=code,
        series=data["series"],
        report_articles=data["report_articles"],
        element=data.get("element", ""),
        element_from=data.get("element_from", 0),
        element_until=data.get("element_until", 0),
        sessions=data.get("sessions", True),
        states=data.get("states", False),
        official_records=data.get("official_records", False),
        names=dict(_by_languages(assets).get(code, {})) | own,
    )


@lru_cache(maxsize=4)
def _by_languages(assets: Assets) -> Mapping[str, Mapping[str, Names]]:
    """The names that languages give to bodies, by the codes of these."""
    shape = table({}, dict.fromkeys(assets.names("bodies", ".toml"), _NAMES))
    found: dict[str, dict[str, Names]] = {}
    for language in assets.names("languages", "/bodies.toml"):
        for code, names in (read_table(assets, "languages", language, "bodies.toml", shape=shape) or {}).items():
            found.setdefault(code, {})[language] = _names(names)
    return found


@lru_cache(maxsize=4)
def bodies(assets: Assets) -> tuple[Body, ...]:
    """All bodies, by code. They are loaded once: a folder of records is read with the same ones."""
    return tuple(load_body(code, assets) for code in assets.names("bodies", ".toml"))


def body_of_symbol(symbol: Symbol, assets: Assets) -> Body | None:
    """The body whose records have symbols like this one, or None."""
    return next((body for body in bodies(assets) if body.series == symbol.series), None)


def with_body(record: Record, assets: Assets) -> Record:
    """The record with the body that its symbol says, where it names none itself; else with that of the `assets`."""
    if record.body is not None:
        return record
    body = None if record.symbol is None else body_of_symbol(record.symbol, assets)
    return replace(record, body=assets.body if body is None else body.code)
