"""Slots that hold their words in another case ("access_a"), held to the words that the language has for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from precis.assets.lines import KeyPath
from precis.assets.shapes import Wrong
from precis.language.formula import without_case

__all__ = ["cases_wrong", "forms_of", "slots_in_cases"]

_SLOT = re.compile(r"\{(\w+_[A-Za-z])[23]?\}")
_WORDS = {"part": ("first", "second"), "access": ("public", "closed")}
"""The slots whose words stand in several cases in the table [words]; a session has its lists in [ordinals]."""


def slots_in_cases(tables: Mapping[str, Any]) -> frozenset[str]:
    """The slots that a language has words for in another case: "part_a" by `first_a` of [words], "session_g"."""
    cases = {key[-1] for key in tables["words"] if key[-2:-1] == "_"}
    sessions = {f"session_{key[-1]}" for key in tables["ordinals"] if re.fullmatch(r"words_[a-z]", key)}
    return frozenset({f"{slot}_{case}" for slot in _WORDS for case in cases} | sessions)


def forms_of(table: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """The texts with slots of a file of a language, each with its keys: formulae, labels, forms that only read."""
    for part in ("labels", "formulae", "variants", "procedure"):
        for key, value in table.get(part, {}).items():
            if isinstance(value, str):
                yield (part, key), value
                continue
            for place, entry in enumerate(value):
                yield (part, key, place), entry if isinstance(entry, str) else entry[0]


def cases_wrong(forms: Iterable[tuple[KeyPath, str]], known: Collection[str]) -> Iterator[Wrong]:
    """The slots in a case for which there are no words; `known` are those for which there are."""
    for path, text in forms:
        for name in _SLOT.findall(text):
            if name.lower() not in known:
                yield Wrong(path, "template-slot", f"has {{{name}}}, {_advice(without_case(name), name[-1].lower())}")


def _advice(slot: str, case: str) -> str:
    if slot == "session":
        return f'for which there are no words; write words_{case} = ["…", …] in [ordinals] of numbers.toml'
    if slot not in _WORDS:
        return f"and no words of that slot stand in cases; write {{{slot}}}"
    lines = " and ".join(f'{word}_{case} = "…"' for word in _WORDS[slot])
    return f"for which there are no words; write {lines} in [words] of wording.toml"
