"""What the folder of a language says of it to the others: its code in ISO 639-3, its name in each, its honorifics.

So a language that ours do not know is one everywhere, by its own folder alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import tomli

from precis.assets import Assets
from precis.assets.shapes import Wrong
from precis.assets.tables import parsed
from precis.language.files import languages
from precis.model import PrecisError

__all__ = ["code_wrong", "honorifics_of_others", "iso_codes", "names_of_others"]


@lru_cache(maxsize=8)
def iso_codes(assets: Assets) -> Mapping[str, str]:
    """The codes of all languages in ISO 639-3, by ours ("en": "eng"); Akoma Ntoso asks for them."""
    found = {code: _table(assets, code, "wording.toml").get("iso_639_3") for code in languages(assets)}
    return MappingProxyType({code: iso for code, iso in found.items() if isinstance(iso, str)})


def code_wrong(language: str, assets: Assets) -> Iterator[Wrong]:
    """Whether the code of a language is that of another, as in a copy of its folder."""
    codes = iso_codes(assets)
    twin = next((code for code, iso in codes.items() if code != language and iso == codes.get(language)), None)
    if twin is not None:
        message = f"is '{codes[twin]}', the code of '{twin}'; write that of this language"
        yield Wrong(("iso_639_3",), "template-type", message)


def names_of_others(language: str, own: Mapping[str, str], assets: Assets) -> Mapping[str, str]:
    """The names of the languages that a language has no name for (`own` are those it has), by their codes.

    Each has it from the folder of the other: what that says it is called in this language, or calls itself.
    """
    found: dict[str, str] = {}
    for code in _unnamed(own, assets):
        wording = _table(assets, code, "wording.toml")
        said = (wording.get("named_in"), language), (wording.get("languages"), code)
        names = (table.get(key) for table, key in said if isinstance(table, Mapping))
        found[code] = next((name for name in names if isinstance(name, str) and name), code)
    return found


def honorifics_of_others(own: Mapping[str, str], assets: Assets) -> Mapping[str, tuple[str, ...]]:
    """The honorifics of men ("mr") and women ("ms") in the languages that a language has no name for; see above.

    By them a translation knows whom a source in that language names.
    """
    found: dict[str, tuple[str, ...]] = {"mr": (), "ms": ()}
    for code in _unnamed(own, assets):
        table = _table(assets, code, "speech.toml").get("honorifics")
        for key in found:
            forms = table.get(key) if isinstance(table, Mapping) else None
            found[key] += tuple(each for each in forms if isinstance(each, str)) if isinstance(forms, list) else ()
    return found


def _unnamed(own: Mapping[str, str], assets: Assets) -> list[str]:
    return [code for code in languages(assets) if code not in own]


def _table(assets: Assets, *parts: str) -> Mapping[str, Any]:
    """A table of another language as it stands; nothing of one that is wrong, which is told where that one is used."""
    try:
        text = assets.text("languages", *parts)
        return {} if text is None else parsed(text)
    except (PrecisError, tomli.TOMLDecodeError):
        return {}
