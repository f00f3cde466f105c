"""The files of a language (templates/languages/xx/), checked as they are loaded."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.tables import refuse
from precis.language.cases import cases_wrong, forms_of, slots_in_cases
from precis.language.shapes import ours, shapes_of_language
from precis.model import FileSpan, PrecisError

__all__ = ["language_tables", "languages"]


@lru_cache(maxsize=8)
def languages(assets: Assets) -> tuple[str, ...]:
    """The codes of the languages that there are, ours first: a text of none of them is read as the first."""
    # Those that our English names first, in its order.
    place = {name: at for at, name in enumerate(ours("wording.toml")["languages"])}
    names = sorted(
        assets.ours.names("languages", "/wording.toml"), key=lambda name: (place.get(name, len(place)), name)
    )
    return (*names, *(name for name in assets.names("languages", "/wording.toml") if name not in names))


def language_tables(language: str, assets: Assets) -> dict[str, Any]:
    """The tables of wording, reading, speech and numbers of a language; what those of one name hold is put together.

    Raises PrecisError for files that are wrong or missing; for a language that is none it names those there are.
    """
    if language not in languages(assets):
        known = ", ".join(languages(assets))
        raise PrecisError.one("unknown-language", f"there is no wording in '{language}'; choose one of: {known}")
    tables: dict[str, Any] = {}
    read: dict[str, Any] = {}
    for file, shape in shapes_of_language(language).items():
        data = read_table(assets, "languages", language, file, shape=shape)
        if data is None:
            beside = assets.find("languages", language, "wording.toml")
            assert beside is not None, "a language is a folder that has a wording"
            message = "is missing; copy that of a language you know, and translate it: precis templates copy"
            raise PrecisError.one("template-missing", message, FileSpan(assets.shown(beside.parent / file)))
        read[file] = data
        for name, value in data.items():
            tables[name] = tables.get(name, {}) | value if isinstance(value, dict) else value
    in_cases = slots_in_cases(tables)
    for file, data in read.items():
        refuse(cases_wrong(forms_of(data), in_cases), assets, "languages", language, file)
    return tables
