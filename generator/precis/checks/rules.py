"""The rules of templates/checks/, ours and the user's: a folder a language, and `all` for every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from precis.assets import Assets, read_table
from precis.assets.lines import KeyPath
from precis.assets.shapes import (
    FLAG,
    PATTERN,
    TEXT,
    TEXTS,
    WHOLE,
    Shape,
    Wrong,
    choice,
    each,
    mapping,
    not_among,
    table,
)
from precis.checks.across import ACROSS
from precis.checks.finders import FINDERS
from precis.checks.hints import words_of
from precis.checks.rule import SOURCE, TEXT_FORMS, Fixing, Level, Rule
from precis.language import languages
from precis.model import FileSpan, PrecisError

__all__ = ["ALL", "every_rule", "load_rules"]

PAIRS = "word-pairs"
"""The finder whose words are in rows, with the lists of their file by name."""

ALL = "all"
"""The folder of the rules that hold in every language."""

_FORMS = (*TEXT_FORMS, "quotation", SOURCE)


def _known(value: Any, path: KeyPath) -> Iterator[Wrong]:
    if value not in FINDERS and value not in ACROSS:
        yield not_among(value, path, (*FINDERS, *ACROSS))


_FINDER = Shape("the name of a finder", '"clock-times"', _known)


def _shape(pattern: Shape) -> Shape:
    rule = table(
        {
            "level": choice(*Level),
            "source": TEXT,
            "why": TEXT,
            "message": TEXT,
            "good": each(TEXT, least=1),
            "bad": each(TEXT, least=1),
        },
        {
            "fixed": TEXTS,
            "pattern": pattern,
            "swaps": mapping(TEXT),
            "finder": _FINDER,
            "fix": TEXT,
            "fixing": choice("safe", "ask"),
            "hint": TEXTS,
            "where": each(choice(*_FORMS)),
            "words": mapping(TEXTS),
            "structure": FLAG,
            "since": WHOLE,
            "asked": FLAG,
            "quoted": FLAG,
            "exact": FLAG,
            "across": FLAG,
        },
    )
    return table({"rules": mapping(rule)}, {"lists": mapping(TEXTS), "area": TEXT, "build": FLAG})


_SHAPE, _OURS = _shape(PATTERN), _shape(TEXT)
"""The patterns of the user's files are compiled on loading, ours in use: tests hold that they can be."""


@lru_cache(maxsize=8)
def load_rules(assets: Assets, language: str) -> Mapping[str, Rule]:
    """The rules for records in a language by their names; those for all languages among them.

    Raises PrecisError for a file that is out of shape, and for a name that two files give.
    """
    found: dict[str, Rule] = {}
    for folder in dict.fromkeys((ALL, language)):
        for name in assets.names(f"checks/{folder}", ".toml"):
            path = assets.find("checks", folder, f"{name}.toml")
            assert path is not None, "a file that is listed is there"
            data = read_table(assets, "checks", folder, f"{name}.toml", shape=_OURS if assets.is_ours(path) else _SHAPE)
            assert data is not None, "a file that is listed is there"
            for rule in _rules(data, name, "" if folder == ALL else folder):
                if rule.name in found:
                    message = f"rules.{rule.name}: there is a rule of this name already; give it another"
                    raise PrecisError.one("rule-twice", message, FileSpan(assets.shown(path)))
                found[rule.name] = rule
    return MappingProxyType(found)


def every_rule(assets: Assets) -> Mapping[str, Rule]:
    """The rules of all languages by their names: those for all, then those of each."""
    return {name: rule for language in languages(assets) for name, rule in load_rules(assets, language).items()}


def _rules(data: Mapping[str, Any], file: str, language: str) -> Iterator[Rule]:
    area = data.get("area", file)
    lists = {name: "|".join(words) for name, words in data.get("lists", {}).items()}
    spaced = {name: " ".join(words) for name, words in data.get("lists", {}).items()}
    for name, row in data["rules"].items():
        values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        values["level"] = Level(row["level"])
        values["fixing"] = Fixing(row["fixing"]) if "fixing" in row else Fixing.NONE
        words = row.get("words", {})
        if row.get("finder") == PAIRS:
            words = {key: _row(parts, lists, spaced) for key, parts in words.items()}
        values["words"] = {key: tuple(parts) for key, parts in words.items()}
        values["by_part"] = _by_part((*values.get("swaps", ()), *values["words"]))
        # Many in one text are read sooner than as a list.
        values["hint"] = tuple(hint for each in row.get("hint", ()) for hint in each.split("|"))
        if "pattern" in row:
            values["pattern"] = _filled(row["pattern"], lists)
        yield Rule(name=name, area=area, language=language, build=data.get("build", False), **values)


def _by_part(listed: Iterable[str]) -> Mapping[str, Mapping[str, frozenset[str]]]:
    found: dict[str, dict[str, frozenset[str]]] = {}
    for words in listed:
        of_it = words_of(words)
        found.setdefault(max(of_it, key=len, default=""), {})[words] = frozenset(of_it)
    return found


def _row(parts: Sequence[str], lists: Mapping[str, str], spaced: Mapping[str, str]) -> list[str]:
    """A row of pairs of words, with each <name> of a list replaced: the words in the middle, patterns about them."""
    filled = []
    for place, part in enumerate(parts):
        if place not in (1, 2):
            filled.append(_filled(part, {name: words.replace(" ", "|") for name, words in lists.items()}))
            continue
        for name, words in spaced.items():
            part = part.replace(f"<{name}>", words)
        filled.append(part)
    return filled


def _filled(pattern: str, lists: Mapping[str, str]) -> str:
    """A pattern with each <name> of a list of its file replaced by the words of the list."""
    for name, words in lists.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{words})")
    return pattern
