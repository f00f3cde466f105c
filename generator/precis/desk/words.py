"""The fixed words of the interface: templates/desk/words/xx.toml, a file a language, all with the same keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.lines import KeyPath
from precis.assets.shapes import TEXT, Shape, Wrong, table
from precis.model import FileSpan, PrecisError

__all__ = ["Words", "interface_languages", "language_wanted", "words_of"]

Words = Mapping[str, Any]
"""Tables of texts by their keys; `name` is the language's own name, `direction` ltr or rtl."""

_FIRST = "en"


@lru_cache(maxsize=4)
def interface_languages(assets: Assets) -> tuple[str, ...]:
    """The codes of the languages of the interface, English first."""
    found = assets.names("desk/words", ".toml")
    return tuple(sorted(found, key=lambda code: (code != _FIRST, code)))


@lru_cache(maxsize=16)
def words_of(language: str, assets: Assets) -> Words:
    """The words of a language. PrecisError for a file that is missing, or has not the keys of the English one."""
    english = read_table(assets.ours, "desk", "words", f"{_FIRST}.toml", shape=_ANY)
    data = read_table(assets, "desk", "words", f"{language}.toml", shape=_like(english or {}))
    if data is None:
        message = f"there is no desk/words/{language}.toml; choose one of: {', '.join(interface_languages(assets))}"
        raise PrecisError.one("template-missing", message, FileSpan(f"desk/words/{language}.toml"))
    return data


def _like(value: Any) -> Shape:
    """The shape of a table with the same keys, whose values are texts or such tables."""
    return table({key: _like(inner) for key, inner in value.items()}) if isinstance(value, dict) else TEXT


def _texts(value: Any, path: KeyPath) -> Iterator[Wrong]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    else:
        yield from TEXT.check(value, path)


_ANY = Shape("a table of texts", "", _texts)


def language_wanted(accepted: str, assets: Assets) -> str:
    """The language that a browser wants most, by its Accept-Language (RFC 9110, 12.5.4); or English."""
    wanted: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:20]):
        code, _, weight = part.strip().partition(";q=")
        try:
            wanted.append((-float(weight or 1), place, code.split("-")[0].strip().lower()))
        except ValueError:
            continue
    known = interface_languages(assets)
    return next((code for weight, _, code in sorted(wanted) if code in known and weight < 0), _FIRST)
