"""Changes of a text file as hands and tools make them: lines dropped, doubled, moved; signs and values changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from types import MappingProxyType

__all__ = ["MUTATIONS", "mutated"]

_SIGNS = (
    *"-*#>|[]{}()^_~`:;\"'\\<&%@!=,./",
    "**", "---", "\n", "\n\n", "\t", "  ", "[^1]", "[[", "]]", "{-}", "<!--", "-->", "\u00a0", "\u200b", "\u202e",
    "\x07", "\ufeff", "e\u0301", "\U00020bb7", "\r",
)  # fmt: skip
_VALUES = (
    "", "null", "true", "0", "-1", "1e9", "1e999", "2053-13-45", "25:61", "x", "[]", "{}", "[[1]]", '"', "'",
    "*a", "&a", "CMW/C/SR.0", "CMW", "ru", "xx", "٣٩", "Ms.", "3.7", "10pt", "#zzzzzz", "nan", "..", "a" * 300,
)  # fmt: skip

Mutation = Callable[[Random, str], str]


def mutated(text: str, chance: Random) -> str:
    """The text after one to three changes."""
    for _ in range(chance.randint(1, 3)):
        text = MUTATIONS[chance.choice(list(MUTATIONS))](chance, text)
    return text


def _line_dropped(chance: Random, text: str) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _line_twice(chance: Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join([*lines[:at], lines[at], *lines[at:]])


def _line_moved(chance: Random, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    at = chance.randint(0, len(lines))
    return "\n".join([*lines[:at], line, *lines[at:]])


def _line_indented(chance: Random, text: str) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(("  ", "    ", "\t", "> ", "- ", "1. ", "(a) ", "| ")) + lines[at]
    return "\n".join(lines)


def _words_dropped(chance: Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 30) :]


def _sign_put_in(chance: Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_SIGNS) + text[at:]


def _sign_changed(chance: Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_SIGNS) + text[at + 1 :]


def _value_changed(chance: Random, text: str) -> str:
    """What stands behind a colon or an equals sign of a line."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if ":" in line or " = " in line]
    if not places:
        return text
    at = chance.choice(places)
    sign = " = " if " = " in lines[at] else ":"
    name, _, _ = lines[at].partition(sign)
    lines[at] = f"{name}{sign} {chance.choice(_VALUES)}"
    return "\n".join(lines)


def _name_changed(chance: Random, text: str) -> str:
    """A letter of the name that stands before a colon or an equals sign."""
    lines = text.split("\n")
    places = [at for at, line in enumerate(lines) if ":" in line[:30] or " = " in line[:30]]
    if places:
        at = chance.choice(places)
        lines[at] = lines[at].replace(lines[at].lstrip()[:1] or " ", "q", 1)
    return "\n".join(lines)


def _cut_off(chance: Random, text: str) -> str:
    return text[: chance.randint(0, len(text))]


MUTATIONS: Mapping[str, Mutation] = MappingProxyType(
    {
        "a line dropped": _line_dropped,
        "a line twice": _line_twice,
        "a line moved": _line_moved,
        "a line indented": _line_indented,
        "words dropped": _words_dropped,
        "a sign put in": _sign_put_in,
        "a sign changed": _sign_changed,
        "a value changed": _value_changed,
        "a name changed": _name_changed,
        "cut off": _cut_off,
    }
)
